import type { StoreFailure } from '../../context/store.js';
import { mayHaveArrived } from '../store-error.js';
import type { QueuedEntry } from './queue.js';

/** Some services find what was written only seconds later: before that a second attempt would make a second one. */
const SETTLING = 10_000;

export interface Settling {
  readonly now: () => Date;
  /** Milliseconds until a store is asked again to make what it may have made already. */
  readonly settling?: number | undefined;
}

/** Attempts to make something new of which nobody heard how they ended. */
export class Unsure {
  /** When it was last tried here, by what it is, in milliseconds since 1970. */
  readonly #tried = new Map<string, number>();

  constructor(private readonly around: Settling) {}

  /** It is about to be sent; the row says so after a reload. */
  begin(entry: QueuedEntry): QueuedEntry {
    const triedAt = this.around.now().getTime();
    this.#tried.set(entry.key, triedAt);
    return { ...entry, isTried: true, ...(isNew(entry) && { triedAt }) };
  }

  /** It was not taken now: whether it may have arrived all the same. */
  failed({ key }: QueuedEntry, failure: StoreFailure): void {
    const isLost = failure.reason === 'offline' || failure.reason === 'timeout' || mayHaveArrived(failure);
    if (!isLost || !navigator.onLine) this.#tried.set(key, 0);
  }

  ended({ key }: QueuedEntry): void {
    this.#tried.delete(key);
  }

  /** Whether the store may not know yet that it has made this. */
  isTooSoon(entry: QueuedEntry, lane: Iterable<QueuedEntry>): boolean {
    const { now, settling = SETTLING } = this.around;
    if (!isNew(entry)) return false;
    const here = this.#tried.get(entry.key);
    const before = [...lane].flatMap((row) => (row.key === entry.key ? (row.triedAt ?? []) : []));
    const passed = now().getTime() - (here ?? Math.max(0, ...before));
    // A clock that was set back must not hold it for ever
    return passed >= 0 && passed < settling;
  }
}

/** What has an id, or is made on a stored version, is known by that at once. */
const isNew = ({ resource, base }: QueuedEntry): boolean =>
  resource.id === undefined && base?.meta?.versionId === undefined;
