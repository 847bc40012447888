import { isCoding, isQuantity, sameValue, type Value } from '../answers/answer.js';
import type { Question } from './question.js';

/** Why a value cannot be an answer to a question. */
export type ValueRefusal =
  | 'not-an-option'
  | 'wrong-type'
  | 'not-a-number'
  | 'not-a-date'
  | 'not-an-address'
  | 'below-minimum'
  | 'above-maximum'
  | 'too-early'
  | 'too-late'
  | 'too-long';

/** FHIR integers have 32 bits. */
const LARGEST = 2_147_483_647;

/** The forms of FHIR R4 (hl7.org/fhir/R4/datatypes.html): a day may be left open to the month or the year. */
const forms = {
  date: /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
  dateTime:
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-](0\d|1[0-4]):[0-5]\d))?)?)?$/,
  time: /^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?$/,
} as const;

/** The ends between which a number must be, FHIR's own where the question names none. */
export function endsOf({ type, minimum, maximum }: Question): {
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
} {
  if (type !== 'integer') return { minimum, maximum };
  return { minimum: minimum ?? -LARGEST, maximum: maximum ?? LARGEST };
}

function refusalOfNumber(question: Question, value: number): ValueRefusal | undefined {
  if (!Number.isFinite(value) || (question.type === 'integer' && !Number.isInteger(value)))
    return 'not-a-number';
  const { minimum, maximum } = endsOf(question);
  if (minimum !== undefined && value < minimum) return 'below-minimum';
  return maximum !== undefined && value > maximum ? 'above-maximum' : undefined;
}

function refusalOfText(question: Question, value: string): ValueRefusal | undefined {
  const { type, earliest, latest, maxLength } = question;
  if (maxLength !== undefined && value.length > maxLength) return 'too-long';
  if (type === 'url') return /^\S+$/.test(value) ? undefined : 'not-an-address';
  if (type !== 'date' && type !== 'dateTime' && type !== 'time') return undefined;
  if (!forms[type].test(value)) return 'not-a-date';
  if (earliest !== undefined && value < earliest.slice(0, value.length)) return 'too-early';
  return latest !== undefined && value.slice(0, latest.length) > latest ? 'too-late' : undefined;
}

/** Whether `value` can be an answer to `question`; the reason if not. */
export function refusalOf(question: Question, value: Value): ValueRefusal | undefined {
  const { type, options } = question;
  if (options.some((option) => sameValue(option.value, value))) return undefined;
  if (type === 'choice') return 'not-an-option';
  if (type === 'open-choice') {
    return typeof value === 'string' ? refusalOfText(question, value) : 'not-an-option';
  }
  if (options.length > 0) return 'not-an-option';
  if (type === 'boolean') return typeof value === 'boolean' ? undefined : 'wrong-type';
  if (type === 'quantity') {
    if (typeof value === 'boolean' || isCoding(value) || !isQuantity(value)) return 'not-a-number';
    return refusalOfNumber(question, value.value);
  }
  if (type === 'integer' || type === 'decimal') {
    return typeof value === 'number' ? refusalOfNumber(question, value) : 'not-a-number';
  }
  return typeof value === 'string' ? refusalOfText(question, value) : 'wrong-type';
}
