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
