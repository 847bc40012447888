import { absent, answered, answerOf, sameValue, unanswered, valuesOf } from '../answers/answer.js';
import type { AbsentReason, Answer, Answers, Value } from '../answers/answer.js';
import { disabledItems, questionOf, questionsOf, type Instrument, type Question } from './instrument.js';
import { refusalOf, type ValueRefusal } from './refusal.js';
import { scoredLinkIds } from './scoring.js';

/** Why a change of an answer was not taken. */
export type Refusal = ValueRefusal | 'unknown-item' | 'read-only' | 'too-many';

/** A new set of answers, or the reason why there is none. */
export type Change = { readonly answers: Answers } | { readonly refused: Refusal };

/** Whether a person cannot answer it: it is only shown. */
export const isFixed = ({ readOnly, calculation, isUnsupported = false }: Question): boolean =>
  readOnly || isUnsupported || calculation !== undefined;

const standsAlone = (question: Question, value: Value): boolean =>
  question.options.some((option) => option.isExclusive === true && sameValue(option.value, value));

const isAmong = (values: readonly Value[], value: Value): boolean =>
  values.some((other) => sameValue(other, value));

/**
 * Whether `values` together can be the answer to `question`; the reason if not.
 * @param held what it is answered with: it may stay, also where nobody could give it now
 */
export function refusalOfAll(
  question: Question,
  values: readonly Value[],
  held: readonly Value[] = [],
): Refusal | undefined {
  if (values.length > 1) {
    if (!question.repeats || values.some((value) => standsAlone(question, value))) return 'too-many';
  }
  return values
    .filter((value) => !isAmong(held, value))
    .map((value) => refusalOf(question, value))
    .find((refusal) => refusal !== undefined);
}

function change(instrument: Instrument, answers: Answers, linkId: string, answer: Answer): Change {
  const question = questionOf(instrument, linkId);
  if (!question) return { refused: 'unknown-item' };
  if (isFixed(question)) return { refused: 'read-only' };
  const held = valuesOf(answerOf(answers, linkId));
  const refused = refusalOfAll(question, valuesOf(answer), held);
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

/** What is chosen once `value` is added: an option that stands alone removes the others, and is removed by them. */
export function withChoice(question: Question, chosen: readonly Value[], value: Value): readonly Value[] {
  if (!question.repeats || standsAlone(question, value)) return [value];
  const others = chosen.filter((other) => !sameValue(other, value) && !standsAlone(question, other));
  return [...others, value];
}

/** The answers that an instrument starts with (`initial`, `initialSelected`). */
export function initialAnswers(instrument: Instrument): Answers {
  return new Map(
    questionsOf(instrument).flatMap(({ linkId, initial = [] }) => {
      const [first, ...more] = initial;
      return first === undefined ? [] : [[linkId, answered(first, ...more)] as const];
    }),
  );
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
  const disabled = disabledItems(instrument, answers);
  return questionsOf(instrument).filter(
    (question) =>
      (question.required || scored.has(question.linkId)) &&
      !isFixed(question) &&
      !question.isHidden &&
      !disabled.has(question) &&
      answerOf(answers, question.linkId).state === 'unanswered',
  );
}
