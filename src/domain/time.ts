interface Timed {
  /** ISO 8601 instant or part of a date; other systems write it in their own time zone. */
  readonly at?: string | undefined;
}

const written =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(?:Z|([+-]\d\d):(\d\d))?)?)?)?$/;

/** Days up to one date in the Gregorian calendar; a year begins in March, so that a leap day ends it. */
function daysTo(year: number, month: number, day: number): number {
  const from = month > 2 ? year : year - 1;
  const leapDays = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  return 365 * from + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day;
}

/** When something was made, in seconds; what tells no time comes before all. */
function momentOf({ at = '' }: Timed): number {
  const parts = written.exec(at);
  if (!parts) return -Infinity;
  const [, year, month = 1, day = 1, hour = 0, minute = 0, second = 0, zone = '+00', zoneMinute = 0] = parts;
  const east = Number(zone) * 60 + Number(zoneMinute) * (zone.startsWith('-') ? -1 : 1);
  const minutes =
    daysTo(Number(year), Number(month), Number(day)) * 1440 + Number(hour) * 60 + Number(minute);
  return (minutes - east) * 60 + Number(second);
}

/** Sorts by time, and leaves what is of the same time as it is. */
export function inTime(one: Timed, other: Timed): number {
  const [first, second] = [momentOf(one), momentOf(other)];
  return first === second ? 0 : first < second ? -1 : 1;
}

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
