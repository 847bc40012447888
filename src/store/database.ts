import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Draft } from '../context/drafts.js';
import type { QueuedRow } from './outbox-queue.js';
import { StoreError } from './store-error.js';
import type { StoredResource } from './versions.js';

/** Everything that the library keeps on a device, each row under the partition and the person that it belongs to. */
interface AllianceSchema extends DBSchema {
  /** The newest version of every resource. */
  resources: {
    key: [partition: string, type: string, id: string];
    value: ResourceRow;
    indexes: {
      person: [partition: string, subject: string, type: string];
      type: [partition: string, type: string];
      /** Many for each row; see `identifierEntry`. */
      identifier: string;
      subject: string;
    };
  };
  /** Versions that another one has followed. */
  former: {
    key: [partition: string, type: string, id: string, version: number];
    value: ResourceRow;
    indexes: { subject: string };
  };
  drafts: {
    key: [partition: string, key: string];
    value: DraftRow;
    indexes: { person: [partition: string, subject: string, kind: string]; subject: string };
  };
  /** Saves that have not been confirmed, in the order in which they came. */
  outbox: {
    key: number;
    value: QueuedRow;
    indexes: {
      partition: string;
      lane: [partition: string, lane: string];
      key: [partition: string, key: string];
      subject: string;
    };
  };
}

export interface ResourceRow {
  readonly partition: string;
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly subject: string;
  /** What the index of identifiers holds of it: partition, type and identifier, one entry each. */
  readonly identifiers: readonly string[];
  readonly resource: StoredResource;
}

export interface DraftRow {
  readonly partition: string;
  readonly key: string;
  readonly subject: string;
  readonly kind: string;
  readonly draft: Draft;
}

/** A save on the device: it belongs to the partition that it was meant for, and reaches no other. */
export interface QueuedRow extends QueuedEntry {
  readonly partition: string;
}

export type AllianceDatabase = IDBPDatabase<AllianceSchema>;

const NAME = 'alliance-elements';
const VERSION = 2;

function asStoreError(cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const { name = '', message = '' } = cause instanceof Error ? cause : {};
  if (name === 'QuotaExceededError')
    return new StoreError('full', `The device has no room: ${message}`, { cause });
  return new StoreError('unavailable', `The browser's storage cannot be used: ${message || name}`, { cause });
}

const blocked = (): StoreError =>
  new StoreError('blocked', 'Another tab holds an older version of the storage. Close that tab.');

/** One connection to the device's database, opened when first needed and again after it was lost. */
export class Database {
  #connection: Promise<AllianceDatabase> | undefined;
  /** An opening that waits for another tab: a second one would queue behind it and never be answered. */
  #isWaiting = false;

  /** Runs `work` on the open database; whatever fails rejects with a StoreError. */
  async use<Result>(work: (database: AllianceDatabase) => Promise<Result>): Promise<Result> {
    if (this.#isWaiting) throw blocked();
    this.#connection ??= this.#open();
    const connection = this.#connection;
    try {
      return await work(await connection);
    } catch (error) {
      if (this.#connection === connection) this.close();
      throw asStoreError(error);
    }
  }

  /** Lets go of the connection; the next use opens a new one. */
  close(): void {
    void this.#connection?.then(
      (database) => {
        database.close();
      },
      () => undefined,
    );
    this.#connection = undefined;
  }

  #open(): Promise<AllianceDatabase> {
    return new Promise((resolve, reject) => {
      const opening = openDB<AllianceSchema>(NAME, VERSION, {
        upgrade(database, oldVersion) {
          if (oldVersion < 1) {
            const versions = database.createObjectStore('versions', { keyPath: ['type', 'id', 'version'] });
            versions.createIndex('type', 'type');
            versions.createIndex('subject', 'subject');
            database.createObjectStore('drafts', { keyPath: 'key' }).createIndex('subject', 'subject');
          }
          if (oldVersion < 2) {
            const outbox = database.createObjectStore('outbox', { keyPath: 'sequence', autoIncrement: true });
            outbox.createIndex('subject', 'subject');
          }
        },
        blocked: () => {
          this.#isWaiting = true;
          reject(blocked());
        },
        // Another tab wants to upgrade or delete: give way, and open again at the next use.
        blocking: () => {
          this.close();
        },
        terminated: () => {
          this.#connection = undefined;
        },
      });
      opening.then(resolve, reject);
      opening
        .then((database) => {
          if (this.#isWaiting) database.close(); // whoever waited for it was told so; the next use opens anew
        })
        .catch(() => undefined)
        .finally(() => {
          this.#isWaiting = false;
        });
    });
  }
}
