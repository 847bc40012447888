const formats: Record<string, Intl.DateTimeFormat> = {};

/** Each is made once: to make one takes far longer than to write a date with it. */
const formatOf = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  (formats[JSON.stringify([locale, options])] ??= new Intl.DateTimeFormat(locale, options));

/**
 * A time as a person reads it: what is not of today carries its date, which a person would else take for today.
 * @param timeZone IANA name; by default that of the browser
 */
export function momentIn(locale: string, instant: Date, now: Date, timeZone?: string): string {
  const dayOf = (of: Date): string =>
    new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone }).format(of);
  const isToday = dayOf(instant) === dayOf(now);
  return new Intl.DateTimeFormat(locale, {
    ...(isToday ? {} : { dateStyle: 'long' }),
    timeStyle: 'short',
    timeZone,
  }).format(instant);
}

/**
 * A day as a person reads it, without a time: the year where it is another one.
 * @param text FHIR date or dateTime: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or an instant; '' comes of what is none
 */
export function dayIn(locale: string, text: string, now: Date): string {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text) ?? [];
  if (year === '') return '';
  const isInstant = text.length > 10;
  const date = isInstant ? new Date(text) : new Date(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  if (Number.isNaN(date.getTime())) return '';
  return formatOf(locale, {
    ...(date.getFullYear() === now.getFullYear() && month !== undefined ? {} : { year: 'numeric' }),
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(date);
}

/** `YYYY-MM-DD` of an instant in the calendar of the browser. */
export const calendarDay = (instant: Date): string =>
  [
    String(instant.getFullYear()).padStart(4, '0'),
    String(instant.getMonth() + 1).padStart(2, '0'),
    String(instant.getDate()).padStart(2, '0'),
  ].join('-');
