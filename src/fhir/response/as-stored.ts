import type { AbsentReason, Value } from '../../domain/answers/answer.js';
import type { Instrument } from '../../domain/instrument/instrument.js';
import { questionOf } from '../../domain/instrument/instrument.js';
import { objectsIn, textIn, type Loose } from '../loose.js';
import type { QuestionnaireResponse } from '../resource.js';
import { readAbsent } from './response-reader.js';
import { readValue } from '../value.js';

/** One item of a response, in the words that the response itself holds. */
export interface StoredItem {
  /** Its words; its linkId where it holds none. */
  readonly text: string;
  /** It has no answer of its own, and stands over others. */
  readonly isTitle: boolean;
  readonly values: readonly Value[];
  readonly absent?: AbsentReason | undefined;
  /** It is answered with something that has no words here. */
  readonly isUnreadable: boolean;
}

function readItem(item: Loose): StoredItem {
  const given = objectsIn(item['answer']);
  const values = given.flatMap((answer) => readValue(answer) ?? []);
  const absent = values.length > 0 ? undefined : given.map(readAbsent).find((reason) => reason !== undefined);
  return {
    text: textIn(item['text']) ?? textIn(item['linkId']) ?? '',
    isTitle: given.length === 0 && objectsIn(item['item']).length > 0,
    values,
    absent,
    isUnreadable: given.length > 0 && values.length === 0 && absent === undefined,
  };
}

/** Everything in a response in reading order, every round of a group and what is nested included. */
export function readAsStored(response: QuestionnaireResponse): readonly StoredItem[] {
  const collect = (items: unknown): readonly StoredItem[] =>
    objectsIn(items).flatMap((item) => [
      readItem(item),
      ...collect(item['item']),
      ...objectsIn(item['answer']).flatMap((answer) => collect(answer['item'])),
    ]);
  return collect(response.item);
}

/** Every item that is answered, out of all groups. */
function answeredIn(items: unknown): readonly Loose[] {
  return objectsIn(items).flatMap((item) => [
    ...(objectsIn(item['answer']).length > 0 ? [item] : []),
    ...answeredIn(item['item']),
    ...objectsIn(item['answer']).flatMap((answer) => answeredIn(answer['item'])),
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
