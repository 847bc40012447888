import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Draft } from '../../context/drafts.js';
import type { Waiting } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { keyOf } from '../../domain/identity.js';
import { personOf } from '../persons.js';
import { unmarked, type StoredResource } from '../versions.js';
import { formerRowOf, rowOf } from './rows.js';
import type { AllianceSchema, DraftRow, QueuedRow } from './schema.js';

/*
 * The device's database as it is now, and what is taken over from what it was: version 1 had all versions in one object
 * store and drafts, version 2 the outbox too; neither knew partitions.
 */

/** Drafts of which nobody noted whose server they were for: the first that asks for one has it. */
export const UNKNOWN_PARTITION = '*';

interface OldDraftRow {
  readonly key: string;
  readonly subject: string;
  readonly draft: Omit<Draft, 'key' | 'kind'>;
}

interface OldQueuedRow extends Omit<Waiting, 'derived'> {
  readonly sequence: number;
  readonly target: string;
  readonly lane: string;
  readonly subject: string;
  readonly base?: Resource | undefined;
  readonly settles?: readonly number[] | undefined;
}

interface OldVersionRow {
  readonly subject: string;
  readonly resource: StoredResource;
}

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

function draftFrom({ key, subject, draft }: OldDraftRow): DraftRow {
  const { resource, base, ...rest } = draft;
  const [, , author = ''] = key.split('/').map(decodeURIComponent); // instrument, subject, author, encounter
  const kind = 'response';
  const taken = { ...rest, key, kind, ...(author !== '' && { author }), resource: unmarked(resource) };
  return {
    ...{ partition: UNKNOWN_PARTITION, key, subject, author, kind },
    draft: { ...taken, ...(base && { base: unmarked(base) }) },
  };
}

async function takeWaiting(transaction: Upgrade): Promise<void> {
  const outbox = transaction.objectStore('outbox');
  const rows = (await outbox.getAll()) as unknown as readonly OldQueuedRow[];
  for (const row of rows) await outbox.put(waitingFrom(row));
}

function waitingFrom({ target, lane, ...row }: OldQueuedRow): QueuedRow {
  const resource = unmarked(row.resource);
  const key = keyOf(resource) ?? lane;
  return {
    ...row,
    ...{ partition: target, resource, key, lane: key, needs: [], act: `version 2 ${row.sequence}` },
    ...(row.base && { base: unmarked(row.base) }),
    ...{ subject: personOf(resource) || row.subject, derived: isDerived(resource), isTried: true },
  };
}

/** Version 2 guessed it. */
const isDerived = (resource: Resource): boolean =>
  resource.resourceType === 'Provenance' ||
  (resource.resourceType === 'Observation' && 'derivedFrom' in resource);

/** Gives up a transaction, so that nothing of it is kept; one that has ended stays as it is. */
export function abort(transaction: { abort(): void; readonly done: Promise<void> }): void {
  transaction.done.catch(() => undefined); // whoever started it has another error to tell
  try {
    transaction.abort();
  } catch {
    // it has ended
  }
}
