import type { Waiting } from '../context/store.js';
import type { Resource } from '../fhir/resource.js';
import type { Database } from './database.js';

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
  /** What was edited: a stored version, or what waited then. */
  readonly base?: Resource | undefined;
  /** Saves in conflict or given up that this one was made to settle: they end with it. */
  readonly settles?: readonly number[] | undefined;
  /** It was on its way once: it may have arrived, whatever was heard of it. */
  readonly isTried: boolean;
}

/** A save with its place in the queue. */
export interface QueuedEntry extends QueuedSave {
  readonly sequence: number;
}

/** Where saves wait: in the order in which they came. */
export interface Queue {
  all(): Promise<readonly QueuedEntry[]>;
  /** Those of one lane. */
  lane(lane: string): Promise<readonly QueuedEntry[]>;
  /** Those of one resource. */
  of(key: string): Promise<readonly QueuedEntry[]>;
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
  return {
    all: () => Promise.resolve([...entries.values()]),
    add(save) {
      last += 1;
      const entry = structuredClone({ ...save, sequence: last });
      entries.set(last, entry);
      return Promise.resolve(entry);
    },
    put(entry) {
      if (entries.has(entry.sequence)) entries.set(entry.sequence, entry);
      return Promise.resolve();
    },
    remove(sequence) {
      entries.delete(sequence);
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

/** A save on the device: it belongs to the server that it was meant for, and reaches no other. */
export interface QueuedRow extends QueuedEntry {
  readonly target: string;
}

/**
 * Saves wait on the device, across reloads and for every tab. A sign-out removes those for other targets too.
 * @param target what they are sent to, such as the address of a server
 */
export function createDeviceQueue(database: Database, target: string): Queue {
  return {
    all: () =>
      database.use(async (open) => (await open.getAll('outbox')).filter((row) => row.target === target)),
    add: (save) =>
      database.use(async (open) => {
        // The database gives the number, so that two tabs never give the same one
        const sequence = await open.add('outbox', { ...save, target } as QueuedRow);
        return { ...save, sequence };
      }),
    put: (entry) =>
      database.use(async (open) => {
        const transaction = open.transaction('outbox', 'readwrite');
        // What a sign-out or another tab removed does not come back
        if (await transaction.store.getKey(entry.sequence)) await transaction.store.put({ ...entry, target });
        await transaction.done;
      }),
    remove: (sequence) => database.use((open) => open.delete('outbox', sequence)),
    clear: (subject) =>
      database.use(async (open) => {
        const transaction = open.transaction('outbox', 'readwrite');
        const keys =
          subject === undefined
            ? await transaction.store.getAllKeys()
            : await transaction.store.index('subject').getAllKeys(subject);
        await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
      }),
  };
}
