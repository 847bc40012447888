import type { LocalizeController } from '../../controllers/widget/localize.js';
import type { Value } from '../../domain/answers/answer.js';
import type { Question } from '../../domain/instrument/question.js';
import { refusalOfAll, type Refusal } from '../../domain/instrument/response.js';
import { textOf, valueOf } from './entry-texts.js';

/** One field of a typed answer: as it was typed, also where that is no answer. */
export interface TypedRow {
  readonly text: string;
  /** What the text says; while it says nothing that can be taken, what it said before, for its unit. */
  readonly value?: Value | undefined;
  /** Why the text is no answer. */
  readonly refused?: Refusal | undefined;
}

export const emptyRow: TypedRow = { text: '' };

export function rowOf(question: Question, value: Value, localize: LocalizeController): TypedRow {
  return { text: textOf(question, value, localize), value };
}

/** The row after a text was typed in it. */
export function typed(
  question: Question,
  { value: former }: TypedRow,
  text: string,
  localize: LocalizeController,
): TypedRow {
  if (text.trim() === '') return { text, value: former };
  const value = valueOf(question, text, former, localize);
  const refused = refusalOfAll(question, [value], former === undefined ? [] : [former]);
  return refused ? { text, value: former, refused } : { text, value };
}

/** The value of a row that is an answer. */
export function answerIn({ text, value, refused }: TypedRow): readonly Value[] {
  return text.trim() === '' || refused !== undefined || value === undefined ? [] : [value];
}
