import type { Standing, Waiting, WaitingCounts } from '../../context/store.js';
import { sameReference } from '../../domain/identity.js';
import type { Resource } from '../../fhir/resource.js';

/** One save that has not been confirmed. */
export interface QueuedSave extends Waiting {
  /** Saves of one act have the same. */
  readonly act: string;
  /** What is delivered by one page at a time, in its order: the key of the root that this hangs on, often its own. */
  readonly lane: string;
  /** Which resource it is: the saves of one resource have the same. */
  readonly key: string;
  /** Keys of what must be delivered before, because this refers to it. */
  readonly needs: readonly string[];
  readonly subject: string;
  /** Who typed it, as far as the page said; FHIR reference. */
  readonly author?: string | undefined;
  /** What was edited: a stored version, or (without a version) what waited then. */
  readonly base?: Resource | undefined;
  /** Saves in conflict or given up that this one was made to settle: they end with it. */
  readonly settles?: readonly number[] | undefined;
  /** Of what is derived: the versions that the saves became which it follows from, `Goal/1/_history/2`. */
  readonly follows?: readonly string[] | undefined;
  /** It was on its way once: it may have arrived, whatever was heard of it. */
  readonly isTried: boolean;
  /** It was refused, and may have arrived all the same: the store said yes. */
  readonly isUnsure?: boolean | undefined;
  /** Of what is new: when it was last on its way, in milliseconds since 1970. */
  readonly triedAt?: number | undefined;
}

/** A save with its place in the queue. */
export interface QueuedEntry extends QueuedSave {
  readonly sequence: number;
}

/** Where saves wait: in the order in which they came. */
export interface Queue {
  /** What waits survives the page. */
  readonly isLasting: boolean;
  all(): Promise<readonly QueuedEntry[]>;
  /** Those of one lane. */
  lane(lane: string): Promise<readonly QueuedEntry[]>;
  /** Those of one resource. */
  of(key: string): Promise<readonly QueuedEntry[]>;
  /** Those about one person, perhaps only those that stand somewhere. */
  about(person: string, state?: Standing['state']): Promise<readonly QueuedEntry[]>;
  /** How many of each resource type wait about one person, what is derived left out. */
  count(person: string): Promise<WaitingCounts>;
  /** Writes all of them down in one step. */
  add(saves: readonly QueuedSave[]): Promise<readonly QueuedEntry[]>;
  /** Replaces and removes in one step; what a sign-out or another tab removed meanwhile does not come back. */
  change(put: readonly QueuedEntry[], remove?: readonly number[]): Promise<void>;
  clear(subject?: string): Promise<void>;
}

/** Saves wait as long as the page lives. */
export function createMemoryQueue(): Queue {
  const entries = new Map<number, QueuedEntry>();
  let last = 0;
  const where = (fits: (entry: QueuedEntry) => boolean): Promise<readonly QueuedEntry[]> =>
    Promise.resolve([...entries.values()].filter(fits));
  const about: Queue['about'] = (person, state) =>
    where((entry) => sameReference(entry.subject, person) && (state ?? entry.state) === entry.state);
  return {
    isLasting: false,
    all: () => where(() => true),
    lane: (lane) => where((entry) => entry.lane === lane),
    of: (key) => where((entry) => entry.key === key),
    about,
    async count(person) {
      const counts: Record<string, number> = {};
      for (const { derived, resource } of await about(person, 'waiting'))
        if (!derived) counts[resource.resourceType] = (counts[resource.resourceType] ?? 0) + 1;
      return counts;
    },
    add(saves) {
      const added = structuredClone(saves).map((save) => ({ ...save, sequence: (last += 1) }));
      for (const entry of added) entries.set(entry.sequence, entry);
      return Promise.resolve(added);
    },
    change(put, remove = []) {
      for (const entry of put) if (entries.has(entry.sequence)) entries.set(entry.sequence, entry);
      for (const sequence of remove) entries.delete(sequence);
      return Promise.resolve();
    },
    clear(subject) {
      for (const [sequence, entry] of entries) {
        if (subject === undefined || entry.subject === subject) entries.delete(sequence);
      }
      return Promise.resolve();
    },
  };
}
