/*
 * FHIR dates as spans of time: `2026-11` is all of November. They are compared as instants, whatever their offset; what
 * cannot be read is no time.
 */

/** Milliseconds since 1970, from the first that belongs to it to the first that does not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const FORM = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** Where a date has no offset, it is taken as UTC. */
function spanOfDate(text: string): Span | undefined {
  const [, year, month, day, hour, minute, second, fraction, offset = 'Z'] = FORM.exec(text) ?? [];
  if (year === undefined) return undefined;
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  const start = new Date(Date.UTC(y, m, d));
  if (start.getUTCMonth() !== m || start.getUTCDate() !== d) return undefined; // 30 February
  if (month === undefined) return { from: start.getTime(), to: Date.UTC(y + 1, 0) };
  if (day === undefined) return { from: start.getTime(), to: Date.UTC(y, m + 1) };
  if (hour === undefined) return { from: start.getTime(), to: Date.UTC(y, m, d + 1) };
  // A leap second is a legal time that a browser cannot read
  const seconds = second === '60' ? '59' : (second ?? '00');
  const milliseconds = (fraction ?? '').padEnd(3, '0').slice(0, 3);
  const from = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute ?? '00'}:${seconds}.${milliseconds}${offset}`,
  );
  if (Number.isNaN(from)) return undefined;
  return { from, to: from + (second === undefined ? 60_000 : fraction === undefined ? 1000 : 1) };
}

const spanning = (spans: readonly (Span | undefined)[]): Span | undefined => {
  const known = spans.filter((span) => span !== undefined);
  if (known.length === 0 || known.length < spans.length) return undefined;
  return {
    from: Math.min(...known.map(({ from }) => from)),
    to: Math.max(...known.map(({ to }) => to)),
  };
};

/** The span of a date, dateTime, instant, Period or Timing; undefined for everything else. */
export function spanOf(value: unknown): Span | undefined {
  if (typeof value === 'string') return spanOfDate(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const { start, end, event } = value as { start?: unknown; end?: unknown; event?: unknown };
  if (Array.isArray(event)) return spanning(event.map(spanOf));
  if (start === undefined && end === undefined) return undefined;
  const [first, last] = [start, end].map((edge) => (edge === undefined ? undefined : spanOf(edge)));
  if ((start !== undefined && !first) || (end !== undefined && !last)) return undefined;
  return { from: first?.from ?? -Infinity, to: last?.to ?? Infinity };
}

const isWithin = (held: Span, wanted: Span): boolean => wanted.from <= held.from && held.to <= wanted.to;

/** R4's prefixes: what the span of a resource must be to that of the search. */
const comparisons: Readonly<Record<string, (held: Span, wanted: Span) => boolean>> = {
  eq: isWithin,
  ne: (held, wanted) => !isWithin(held, wanted),
  gt: (held, wanted) => held.to > wanted.to,
  lt: (held, wanted) => held.from < wanted.from,
  ge: (held, wanted) => held.to > wanted.to || isWithin(held, wanted),
  le: (held, wanted) => held.from < wanted.from || isWithin(held, wanted),
  sa: (held, wanted) => held.from >= wanted.to,
  eb: (held, wanted) => held.to <= wanted.from,
};

/** A test for one date of a search, such as `ge2026-11`. */
export function dateTest(wanted: string): (held: unknown) => boolean {
  const [, prefix = 'eq', text = ''] = /^([a-z]{2})?(.*)$/.exec(wanted) ?? [];
  const compare = Object.hasOwn(comparisons, prefix) ? comparisons[prefix] : undefined;
  const span = spanOf(text);
  return (value) => {
    const held = spanOf(value);
    return compare !== undefined && span !== undefined && held !== undefined && compare(held, span);
  };
}

/** All that a search for this date finds has begun before then, in milliseconds since 1970; `Infinity` if it may begin later. */
export function endOf(wanted: string): number {
  const [, text = ''] = /^(?:eq|lt|le|eb)?(\d.*)$/.exec(wanted) ?? [];
  return spanOf(text)?.to ?? Infinity;
}

/** Whether both are points in time and the same one, however they are written. */
export function isSameInstant(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => (text.includes('T') ? spanOf(text) : undefined));
  return first !== undefined && first.from === second?.from;
}
