export interface Timed {
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
