import type { AbsentReason, Value } from '../../domain/answers/answer.js';
import { objectsIn, textIn, type Loose } from '../loose.js';
import type { QuestionnaireResponse } from '../resource.js';
import { DEEPEST, readAbsent } from './response-reader.js';
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
  const collect = (items: unknown, depth: number): readonly StoredItem[] =>
    (depth > DEEPEST ? [] : objectsIn(items)).flatMap((item) => [
      readItem(item),
      ...collect(item['item'], depth + 1),
      ...objectsIn(item['answer']).flatMap((answer) => collect(answer['item'], depth + 1)),
    ]);
  return collect(response.item, 0);
}
