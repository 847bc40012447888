import type { Queue, QueuedEntry } from '../outbox/queue.js';
import { clearRows } from './rows.js';
import type { Database } from './database.js';
import type { QueuedRow } from './schema.js';

const entriesOf = (rows: readonly QueuedRow[]): readonly QueuedEntry[] =>
  rows.map(({ partition, ...entry }) => entry);

/**
 * Saves wait on the device, across reloads and for every tab; those of another partition are not seen. A sign-out
 * removes those too.
 */
export function createDeviceQueue(database: Database, partition: string): Queue {
  return {
    isLasting: true,
    all: () =>
      database.use(async (open) => entriesOf(await open.getAllFromIndex('outbox', 'partition', partition))),
    lane: (lane) =>
      database.use(async (open) =>
        entriesOf(await open.getAllFromIndex('outbox', 'lane', [partition, lane])),
      ),
    of: (key) =>
      database.use(async (open) => entriesOf(await open.getAllFromIndex('outbox', 'key', [partition, key]))),
    add: (saves) =>
      database.write(['outbox'], async (transaction) => {
        const store = transaction.objectStore('outbox');
        // The database gives the numbers, so that two tabs never give the same one
        const added: QueuedEntry[] = [];
        for (const save of saves)
          added.push({ ...save, sequence: await store.add({ ...save, partition } as QueuedRow) });
        return added;
      }),
    change: (put, remove = []) =>
      database.write(['outbox'], async (transaction) => {
        const store = transaction.objectStore('outbox');
        for (const entry of put) {
          // What a sign-out or another tab removed does not come back
          if (await store.getKey(entry.sequence)) await store.put({ ...entry, partition });
        }
        await Promise.all(remove.map((sequence) => store.delete(sequence)));
      }),
    clear: (subject) => clearRows(database, ['outbox'], subject),
  };
}
