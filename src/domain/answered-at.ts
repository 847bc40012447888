import { inTime, type Timed } from './time.js';

const instant = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/;

const digits = (part: number, length = 2): string => String(Math.floor(part)).padStart(length, '0');

/** A thousandth of a second later; at the very end of a day less. What tells no instant stays as it is. */
function justAfter(at: string): string {
  const [, day, hour, minute, second, part = '', zone] = instant.exec(at) ?? [];
  if (day === undefined || zone === undefined) return at;
  const minutes = Number(hour) * 60 + Number(minute);
  const later = (minutes * 60 + Number(second)) * 1000 + Number(part.slice(0, 3).padEnd(3, '0')) + 1;
  if (later >= 86_400_000) return `${day}T23:59:59.${part}1${zone}`;
  const [toHour, toMinute] = [digits(later / 3_600_000), digits((later / 60_000) % 60)];
  return `${day}T${toHour}:${toMinute}:${digits((later / 1000) % 60)}.${digits(later % 1000, 3)}${zone}`;
}

/**
 * When something is said that answers something else: two devices may tell different times, and no answer comes before
 * what it answers.
 */
export function answeredAt(at: string, answered: readonly Timed[]): string {
  const newest = [...answered].sort(inTime).at(-1);
  return newest?.at === undefined || inTime(newest, { at }) < 0 ? at : justAfter(newest.at);
}
