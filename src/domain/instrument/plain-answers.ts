import { absent, answered, isCoding, isQuantity } from '../answers/answer.js';
import type { AbsentReason, Answer, Answers, Value } from '../answers/answer.js';
import { questionsOf, type Instrument, type Question } from './instrument.js';
import { refusalOfAll, type Refusal } from './response.js';

/** One answer as a host's code writes it: an option code for a choice, a number for an amount, else the value itself. */
type PlainValue = string | number | boolean;

/** Answers by `linkId`; an array for a question that takes several; an absent key means unanswered. */
export type PlainAnswers = Readonly<Record<string, PlainValue | readonly PlainValue[]>>;

/** Answers as a host sets them: `null`, `undefined` and a text without a visible character mean unanswered. */
export type GivenAnswers = Readonly<Record<string, PlainAnswers[string] | null | undefined>>;

/** What a host set that could not be taken, and why. */
export interface RefusedValue {
  readonly linkId: string;
  readonly value: unknown;
  readonly reason: Refusal;
}

function plain(value: Value): PlainValue {
  if (isCoding(value)) return value.code;
  return isQuantity(value) ? value.value : value;
}

export function toPlainAnswers(answers: Answers): PlainAnswers {
  return Object.fromEntries(
    [...answers].flatMap(([linkId, answer]) => {
      if (answer.state !== 'answered') return [];
      const [first, ...more] = answer.values;
      return [[linkId, more.length > 0 ? answer.values.map(plain) : plain(first)]];
    }),
  );
}

export function linkIdsAbsent(answers: Answers, reason: AbsentReason): readonly string[] {
  return [...answers].flatMap(([linkId, answer]) =>
    answer.state === 'absent' && answer.reason === reason ? [linkId] : [],
  );
}

/** The value meant by an option's `code`, `system|code`, a number or a plain text. */
function valueMeant(question: Question, given: PlainValue): Value {
  const text = String(given);
  const option = question.options.find(({ value }) =>
    isCoding(value)
      ? value.code === text || `${value.system ?? ''}|${value.code}` === text
      : value === given || (typeof value !== 'object' && String(value) === text),
  );
  if (option) return option.value;
  switch (question.type) {
    case 'integer':
    case 'decimal':
      return typeof given === 'string' ? Number(given) : given;
    case 'boolean':
      return text === 'true' || text === 'false' ? text === 'true' : given;
    case 'quantity': {
      const { display, ...unit } = question.units?.[0] ?? {};
      return { value: Number(given), unit: display, ...unit };
    }
    case 'choice':
      return given;
    default:
      return typeof given === 'number' ? text : given;
  }
}

const isVisible = (given: PlainValue): boolean => typeof given !== 'string' || given.trim() !== '';

const isPlain = (given: unknown): given is PlainValue =>
  typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean';

/** The values in whatever a host's code gave for one question, as far as they fit it. */
export function valuesMeant(question: Question, given: unknown): readonly Value[] {
  const values = [given]
    .flat()
    .filter(isPlain)
    .filter(isVisible)
    .map((one) => valueMeant(question, one));
  return values.filter((value) => refusalOfAll(question, [value]) === undefined);
}

function readAnswer(question: Question, given: GivenAnswers[string]): Answer | Refusal | undefined {
  const all: readonly unknown[] = [given ?? []].flat();
  if (!all.every(isPlain)) return 'wrong-type';
  const [first, ...more] = all.filter(isVisible).map((one) => valueMeant(question, one));
  if (first === undefined) return undefined;
  return refusalOfAll(question, [first, ...more]) ?? answered(first, ...more);
}

/** What came of a host's values: everything that fits is taken, the rest comes back with its reason. */
export interface TakenAnswers {
  readonly answers: Answers;
  readonly refused: readonly RefusedValue[];
}

/** Replaces all answers by a host's; questions left out on purpose stay so unless the host answers them. */
export function withPlainAnswers(
  instrument: Instrument,
  current: Answers,
  plainAnswers: GivenAnswers,
): TakenAnswers {
  const questions = new Map(questionsOf(instrument).map((question) => [question.linkId, question]));
  const answers = new Map([...current].filter(([, answer]) => answer.state === 'absent'));
  const refused: RefusedValue[] = [];
  for (const [linkId, value] of Object.entries(plainAnswers)) {
    const question = questions.get(linkId);
    const read = question ? readAnswer(question, value) : 'unknown-item';
    if (typeof read === 'string') refused.push({ linkId, value, reason: read });
    else if (read) answers.set(linkId, read);
  }
  return { answers, refused };
}

/** Replaces the list of questions that are left out for `reason`. */
export function withAbsent(
  instrument: Instrument,
  current: Answers,
  linkIds: readonly string[],
  reason: AbsentReason,
): TakenAnswers {
  const known = new Set(questionsOf(instrument).map(({ linkId }) => linkId));
  const answers = new Map(
    [...current].filter(([, answer]) => answer.state !== 'absent' || answer.reason !== reason),
  );
  const refused: RefusedValue[] = [];
  for (const linkId of linkIds) {
    if (known.has(linkId)) answers.set(linkId, absent(reason));
    else refused.push({ linkId, value: reason, reason: 'unknown-item' });
  }
  return { answers, refused };
}
