import { mergeFields, sameFields } from '../fields.js';
import type { Merged } from '../record.js';
import type { Moment, Raise, ThreadEntry, WantedHelp } from './moment.js';

/*
 * How two versions come together: field by field. A moment is changed by one person on several pages; what hangs on it
 * only ever grows.
 */

const isHelp = (value: unknown): value is WantedHelp => typeof value === 'object' && value !== null;

const same = (one: unknown, other: unknown): boolean =>
  isHelp(one) && isHelp(other) ? one.kind === other.kind && one.words === other.words : one === other;

export const sameMoments = (one: Moment, other: Moment): boolean => sameFields(one, other, same);
export const sameEntries = (one: ThreadEntry, other: ThreadEntry): boolean => sameFields(one, other);
export const sameRaises = (one: Raise, other: Raise): boolean => sameFields(one, other);

export const mergeMoments = (base: Moment, mine: Moment, theirs: Moment): Merged<Moment> =>
  mergeFields(base, mine, theirs, same);
export const mergeEntries = (
  base: ThreadEntry,
  mine: ThreadEntry,
  theirs: ThreadEntry,
): Merged<ThreadEntry> => mergeFields(base, mine, theirs);
export const mergeRaises = (base: Raise, mine: Raise, theirs: Raise): Merged<Raise> =>
  mergeFields(base, mine, theirs);
