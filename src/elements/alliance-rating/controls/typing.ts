import type { Value } from '../../../domain/answers/answer.js';
import type { Refusal } from '../../../domain/instrument/response.js';

/** One field of a typed answer: as it was typed, also where that is no answer. */
export interface TypedRow {
  readonly text: string;
  /** What the text says; while it says nothing that can be taken, what it said before, for its unit. */
  readonly value?: Value | undefined;
  /** Why the text is no answer. */
  readonly refused?: Refusal | undefined;
}

export const emptyRow: TypedRow = { text: '' };

/** The value of a row that is an answer. */
export function answerIn({ text, value, refused }: TypedRow): readonly Value[] {
  return text.trim() === '' || refused !== undefined || value === undefined ? [] : [value];
}
