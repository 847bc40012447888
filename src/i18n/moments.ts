const formats: Record<string, Intl.DateTimeFormat> = {};

/** Each is made once: to make one takes far longer than to write a date with it. */
const formatOf = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  (formats[JSON.stringify([locale, options])] ??= new Intl.DateTimeFormat(locale, options));

/** Whether a text is a day, month or year as FHIR writes it, and there is one of that name. */
function isDay(text: string): boolean {
  const date = new Date(text);
  const isWritten = /^\d{4}(-\d\d){0,2}$/.test(text) && !Number.isNaN(date.getTime());
  return isWritten && date.toISOString().startsWith(text);
}

/** The instant that FHIR writes so; undefined for what names none, such as a day. A leap second is the one before it. */
export function instantIn(given: unknown): Date | undefined {
  const text = String(given);
  const [day = '', time] = text.split('T');
  if (time === undefined || !isDay(day)) return undefined;
  const instant = new Date(text.replace(/(T..:..):60/, '$1:59'));
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

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
export function dayIn(locale: string, given: unknown, now: Date): string {
  const text = String(given);
  const instant = instantIn(text);
  if (!instant && !isDay(text)) return '';
  const [year, month, day] = text.split('-');
  const date = instant ?? new Date(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
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
