import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Draft } from '../context/drafts.js';
import { StoreError } from './store-error.js';
import type { StoredResource } from './versions.js';

/** Everything the library keeps on a device, each row under the subject that it is about. */
interface AllianceSchema extends DBSchema {
  /** Every version of every resource; key: type, id, version number. */
  versions: {
    key: [string, string, number];
    value: { type: string; id: string; version: number; subject: string; resource: StoredResource };
    indexes: { type: string; subject: string };
  };
  drafts: {
    key: string;
    value: { key: string; subject: string; draft: Draft };
    indexes: { subject: string };
  };
}

export type AllianceDatabase = IDBPDatabase<AllianceSchema>;

const NAME = 'alliance-elements';
const VERSION = 1;

function asStoreError(cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const { name = '', message = '' } = cause instanceof Error ? cause : {};
  if (name === 'QuotaExceededError')
    return new StoreError('full', `The device has no room: ${message}`, { cause });
  return new StoreError('unavailable', `The browser's storage cannot be used: ${message || name}`, { cause });
}

/** One connection to the device's database, opened when first needed and again after it was lost. */
export class Database {
  #connection: Promise<AllianceDatabase> | undefined;

  /** Runs `work` on the open database; whatever fails rejects with a StoreError. */
  async use<Result>(work: (database: AllianceDatabase) => Promise<Result>): Promise<Result> {
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
      let isGivenUp = false;
      openDB<AllianceSchema>(NAME, VERSION, {
        upgrade(database, oldVersion) {
          if (oldVersion >= VERSION) return;
          const versions = database.createObjectStore('versions', { keyPath: ['type', 'id', 'version'] });
          versions.createIndex('type', 'type');
          versions.createIndex('subject', 'subject');
          database.createObjectStore('drafts', { keyPath: 'key' }).createIndex('subject', 'subject');
        },
        blocked: () => {
          isGivenUp = true;
          reject(
            new StoreError('blocked', 'Another tab holds an older version of the storage. Close that tab.'),
          );
        },
        // Another tab wants to upgrade or delete: give way, and open again at the next use.
        blocking: () => {
          this.close();
        },
        terminated: () => {
          this.#connection = undefined;
        },
      }).then((database) => {
        if (isGivenUp) database.close();
        else resolve(database);
      }, reject);
    });
  }
}
