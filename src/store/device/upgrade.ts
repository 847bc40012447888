import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { personOf } from '../persons.js';
import { create, OWNER, type Upgrade } from './create.js';
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
 * What the device's database takes over from what it was: version 1 had all versions in one object store and drafts,
 * version 2 the outbox too; neither knew partitions. Version 3 found less by its indices.
 */

/** The same database with names of object stores that are not ours any more. */
type Untyped = IDBPDatabase;

/** Where the device has an older version; loaded only there. If it fails, all stays as it was. */
export async function upgrade(
  database: IDBPDatabase<AllianceSchema>,
  from: number,
  transaction: Upgrade,
): Promise<void> {
  if (from === 3) return indexAnew(transaction);
  const untyped = database as unknown as Untyped;
  const old = transaction as unknown as IDBPTransaction<unknown, string[], 'versionchange'>;
  const versions = (await old.objectStore('versions').getAll()) as OldVersionRow[];
  const drafts = (await old.objectStore('drafts').getAll()) as OldDraftRow[];
  for (const name of ['versions', 'drafts']) untyped.deleteObjectStore(name);
  create(database, transaction, from < 2);
  await takeVersions(versions, transaction);
  for (const row of drafts) await transaction.objectStore('drafts').put(draftFrom(row));
  if (from === 2) await takeWaiting(transaction);
}

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
