import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { personOf } from '../persons.js';
import {
  draftFrom,
  waitingFrom,
  type OldDraftRow,
  type OldQueuedRow,
  type OldVersionRow,
} from './old-rows.js';
import { formerRowOf, queuedRowOf, rowOf } from './rows.js';
import type { AllianceSchema } from './schema.js';

/*
 * The device's database as it is now, and what is taken over from what it was: version 1 had all versions in one object
 * store and drafts, version 2 the outbox too; neither knew partitions. Version 3 found less by its indices.
 */

type Upgrade = IDBPTransaction<AllianceSchema, StoreNames<AllianceSchema>[], 'versionchange'>;
/** The same database with names of object stores that are not ours any more. */
type Untyped = IDBPDatabase;

/** Called by IndexedDB where the device has an older version, or none (0). If it fails, all stays as it was. */
export function upgrade(
  database: IDBPDatabase<AllianceSchema>,
  from: number,
  _to: number | null,
  transaction: Upgrade,
): void {
  takeOver(database, from, transaction).catch(() => {
    abort(transaction);
  });
}

async function takeOver(
  database: IDBPDatabase<AllianceSchema>,
  from: number,
  transaction: Upgrade,
): Promise<void> {
  if (from === 3) return indexAnew(transaction);
  const untyped = database as unknown as Untyped;
  const old = transaction as unknown as IDBPTransaction<unknown, string[], 'versionchange'>;
  const [versions, drafts] =
    from === 0
      ? [[], []]
      : [
          (await old.objectStore('versions').getAll()) as OldVersionRow[],
          (await old.objectStore('drafts').getAll()) as OldDraftRow[],
        ];
  for (const name of from === 0 ? [] : ['versions', 'drafts']) untyped.deleteObjectStore(name);
  create(database, transaction, from < 2);
  await takeVersions(versions, transaction);
  for (const row of drafts) await transaction.objectStore('drafts').put(draftFrom(row));
  if (from === 2) await takeWaiting(transaction);
}

function create(database: IDBPDatabase<AllianceSchema>, transaction: Upgrade, withOutbox: boolean): void {
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

/** Keys of the index by which what waits of a person is counted. */
const OWNER = ['partition', 'person', 'state', 'counted'];

async function indexAnew(transaction: Upgrade): Promise<void> {
  const outbox = transaction.objectStore('outbox');
  outbox.createIndex('person', OWNER);
  for (const { partition, ...row } of await outbox.getAll()) await outbox.put(queuedRowOf(partition, row));
  let cursor = await transaction.objectStore('resources').openCursor();
  while (cursor) {
    const { partition, subject, resource } = cursor.value;
    await cursor.update({ ...rowOf(partition, resource), subject });
    cursor = await cursor.continue();
  }
}

/** @param versions in the order of type, id and version */
async function takeVersions(versions: readonly OldVersionRow[], transaction: Upgrade): Promise<void> {
  for (const [at, { resource, ...row }] of versions.entries()) {
    const next = versions[at + 1]?.resource;
    const isFormer = next?.resourceType === resource.resourceType && next.id === resource.id;
    const subject = personOf(resource) || row.subject;
    await (isFormer
      ? transaction.objectStore('former').put({ ...formerRowOf('', resource), subject })
      : transaction.objectStore('resources').put({ ...rowOf('', resource), subject }));
  }
}

async function takeWaiting(transaction: Upgrade): Promise<void> {
  const outbox = transaction.objectStore('outbox');
  const rows = (await outbox.getAll()) as unknown as readonly OldQueuedRow[];
  for (const row of rows) await outbox.put(waitingFrom(row));
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
