import { mergeFields, sameFields } from '../fields.js';
import type { Merged } from '../record.js';
import type { GoalEntry, Note, Step } from './goal.js';

/*
 * What hangs on a goal is a record of its own, so that two people rarely change the same; where they do, it is asked.
 */

export const sameEntries = (one: GoalEntry, other: GoalEntry): boolean => sameFields(one, other);
export const sameSteps = (one: Step, other: Step): boolean => sameFields(one, other);

export const mergeEntries = (base: GoalEntry, mine: GoalEntry, theirs: GoalEntry): Merged<GoalEntry> =>
  mergeFields(base, mine, theirs);
export const mergeSteps = (base: Step, mine: Step, theirs: Step): Merged<Step> =>
  mergeFields(base, mine, theirs);

/** Whether two notes are one: by the name that they have here, else by what they say. */
export const sameNote = (one: Note, other: Note): boolean =>
  one.id === undefined || other.id === undefined
    ? one.words === other.words && one.at === other.at
    : one.id === other.id;
