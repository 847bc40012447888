import { mergeParts, type Merged } from '../record.js';
import type { GoalEntry, Note, Step } from './goal.js';

/*
 * What hangs on a goal is a record of its own, so that two people rarely change the same; where they do, it is asked.
 */

/** What of an entry can be changed at all; to what it belongs, by whom and when never changes. */
const own = (entry: object): ReadonlyMap<string, unknown> =>
  new Map(
    Object.entries(entry).filter(
      ([key, value]) => !['goal', 'by', 'at', 'id'].includes(key) && value !== undefined,
    ),
  );

const sameParts = (one: object, other: object): boolean => {
  const [parts, others] = [own(one), own(other)];
  return parts.size === others.size && [...parts].every(([key, value]) => others.get(key) === value);
};

function merge<Value extends object>(base: Value, mine: Value, theirs: Value): Merged<Value> {
  const merged = mergeParts(own(base), own(mine), own(theirs), (one, other) => one === other);
  const kept = Object.fromEntries(Object.entries(theirs).filter(([key]) => !own(theirs).has(key)));
  return { value: { ...kept, ...Object.fromEntries(merged.value) } as Value, conflicts: merged.conflicts };
}

export const sameEntries = (one: GoalEntry, other: GoalEntry): boolean => sameParts(one, other);
export const sameSteps = (one: Step, other: Step): boolean => sameParts(one, other);

export const mergeEntries = (base: GoalEntry, mine: GoalEntry, theirs: GoalEntry): Merged<GoalEntry> =>
  merge(base, mine, theirs);
export const mergeSteps = (base: Step, mine: Step, theirs: Step): Merged<Step> => merge(base, mine, theirs);

/** Whether two notes are one: by the name that they have here, else by what they say. */
export const sameNote = (one: Note, other: Note): boolean =>
  one.id === undefined || other.id === undefined
    ? one.words === other.words && one.at === other.at
    : one.id === other.id;
