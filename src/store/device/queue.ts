import { relativeReference } from '../../domain/identity.js';
import type { Queue, QueuedEntry } from '../outbox/queue.js';
import { keptTypes } from '../parameters.js';
import { clearRows, queuedRowOf } from './rows.js';
import type { Database } from './database.js';
import type { QueuedRow } from './schema.js';

const entriesOf = (rows: readonly QueuedRow[]): readonly QueuedEntry[] =>
  rows.map(({ partition, person, counted, ...entry }) => entry);

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
    about: (person, state) =>
      database.use(async (open) => {
        const owner = [partition, relativeReference(person), ...(state ? [state] : [])];
        const range = IDBKeyRange.bound(owner, [...owner, []]);
        const rows = await open.getAllFromIndex('outbox', 'person', range);
        return entriesOf(rows.sort((one, other) => one.sequence - other.sequence));
      }),
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
