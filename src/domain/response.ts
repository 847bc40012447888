import { absent, answered, answerOf, sameValue, unanswered } from './answer.js';
import type { AbsentReason, Answer, Answers, Value } from './answer.js';
import { questionOf, questionsOf, type Instrument, type Question } from './instrument.js';
import { scoredLinkIds } from './scoring.js';

/** Why a change of an answer was not taken. */
export type Refusal =
  | 'unknown-item'
  | 'read-only'
  | 'not-an-option'
  | 'wrong-type'
  | 'too-many'
  | 'not-a-number'
  | 'below-minimum'
  | 'above-maximum'
  | 'too-long';

/** A new set of answers, or the reason why there is none. */
export type Change = { readonly answers: Answers } | { readonly refused: Refusal };

/** Whether `value` can be an answer to `question`; the reason if not. */
export function refusalOf(question: Question, value: Value): Refusal | undefined {
  if (question.type === 'choice') {
    return question.options.some((option) => sameValue(option.value, value)) ? undefined : 'not-an-option';
  }
  if (question.type === 'integer' || question.type === 'decimal') {
    if (typeof value !== 'number' || !Number.isFinite(value)) return 'not-a-number';
    if (question.type === 'integer' && !Number.isSafeInteger(value)) return 'not-a-number';
    if (question.minimum !== undefined && value < question.minimum) return 'below-minimum';
    if (question.maximum !== undefined && value > question.maximum) return 'above-maximum';
    return undefined;
  }
  if (question.type === 'boolean') return typeof value === 'boolean' ? undefined : 'wrong-type';
  if (typeof value !== 'string') return 'wrong-type';
  return question.maxLength !== undefined && value.length > question.maxLength ? 'too-long' : undefined;
}

/** Whether `values` together can be the answer to `question`; the reason if not. */
export function refusalOfAll(question: Question, values: readonly Value[]): Refusal | undefined {
  if (values.length > 1 && !question.repeats) return 'too-many';
  return values.map((value) => refusalOf(question, value)).find((refusal) => refusal !== undefined);
}

function change(instrument: Instrument, answers: Answers, linkId: string, answer: Answer): Change {
  const question = questionOf(instrument, linkId);
  if (!question) return { refused: 'unknown-item' };
  if (question.readOnly) return { refused: 'read-only' };
  const refused = answer.state === 'answered' ? refusalOfAll(question, answer.values) : undefined;
  if (refused) return { refused };
  const next = new Map(answers);
  if (answer.state === 'unanswered') next.delete(linkId);
  else next.set(linkId, answer);
  return { answers: next };
}

/** Gives an answer. A text without a visible character is no answer. */
export function giveAnswer(
  instrument: Instrument,
  answers: Answers,
  linkId: string,
  ...values: Value[]
): Change {
  const [first, ...more] = values.filter((value) => typeof value !== 'string' || value.trim() !== '');
  return change(instrument, answers, linkId, first === undefined ? unanswered : answered(first, ...more));
}

export function leaveOut(
  instrument: Instrument,
  answers: Answers,
  linkId: string,
  reason: AbsentReason,
): Change {
  return change(instrument, answers, linkId, absent(reason));
}

export function clearAnswer(instrument: Instrument, answers: Answers, linkId: string): Change {
  return change(instrument, answers, linkId, unanswered);
}

/**
 * The questions that still need an answer or a reason, in reading order.
 * @param everyScored also ask for every item that a score uses (the `required` attribute of the element)
 */
export function missingQuestions(
  instrument: Instrument,
  answers: Answers,
  everyScored: boolean,
): readonly Question[] {
  const scored = new Set(everyScored ? scoredLinkIds(instrument) : []);
  return questionsOf(instrument).filter(
    (question) =>
      (question.required || scored.has(question.linkId)) &&
      !question.readOnly &&
      answerOf(answers, question.linkId).state === 'unanswered',
  );
}
