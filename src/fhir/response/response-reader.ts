import {
  absent,
  answered,
  type AbsentReason,
  type Answer,
  type Answers,
} from '../../domain/answers/answer.js';
import { sameReference } from '../../domain/identity.js';
import type { Completion } from '../../domain/record.js';
import { extensionUrls } from '../codes.js';
import { completionIn } from '../completion.js';
import { extensionValue, objectsIn, referenceIn, textIn, type Loose } from '../loose.js';
import type { QuestionnaireResponse } from '../resource.js';
import { readValue } from '../value.js';
import { questionOf, type Instrument } from '../../domain/instrument/instrument.js';

/** Nobody answers deeper; what lies below stays as it is. */
export const DEEPEST = 600;

/** Every item that is answered, out of all groups. */
function answeredIn(items: unknown, depth = 0): readonly Loose[] {
  if (depth > DEEPEST) return [];
  return objectsIn(items).flatMap((item) => [
    ...(objectsIn(item['answer']).length > 0 ? [item] : []),
    ...answeredIn(item['item'], depth + 1),
    ...objectsIn(item['answer']).flatMap((answer) => answeredIn(answer['item'], depth + 1)),
  ]);
}

/**
 * Whether a response answers an older or newer version of the instrument, whose linkIds may mean something else. One that
 * names no version is taken for the present one as long as that asks all that it answers.
 */
export function isOfOtherVersion(
  instrument: Instrument,
  { questionnaire, item }: QuestionnaireResponse,
): boolean {
  const [url, version] = (textIn(questionnaire) ?? '').split('|');
  if (instrument.url === undefined || instrument.version === undefined || url !== instrument.url)
    return false;
  if (version !== undefined && version !== '') return version !== instrument.version;
  return answeredIn(item).some(({ linkId }) => questionOf(instrument, textIn(linkId) ?? '') === undefined);
}

/** Whether a response is one to this instrument, in whatever version: by its address, else by what it answers. */
export function answersWhatIsAsked(
  instrument: Instrument,
  { questionnaire, item }: QuestionnaireResponse,
): boolean {
  const [url] = (textIn(questionnaire) ?? '').split('|');
  if (url && instrument.url !== undefined) return url === instrument.url;
  return answeredIn(item).every(({ linkId }) => questionOf(instrument, textIn(linkId) ?? '') !== undefined);
}

const absentReasons: readonly string[] = ['asked-declined', 'asked-unknown'] satisfies AbsentReason[];

const isAbsentReason = (code: unknown): code is AbsentReason =>
  typeof code === 'string' && absentReasons.includes(code);

/** Why an answer was left out on purpose; undefined for a reason that nobody can give here. */
export function readAbsent(answer: unknown): AbsentReason | undefined {
  const reason = extensionValue(answer, extensionUrls.dataAbsentReason);
  return isAbsentReason(reason) ? reason : undefined;
}

function readAnswers(given: readonly Loose[]): Answer | undefined {
  const [first, ...more] = given.flatMap((answer) => readValue(answer) ?? []);
  if (first !== undefined) return answered(first, ...more);
  const reason = given.map(readAbsent).find((found) => found !== undefined);
  return reason && absent(reason);
}

/**
 * The answers in a QuestionnaireResponse by linkId, out of all groups and nested items. Of a group that was answered
 * several times, the first round counts: the only one that is shown and amended here.
 */
export function readAnswersOf(response: QuestionnaireResponse): Answers {
  const answers = new Map<string, Answer>();
  const seen = new Set<string>();
  const collect = (items: unknown, depth: number): void => {
    for (const item of depth > DEEPEST ? [] : objectsIn(items)) {
      const linkId = textIn(item['linkId']);
      const given = objectsIn(item['answer']);
      if (linkId !== undefined && !seen.has(linkId)) {
        seen.add(linkId);
        const answer = readAnswers(given);
        if (answer) answers.set(linkId, answer);
        collect(item['item'], depth + 1);
        for (const { item: nested } of given) collect(nested, depth + 1);
      }
    }
  };
  collect(response.item, 0);
  return answers;
}

/** Who answered: as we write it, else as R4's `source` tells; undefined where neither does. */
export function readCompletion(response: QuestionnaireResponse): Completion | undefined {
  const completion = completionIn(response);
  if (completion) return completion;
  const [source, subject, author] = [response.source, response.subject, response.author].map(referenceIn);
  if (source === undefined || subject === undefined) return undefined;
  if (!sameReference(source, subject)) return 'proxy';
  return author === undefined || sameReference(author, subject) ? 'self' : 'supported';
}
