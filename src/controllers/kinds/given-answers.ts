import { noAnswers, type AbsentReason, type Answers } from '../../domain/answers/answer.js';
import {
  withAbsent,
  withPlainAnswers,
  type PlainAnswers,
  type RefusedValue,
  type TakenAnswers,
} from '../../domain/instrument/plain-answers.js';
import type { Instrument } from '../../domain/instrument/instrument.js';
import { isQuestionnaireResponse, type QuestionnaireResponse } from '../../fhir/resource.js';
import { textIn } from '../../fhir/loose.js';
import { answersWhatIsAsked, isOfOtherVersion, readAnswersOf } from '../../fhir/response/response-reader.js';
import { copied } from '../record/copied.js';
import type { ResponseController } from './response.js';

/**
 * What of the host's values was not taken: an answer, a value that is no JSON (`not-json`), or a response that waits for
 * its Questionnaire (`other-questionnaire`).
 */
export type GivenProblem =
  RefusedValue | { readonly reason: 'not-json' | 'other-questionnaire'; readonly value: string };

/** What the host's code sets, and what of it could not be taken. Emits nothing. */
export class GivenAnswers {
  /** By what was set. */
  readonly #problems = new Map<string, readonly GivenProblem[]>();

  /** @param instrument what is asked, where it is known */
  constructor(
    private readonly responses: ResponseController,
    private readonly instrument: () => Instrument,
  ) {}

  get problems(): readonly GivenProblem[] {
    return [...this.#problems.values()].flat();
  }

  answers(answers: PlainAnswers): void {
    const given = Object.entries(answers).map(([linkId, value]) => [linkId, answerCopied(value)] as const);
    this.#take('answers', (instrument, current) =>
      withPlainAnswers(instrument, current, Object.fromEntries(given)),
    );
  }

  absent(linkIds: readonly string[], reason: AbsentReason): void {
    const given = [linkIds].flat().filter((linkId) => typeof linkId === 'string');
    this.#take(reason, (instrument, current) => withAbsent(instrument, current, given, reason));
  }

  /** @throws TypeError when it is no QuestionnaireResponse */
  response(given: unknown): void {
    this.#problems.clear();
    const response = given ?? undefined;
    if (response === undefined) {
      this.responses.take(() => ({ value: noAnswers }));
      return;
    }
    const own = copied('response', response);
    if (own === undefined) {
      this.#problems.set('response', [{ reason: 'not-json', value: 'response' }]);
    } else if (isQuestionnaireResponse(own)) {
      this.responses.take(() => {
        const fits = answersWhatIsAsked(this.instrument(), own);
        const value = textIn(own.questionnaire) ?? '';
        this.#problems.set('response', fits ? [] : [{ reason: 'other-questionnaire', value }]);
        return { value: this.#valueIn(own), base: own, fits };
      });
    } else {
      // Never what it says: pages send their errors to others
      throw new TypeError(
        'response: what was set is no QuestionnaireResponse. Set a FHIR R4 one, or undefined.',
      );
    }
  }

  /** What the browser kept of a form is the person's; what cannot be read is nobody's. */
  restored(json: string): void {
    try {
      const response: unknown = parseResponse(json);
      if (!isQuestionnaireResponse(response)) return;
      this.responses.restore(() => ({
        ...{ value: readAnswersOf(response), base: response },
        fits: answersWhatIsAsked(this.instrument(), response),
      }));
    } catch {
      console.warn('alliance-elements: what the browser kept of the form could not be read.');
    }
  }

  #take(name: string, read: (instrument: Instrument, current: Answers) => TakenAnswers): void {
    this.responses.take((current) => {
      const { answers, refused } = read(this.instrument(), current.value);
      this.#problems.set(name, refused);
      const told = refused.map(({ linkId, reason }) => ({ linkId, reason }));
      if (told.length > 0) console.warn('alliance-elements: some answers were not taken.', told);
      const { base } = current;
      const fits = !refused.some(({ reason }) => reason === 'unknown-item');
      return { value: answers, base: base && this.#isOther(base) ? undefined : base, fits };
    }, name);
  }

  #isOther(response: QuestionnaireResponse): boolean {
    return isOfOtherVersion(this.instrument(), response);
  }

  #valueIn(response: QuestionnaireResponse): Answers {
    return this.#isOther(response) ? noAnswers : readAnswersOf(response);
  }
}

/** Of what may be an object of the page's framework; all else stays as it is, to be taken or refused. */
const answerCopied = (value: PlainAnswers[string]): PlainAnswers[string] =>
  typeof value === 'object' ? (copied('answers', value) ?? value) : value;

/**
 * Reads the JSON that a form control carries as its value; '' stands for no response.
 * @throws TypeError when it is no JSON
 */
export function parseResponse(value: string): QuestionnaireResponse | undefined {
  if (value === '') return undefined;
  try {
    return JSON.parse(value) as QuestionnaireResponse;
  } catch {
    throw new TypeError("value: what was set is no JSON. Set the JSON of a QuestionnaireResponse or ''.");
  }
}
