/** How far away something is, roughly. */
export type DueIn = 'two-weeks' | 'month' | 'three-months' | 'half-year';

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const padded = (part: number, length: number): string => String(part).padStart(length, '0');

/** `YYYY-MM` so many months later. */
function monthLater(year: number, month: number, count: number): string {
  const months = month - 1 + count;
  return `${padded(year + Math.floor(months / 12), 4)}-${padded((months % 12) + 1, 2)}`;
}

/**
 * Dates that a person can choose from: what is near to the day, what is far to the month, as FHIR writes them.
 * @param today `YYYY-MM-DD` in the calendar of the person
 */
export function dueOptions(today: string): readonly { readonly key: DueIn; readonly due: string }[] {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const later = day + 14;
  const days = daysIn(year, month);
  const twoWeeks =
    later > days
      ? `${monthLater(year, month, 1)}-${padded(later - days, 2)}`
      : `${padded(year, 4)}-${padded(month, 2)}-${padded(later, 2)}`;
  return [
    { key: 'two-weeks', due: twoWeeks },
    { key: 'month', due: monthLater(year, month, 1) },
    { key: 'three-months', due: monthLater(year, month, 3) },
    { key: 'half-year', due: monthLater(year, month, 6) },
  ];
}
