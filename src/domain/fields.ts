import { mergeParts, type Conflict, type Merged } from './record.js';

/*
 * Values whose fields are changed one by one. What says to what a value belongs, by whom and when it was said never
 * changes, and is no field here.
 */

const lasting: readonly string[] = ['goal', 'moment', 'by', 'author', 'at', 'id'];

type Same = (one: unknown, other: unknown) => boolean;

const identical: Same = (one, other) => one === other;

const fieldsOf = (value: object): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(value).filter(([key, held]) => !lasting.includes(key) && held !== undefined));

export function sameFields(one: object, other: object, same: Same = identical): boolean {
  const [fields, others] = [fieldsOf(one), fieldsOf(other)];
  return fields.size === others.size && [...fields].every(([key, held]) => same(others.get(key), held));
}

/** Brings two versions together, field by field. */
export function mergeFields<Value extends object>(
  base: Value,
  mine: Value,
  theirs: Value,
  same: Same = identical,
): Merged<Value> {
  const merged = mergeParts(fieldsOf(base), fieldsOf(mine), fieldsOf(theirs), same);
  const kept = Object.fromEntries(Object.entries(theirs).filter(([key]) => !fieldsOf(theirs).has(key)));
  return { value: { ...kept, ...Object.fromEntries(merged.value) } as Value, conflicts: merged.conflicts };
}

/** Takes the side that a person chose; there is no third. */
export const chosenField = <Value>(
  merged: Value,
  { part, mine, theirs }: Conflict,
  choice: string,
): Value => ({
  ...merged,
  [part as string]: choice === 'theirs' ? theirs : mine,
});
