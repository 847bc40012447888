import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { AllianceSchema } from './schema.js';

/*
 * The device's database as it is now.
 */

export type Upgrade = IDBPTransaction<AllianceSchema, StoreNames<AllianceSchema>[], 'versionchange'>;

/** Keys of the index by which what waits of a person is counted. */
export const OWNER = ['partition', 'person', 'state', 'counted'];

/** @param withOutbox there is none yet */
export function create(
  database: IDBPDatabase<AllianceSchema>,
  transaction: Upgrade,
  withOutbox: boolean,
): void {
  const resources = database.createObjectStore('resources', { keyPath: ['partition', 'type', 'id'] });
  resources.createIndex('type', ['partition', 'type']);
  resources.createIndex('found', 'found', { multiEntry: true });
  resources.createIndex('subject', 'subject');
  const former = database.createObjectStore('former', { keyPath: ['partition', 'type', 'id', 'version'] });
  former.createIndex('subject', 'subject');
  const drafts = database.createObjectStore('drafts', { keyPath: ['partition', 'key'] });
  drafts.createIndex('owner', ['partition', 'subject', 'author', 'kind', 'draft.keptAt']);
  drafts.createIndex('subject', 'subject');
  const outbox = withOutbox
    ? database.createObjectStore('outbox', { keyPath: 'sequence', autoIncrement: true })
    : transaction.objectStore('outbox');
  if (withOutbox) outbox.createIndex('subject', 'subject');
  outbox.createIndex('partition', 'partition');
  outbox.createIndex('lane', ['partition', 'lane']);
  outbox.createIndex('key', ['partition', 'key']);
  outbox.createIndex('person', OWNER);
}

/** Gives up a transaction, so that nothing of it is kept; one that has ended stays as it is. */
export function abort(transaction: { abort(): void; readonly done: Promise<void> }): void {
  transaction.done.catch(() => undefined); // whoever started it has another error to tell
  try {
    transaction.abort();
  } catch {
    // it has ended
  }
}
