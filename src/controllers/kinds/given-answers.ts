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
import { isOfOtherVersion, readAnswersOf } from '../../fhir/response/response-reader.js';
import type { ResponseController } from './response.js';

/** What the host's code sets, and what of it could not be taken. Emits nothing. */
export class GivenAnswers {
  refused: readonly RefusedValue[] = [];

  /** @param instrument what is asked, where it is known */
  constructor(
    private readonly responses: ResponseController,
    private readonly instrument: () => Instrument,
  ) {}

  answers(answers: PlainAnswers): void {
    this.#take((instrument, current) => withPlainAnswers(instrument, current, answers));
  }

  absent(linkIds: readonly string[], reason: AbsentReason): void {
    this.#take((instrument, current) => withAbsent(instrument, current, linkIds, reason));
  }

  /** @throws TypeError when it is no QuestionnaireResponse */
  response(response: unknown): void {
    this.refused = [];
    if (response === undefined || response === null) {
      this.responses.take(() => ({ value: noAnswers }));
    } else if (isQuestionnaireResponse(response)) {
      this.responses.take(() => ({ value: this.#valueIn(response), base: response }));
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
      this.responses.restore(() => ({ value: readAnswersOf(response), base: response }));
    } catch {
      console.warn('alliance-elements: what the browser kept of the form could not be read.');
    }
  }

  #take(read: (instrument: Instrument, current: Answers) => TakenAnswers): void {
    this.refused = [];
    this.responses.take((current) => {
      const { answers, refused } = read(this.instrument(), current.value);
      this.refused = [...this.refused, ...refused];
      const told = refused.map(({ linkId, reason }) => ({ linkId, reason }));
      if (told.length > 0) console.warn('alliance-elements: some answers were not taken.', told);
      const { base } = current;
      return { value: answers, base: base && this.#isOther(base) ? undefined : base };
    });
  }

  #isOther(response: QuestionnaireResponse): boolean {
    return isOfOtherVersion(this.instrument(), response);
  }

  #valueIn(response: QuestionnaireResponse): Answers {
    return this.#isOther(response) ? noAnswers : readAnswersOf(response);
  }
}

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
