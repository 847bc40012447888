import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { StoreError } from '../store-error.js';
import type { AllianceSchema } from './schema.js';
import { abort, create } from './create.js';
import type { upgrade } from './upgrade.js';

export type AllianceDatabase = IDBPDatabase<AllianceSchema>;
export type Writing<Names extends StoreNames<AllianceSchema>> = IDBPTransaction<
  AllianceSchema,
  Names[],
  'readwrite'
>;

const VERSION = 4;

function asStoreError(cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const { name = '', message = '' } = cause instanceof Error ? cause : {};
  if (name === 'QuotaExceededError')
    return new StoreError('full', `The device has no room: ${message}`, { cause });
  if (name === 'VersionError')
    return new StoreError(
      'unavailable',
      `The storage on this device is of a newer version than ${VERSION}, which this page knows. Reload the page.`,
      { cause },
    );
  return new StoreError('unavailable', `The browser's storage cannot be used: ${message || name}`, { cause });
}

const blocked = (): StoreError =>
  new StoreError('blocked', 'Another tab holds an older version of the storage. Close that tab.');

/** One connection to the device's database, opened when first needed and again after it was lost. */
export class Database {
  static readonly NAME = 'alliance-elements';
  #connection: Promise<AllianceDatabase> | undefined;
  /** An opening that waits for another tab: a second one would queue behind it and never be answered. */
  #isWaiting = false;

  /** The page leaves: WebKit answers no further opening after a frame that has left with connections open. */
  readonly #leave: () => void;

  constructor() {
    const own = new WeakRef(this); // a page lives longer than its providers
    this.#leave = () => own.deref()?.close();
  }

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

  /** Runs `work` in one transaction: all that it writes is kept, or nothing. */
  write<Names extends StoreNames<AllianceSchema>, Result>(
    names: readonly Names[],
    work: (transaction: Writing<Names>) => Promise<Result>,
  ): Promise<Result> {
    return this.use(async (open) => {
      const transaction = open.transaction([...names], 'readwrite');
      const working = work(transaction).catch((error: unknown) => {
        abort(transaction);
        throw error;
      });
      const [result] = await Promise.all([working, transaction.done]);
      return result;
    });
  }

  /** Lets go of the connection; the next use opens a new one. */
  close(): void {
    globalThis.removeEventListener('pagehide', this.#leave);
    void this.#connection?.then(
      (database) => {
        database.close();
      },
      () => undefined,
    );
    this.#connection = undefined;
  }

  #open(): Promise<AllianceDatabase> {
    globalThis.addEventListener('pagehide', this.#leave);
    let late: Promise<{ readonly upgrade: typeof upgrade }> | undefined;
    const meetOld = (): Promise<void> => {
      late = import('./upgrade.js'); // an older version is met once on a device
      return Promise.reject(new Error());
    };
    return this.#opened(meetOld).catch(async (error: unknown) => {
      if (!late) throw error;
      return this.#opened((await late).upgrade);
    });
  }

  /** @param takeOver what an older version held; where it fails, nothing is changed */
  #opened(takeOver: typeof upgrade): Promise<AllianceDatabase> {
    return new Promise((resolve, reject) => {
      const opening = openDB<AllianceSchema>(Database.NAME, VERSION, {
        upgrade(database, from, _to, transaction) {
          if (from === 0) create(database, transaction, true);
          else
            takeOver(database, from, transaction).catch(() => {
              abort(transaction);
            });
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
