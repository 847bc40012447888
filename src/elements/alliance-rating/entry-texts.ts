import { toDateTime, toLocalTime } from '../../controllers/local-time.js';
import type { LocalizeController } from '../../controllers/localize.js';
import { isCoding, isQuantity, type Value } from '../../domain/answer.js';
import type { Question } from '../../domain/instrument.js';

/** A value as it stands in a field. */
export function textOf({ type }: Question, value: Value, localize: LocalizeController): string {
  if (isQuantity(value)) return localize.plainNumber(value.value);
  if (isCoding(value)) return value.display ?? value.code;
  if (typeof value === 'number') return localize.plainNumber(value);
  return type === 'dateTime' ? toLocalTime(String(value)) : String(value);
}

/** What was typed as a value; a text that is no number comes back as it is, and is refused as an answer. */
export function valueOf(
  question: Question,
  text: string,
  former: Value | undefined,
  localize: LocalizeController,
): Value {
  const { type, units } = question;
  switch (type) {
    case 'integer':
    case 'decimal':
      return localize.parseNumber(text) ?? text;
    case 'quantity': {
      const value = localize.parseNumber(text);
      if (value === undefined) return text;
      if (former !== undefined && typeof former === 'object' && isQuantity(former))
        return { ...former, value };
      const { display, ...unit } = units?.[0] ?? {};
      return { value, unit: display ?? question.unitLabel?.text, ...unit };
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
