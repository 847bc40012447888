import type { StoreReason, Standing } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { saysTheSame } from '../equality.js';
import { isOfSamePerson } from '../persons.js';
import { versionsOf, withReferenceTo } from '../references.js';
import type { QueuedEntry, QueuedSave } from './queue.js';

/** Knows of every resource that an outbox has given where it stood then: beside the resource, never in it. */
export class Standings {
  readonly #given = new WeakMap<Resource, Standing>();

  of(resource: Resource): Standing | undefined {
    return this.#given.get(resource);
  }

  /** A copy for those outside. */
  give(resource: Resource, { state, reason, base }: Standing): Resource {
    const given = structuredClone(resource);
    const isStopped = state === 'refused' || state === 'expired';
    const standing = { state, ...(reason !== undefined && { reason }), ...(isStopped && base && { base }) };
    this.#given.set(given, standing);
    return given;
  }

  /** Copies of what waits, among all that waits about the same person. */
  giveAmong(entries: readonly QueuedEntry[], rows: readonly QueuedEntry[]): readonly Resource[] {
    const stuck = rows.filter(({ state }) => state !== 'waiting').map(({ key }) => key);
    const hanging = new Set(dependentsOf(stuck, rows));
    return entries.map((entry) =>
      this.give(entry.resource, entry.state === 'waiting' && hanging.has(entry) ? held : entry),
    );
  }
}

export const held: Standing = { state: 'waiting', reason: 'held' };

/*
 * What the outcome of one save means for the others of its lane. Pure: the queue is changed by it in one step.
 */

export interface Step {
  readonly put: readonly QueuedEntry[];
  /** Places in the queue. */
  readonly remove: readonly number[];
  /** What waits for a person from here on, because it hangs on a save that does. */
  readonly held: readonly QueuedEntry[];
}

/** All that refers to saves, to what refers to them, and so on. */
export function dependentsOf(roots: readonly string[], rows: readonly QueuedEntry[]): readonly QueuedEntry[] {
  const keys = new Set(roots);
  let found: readonly QueuedEntry[] = [];
  for (;;) {
    const more = rows.filter(({ needs }) => needs.some((need) => keys.has(need)));
    if (more.length === found.length) return found;
    found = more;
    for (const row of found) keys.add(row.key);
  }
}

/** Whether both are saves of the same resource: two persons may have something of the same name. */
const isSameOne = (one: QueuedSave, other: QueuedSave): boolean =>
  one.key === other.key && isOfSamePerson(one.resource, other.resource);

const DAY = 86_400_000;

/** Whether a save has waited so long that the person must say whether it is still to be sent. */
export const isExpired = (
  { queuedAt }: QueuedSave,
  { now, expiryDays = 30 }: { readonly now: () => Date; readonly expiryDays?: number | undefined },
): boolean => now().getTime() - Date.parse(queuedAt) > expiryDays * DAY;

/** Whether an earlier save of the same resource waits too. */
export const isAfterOthers = (entry: QueuedEntry, rows: readonly QueuedEntry[]): boolean =>
  rows.some((row) => isSameOne(row, entry) && row.sequence < entry.sequence && row.state === 'waiting');

const sequenceOf = ({ sequence }: QueuedEntry): number => sequence;

/** What follows from this very save, and is made anew with the next one. */
const derivedFrom = (entry: QueuedEntry, rows: readonly QueuedEntry[]): readonly QueuedEntry[] =>
  rows.filter((row) => row.derived && row.act === entry.act && row.needs.includes(entry.key));

/** Earlier saves of the same resource that end with this one, and what follows from them. */
function settledBy(entry: QueuedEntry, rows: readonly QueuedEntry[]): readonly number[] {
  const ended = rows.filter((row) => isSameOne(row, entry) && entry.settles?.includes(row.sequence));
  return [...ended, ...ended.flatMap((row) => derivedFrom(row, rows))].map(sequenceOf);
}

/**
 * It is saved: what refers to it may say where.
 * @param version the stored version that says what was sent, perhaps not the newest
 */
export function afterSaved(entry: QueuedEntry, version: Resource, rows: readonly QueuedEntry[]): Step {
  const freed = rows.filter(({ derived, act, needs, resource }) => {
    // What follows from another save of the same resource is about that one's version
    const isOfOne = derived === true || resource.resourceType === 'Provenance';
    return needs.includes(entry.key) && (!isOfOne || act === entry.act);
  });
  return {
    put: freed.map((row) => ({
      ...row,
      resource: withReferenceTo(row.resource, version),
      needs: row.needs.filter((need) => need !== entry.key),
      ...(row.derived && { follows: [...(row.follows ?? []), ...versionsOf(version)] }),
    })),
    remove: [entry.sequence, ...settledBy(entry, rows)],
    held: [],
  };
}

/**
 * A person must decide about it. Where a later save was made on it, that one takes its place: it says all that this one
 * says. One that may have arrived all the same stays until that one is sent, so that it can be looked for then.
 */
export function afterStopped(
  entry: QueuedEntry,
  state: 'conflict' | 'refused' | 'expired',
  reason: StoreReason | undefined,
  rows: readonly QueuedEntry[],
): Step {
  const next = rows.find(
    (row) =>
      row.sequence > entry.sequence &&
      isSameOne(row, entry) &&
      row.state === 'waiting' &&
      row.base !== undefined &&
      row.base.meta?.versionId === undefined &&
      saysTheSame(row.base, entry.resource),
  );
  const mayBeThere = state === 'refused' && entry.isUnsure === true;
  const isOver = state === 'conflict' || (next !== undefined && !mayBeThere);
  const ended = [...(isOver ? derivedFrom(entry, rows).map(sequenceOf) : [])];
  // One that is refused has settled no conflict, unless there is nobody to ask; it takes the place of what was refused before
  if (state === 'conflict' || entry.derived) ended.push(...settledBy(entry, rows));
  else
    ended.push(
      ...settledBy(
        entry,
        rows.filter((row) => row.state !== 'conflict'),
      ),
    );
  if (next) {
    const settles = [...(next.settles ?? []), ...(entry.settles ?? []), entry.sequence];
    const following = { ...next, base: entry.base, settles };
    return mayBeThere
      ? { put: [{ ...entry, state, reason }, following], remove: ended, held: [] }
      : { put: [following], remove: [entry.sequence, ...ended], held: [] };
  }
  const held = dependentsOf([entry.key], rows).filter(
    ({ derived, sequence }) => !derived && !ended.includes(sequence),
  );
  return { put: [{ ...entry, state, reason }], remove: ended, held };
}
