import type { LocalizeController } from '../../controllers/widget/localize.js';
import type { Value } from '../../domain/answers/answer.js';
import type { Question } from '../../domain/instrument/question.js';
import { refusalOfAll } from '../../domain/instrument/response.js';
import { foreignControls } from './foreign-controls.js';
import type { TypedRow } from './typed-row.js';

/** A value as it stands in its row. */
export function rowOf(question: Question, value: Value, localize: LocalizeController): TypedRow {
  const text =
    question.type === 'text' && typeof value === 'string'
      ? value
      : foreignControls.required.textOf(question, value, localize);
  return { text, value };
}

/** The row after a text was typed in it. */
export function typed(
  question: Question,
  { value: former }: TypedRow,
  text: string,
  localize: LocalizeController,
): TypedRow {
  if (text.trim() === '') return { text, value: former };
  const value =
    question.type === 'text' ? text : foreignControls.required.valueOf(question, text, former, localize);
  const refused = refusalOfAll(question, [value], former === undefined ? [] : [former]);
  return refused ? { text, value: former, refused } : { text, value };
}
