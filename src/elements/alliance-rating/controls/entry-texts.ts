import type { LocalizeController } from '../../../controllers/widget/localize.js';
import { isCoding, isQuantity, type Value } from '../../../domain/answers/answer.js';
import { parseNumber } from '../../../i18n/parse-number.js';
import type { Question } from '../../../domain/instrument/instrument.js';

/** A day and time of the browser's clock, `2026-11-24T10:30`, as a FHIR dateTime with its offset from UTC. */
function toDateTime(local: string): string {
  const instant = new Date(local);
  if (Number.isNaN(instant.getTime())) return local;
  const minutes = -instant.getTimezoneOffset();
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
  return `${local.length === 16 ? `${local}:00` : local}${offset}`;
}

/** A FHIR dateTime on the browser's clock, as a native field takes it; a day without a time stays a day. */
function toLocalTime(dateTime: string): string {
  const instant = new Date(dateTime);
  if (!dateTime.includes('T') || Number.isNaN(instant.getTime())) return dateTime;
  const shifted = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** Every digit, nothing between thousands. */
function plainNumber(value: number, { formatLocale }: LocalizeController): string {
  return new Intl.NumberFormat(formatLocale, { useGrouping: false, maximumFractionDigits: 20 }).format(value);
}

/** A value as it stands in a field. */
export function textOf({ type }: Question, value: Value, localize: LocalizeController): string {
  if (isQuantity(value)) return plainNumber(value.value, localize);
  if (isCoding(value)) return value.display ?? value.code;
  if (typeof value === 'number') return plainNumber(value, localize);
  return type === 'dateTime' ? toLocalTime(String(value)) : String(value);
}

/** A number as the answer of this question; an amount in the unit that it had, else in the question's. */
export function asAnswer(
  { type, units, unitLabel }: Question,
  value: number,
  former: Value | undefined,
): Value {
  if (type !== 'quantity') return value;
  if (former !== undefined && isQuantity(former)) return { ...former, value };
  const { display, ...unit } = units?.[0] ?? {};
  return { value, unit: display ?? unitLabel?.text, ...unit };
}

/** What was typed as a value; a text that is no number comes back as it is, and is refused as an answer. */
export function valueOf(
  question: Question,
  text: string,
  former: Value | undefined,
  localize: LocalizeController,
): Value {
  switch (question.type) {
    case 'integer':
    case 'decimal':
    case 'quantity': {
      const value = parseNumber(text, localize.formatLocale);
      return value === undefined ? text : asAnswer(question, value, former);
    }
    case 'dateTime':
      return text.includes('T') ? toDateTime(text) : text;
    case 'time':
      return /^\d\d:\d\d$/.test(text) ? `${text}:00` : text;
    case 'url':
      return text.trim();
    default:
      return text;
  }
}
