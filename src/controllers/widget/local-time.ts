/** A day and time of the browser's clock, `2026-11-24T10:30`, as a FHIR dateTime with its offset from UTC. */
export function toDateTime(local: string): string {
  const instant = new Date(local);
  if (Number.isNaN(instant.getTime())) return local;
  const minutes = -instant.getTimezoneOffset();
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
  return `${local.length === 16 ? `${local}:00` : local}${offset}`;
}

/** A FHIR dateTime on the browser's clock, as a native field takes it; a day without a time stays a day. */
export function toLocalTime(dateTime: string): string {
  const instant = new Date(dateTime);
  if (!dateTime.includes('T') || Number.isNaN(instant.getTime())) return dateTime;
  const shifted = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
