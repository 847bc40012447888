import { relativeReference } from '../../domain/identity.js';
import type { Queue, QueuedEntry } from '../outbox/queue.js';
import { keptTypes } from '../parameters.js';
import { clearRows, queuedRowOf } from './rows.js';
import type { Database } from './database.js';
import type { QueuedRow } from './schema.js';

/**
 * Saves wait on the device, across reloads and for every tab; those of another partition are not seen. A sign-out
 * removes those too.
 */
export function createDeviceQueue(database: Database, partition: string): Queue {
  /** In the order in which they came, whichever index finds them. */
  const where = (
    index: 'partition' | 'lane' | 'key' | 'person',
    range: IDBKeyRange,
  ): Promise<readonly QueuedEntry[]> =>
    database.use(async (open) => {
      const rows = await open.getAllFromIndex('outbox', index, range);
      rows.sort((one, other) => one.sequence - other.sequence);
      return rows.map(({ partition: its, person, counted, ...entry }) => entry);
    });
  return {
    isLasting: true,
    all: () => where('partition', IDBKeyRange.only(partition)),
    lane: (lane) => where('lane', IDBKeyRange.only([partition, lane])),
    of: (key) => where('key', IDBKeyRange.only([partition, key])),
    about(person, state) {
      const owner = [partition, relativeReference(person), ...(state ? [state] : [])];
      return where('person', IDBKeyRange.bound(owner, [...owner, []]));
    },
    count: (person) =>
      database.use(async (open) => {
        const index = open.transaction('outbox').store.index('person');
        const owner = [partition, relativeReference(person), 'waiting'] as const;
        const counts = await Promise.all(
          keptTypes.map(async (type) => [type, await index.count([...owner, type])] as const),
        );
        return Object.fromEntries(counts.filter(([, many]) => many > 0));
      }),
    add: (saves) =>
      database.write(['outbox'], async (transaction) => {
        const store = transaction.objectStore('outbox');
        // The database gives the numbers, so that two tabs never give the same one
        const added: QueuedEntry[] = [];
        for (const save of saves)
          added.push({ ...save, sequence: await store.add(queuedRowOf(partition, save) as QueuedRow) });
        return added;
      }),
    change: (put, remove = []) =>
      database.write(['outbox'], async (transaction) => {
        const store = transaction.objectStore('outbox');
        for (const entry of put) {
          // What a sign-out or another tab removed does not come back
          if (await store.getKey(entry.sequence)) await store.put(queuedRowOf(partition, entry));
        }
        await Promise.all(remove.map((sequence) => store.delete(sequence)));
      }),
    clear: (subject) => clearRows(database, ['outbox'], subject),
  };
}
