import type {
  AllianceStore,
  Outbox,
  SaveResult,
  SearchParams,
  StoreChange,
  StoreFailure,
  StoreReason,
  Waiting,
} from '../context/store.js';
import type { Bundle, Resource } from '../fhir/resource.js';
import type { Alone } from './alone.js';
import { deliver, presentOf } from './outbox-delivery.js';
import { laneOf, named } from './outbox-lane.js';
import { marked, sequenceOf, unmarked } from './outbox-mark.js';
import type { Queue, QueuedEntry } from './outbox-queue.js';
import { OutboxTimer } from './outbox-timer.js';
import { fits, readOver, searchOver } from './outbox-reading.js';
import { StoreError } from './store-error.js';
import { subjectOf } from './subject.js';
import { requireResource, type Surroundings } from './versions.js';
import { Watchers } from './watchers.js';

export interface OutboxOptions extends Surroundings {
  readonly queue: Queue;
  readonly alone: Alone;
  /** Tells other tabs that the queue changed, and calls back when they do. */
  readonly channel?: BroadcastChannel | undefined;
  /** Days after which a save is not sent any more without the portal asking for it; it stays until `clear`. */
  readonly expiryDays?: number | undefined;
  /** Milliseconds until the first further attempt; doubled with each that fails. */
  readonly interval?: number | undefined;
}

/** The store may take it later: it is away, busy, or wants a sign-in. */
const passing: ReadonlySet<unknown> = new Set<StoreReason>(['offline', 'timeout', 'unauthorized']);

const DAY = 86_400_000;

/** The failure in an error of any store; `refused` where it names no reason. */
function failureIn(error: unknown): StoreFailure {
  const isFailure = error instanceof Error && 'reason' in error;
  return isFailure ? (error as StoreFailure) : new StoreError('refused', String(error), { cause: error });
}

/**
 * Keeps every save until the store has confirmed it. A save is written down before it is sent and crossed out after the
 * outcome is known, so that a crash in between sends it again; the store's own comparison makes that once.
 */
class QueueingStore implements Outbox {
  readonly #watchers = new Watchers();
  readonly #listeners = new Set<() => void>();
  readonly #timer: OutboxTimer;
  #isStopped = false;
  /**
   * Which save in conflict was told with what somebody else wrote. Whoever saves on that has seen it; another tab, which
   * has not, must not end the conflict.
   */
  readonly #told = new WeakMap<Resource, number>();
  /** Counts sign-outs. */
  #clears = 0;

  constructor(
    private readonly store: AllianceStore,
    private readonly options: OutboxOptions,
  ) {
    options.channel?.addEventListener('message', this.#tellListeners);
    const { now, interval = 2000 } = options;
    this.#timer = new OutboxTimer({ now, interval }, () => void this.#deliverAll());
    void this.#deliverAll();
  }

  async save(given: Resource, base?: Resource): Promise<SaveResult> {
    requireResource(given);
    const resource = named(unmarked(given), this.options.newId);
    const clears = this.#clears;
    const former = await this.#givenUp(base);
    const save = {
      ...{ lane: laneOf(resource), subject: subjectOf(resource), resource, state: 'waiting' as const },
      ...{ base: former ? former.base : base, queuedAt: this.options.now().toISOString() },
      settles: [former?.sequence ?? [], (base && this.#told.get(base)) ?? []].flat(),
    };
    const entry = await this.options.queue.add(save).catch(() => undefined);
    // A queue that cannot be written must not stand in the way of a store that can be reached
    if (!entry) return this.store.save(resource, sequenceOf(base) === undefined ? base : undefined);
    this.#changed();
    return this.options.alone(entry.lane, async () => {
      if (clears !== this.#clears) throw new StoreError('refused', 'save: given up at sign-out.');
      return this.#deliverTo(entry);
    });
  }

  /** The save that the person gave again, after it had been given up. */
  async #givenUp(base: Resource | undefined): Promise<QueuedEntry | undefined> {
    const given = sequenceOf(base);
    if (given === undefined) return undefined;
    const entries = await this.options.queue.all().catch(() => []);
    const isIt = ({ sequence, state }: QueuedEntry): boolean =>
      sequence === given && (state === 'refused' || state === 'expired');
    return entries.find(isIt);
  }

  read(type: string, id: string): Promise<Resource | undefined> {
    return readOver(this.store, this.options.queue, type, id);
  }

  search(type: string, params: SearchParams): Promise<Resource[]> {
    return searchOver(this.store, this.options.queue, type, params);
  }

  history(type: string, id: string): Promise<Resource[]> {
    return this.store.history(type, id);
  }

  watch(type: string, params: SearchParams, onChange: (change: StoreChange) => void): () => void {
    const stops = [this.#watchers.add(type, params, onChange), this.store.watch(type, params, onChange)];
    void this.#tellConflicts(type, params, onChange).catch(() => undefined);
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** What a person has left to decide, perhaps before a reload. */
  async #tellConflicts(
    type: string,
    params: SearchParams,
    onChange: (change: StoreChange) => void,
  ): Promise<void> {
    for (const entry of await this.options.queue.all()) {
      const { resource, state } = entry;
      if (state !== 'conflict' || resource.resourceType !== type || !fits(resource, params)) continue;
      const conflict = await presentOf(this.store, entry);
      if (!conflict) continue;
      this.#told.set(conflict, entry.sequence);
      onChange({ conflict, mine: marked(entry), base: entry.base });
    }
  }

  async clear(subject?: string): Promise<void> {
    this.#clears += 1;
    this.#timer.cancel();
    // Whatever one of them says, the other is cleared too
    const done = await Promise.allSettled([this.options.queue.clear(subject), this.store.clear(subject)]);
    this.#changed();
    for (const outcome of done) if (outcome.status === 'rejected') throw outcome.reason;
  }

  async waiting(subject?: string): Promise<readonly Waiting[]> {
    const entries = await this.options.queue.all();
    return entries
      .filter((entry) => subject === undefined || entry.subject === subject)
      .map(({ resource, queuedAt, state, reason }) => ({ resource, queuedAt, state, reason }));
  }

  onWaiting(callback: () => void): () => void {
    this.#listeners.add(callback);
    return () => this.#listeners.delete(callback);
  }

  async exportWaiting(subject?: string): Promise<Bundle> {
    const waiting = await this.waiting(subject);
    return {
      resourceType: 'Bundle',
      type: 'collection',
      timestamp: this.options.now().toISOString(),
      entry: waiting.map(({ resource }) => ({ fullUrl: `urn:uuid:${this.options.newId()}`, resource })),
    };
  }

  async deliver(): Promise<void> {
    this.#timer.release();
    await this.#deliverAll();
  }

  stop(): void {
    this.#isStopped = true;
    this.#timer.stop();
    this.options.channel?.removeEventListener('message', this.#tellListeners);
  }

  async #deliverAll(): Promise<void> {
    this.#timer.cancel();
    const entries = await this.options.queue.all().catch(() => []);
    const clears = this.#clears;
    for (const lane of new Set(entries.map((entry) => entry.lane))) {
      await this.options.alone(lane, async () => {
        for (const entry of await this.#lane(lane)) {
          const isOver = this.#isStopped || clears !== this.#clears || this.#timer.isWaiting;
          if (isOver || !(await this.#deliverLate(entry))) return;
        }
      });
    }
    await this.#schedule();
  }

  /** Delivers what waits before this save, then the save itself. */
  async #deliverTo(mine: QueuedEntry): Promise<SaveResult> {
    if (this.#timer.isTooEarly) return this.#queued(mine);
    for (const entry of await this.#lane(mine.lane)) {
      if (entry.sequence >= mine.sequence) break;
      if (!(await this.#deliverLate(entry))) return this.#queued(mine);
    }
    try {
      const result = await deliver(this.store, mine);
      await this.#end(mine, result);
      return result;
    } catch (error) {
      const failure = failureIn(error);
      if (passing.has(failure.reason)) return this.#queued(mine, failure);
      await this.options.queue.remove(mine.sequence);
      this.#changed();
      throw error;
    }
  }

  /** The outcome of a save is known. One in conflict stays until a later save settles it. */
  async #end(entry: QueuedEntry, result: SaveResult): Promise<void> {
    const { queue } = this.options;
    if ('conflict' in result) {
      await queue.put({ ...entry, state: 'conflict' });
      this.#told.set(result.conflict, entry.sequence);
    } else {
      await queue.remove(entry.sequence);
    }
    for (const settled of entry.settles ?? []) await queue.remove(settled);
    this.#timer.succeeded();
    this.#changed();
  }

  async #queued(entry: QueuedEntry, failure?: StoreFailure): Promise<SaveResult> {
    if (failure) this.#timer.failed(failure);
    await this.#schedule();
    return { queued: marked(entry) };
  }

  /** Delivers a save that nobody waits for; false where the store cannot be reached. */
  async #deliverLate(entry: QueuedEntry): Promise<boolean> {
    const { now, expiryDays = 30 } = this.options;
    if (entry.state !== 'waiting') return true;
    if (now().getTime() - Date.parse(entry.queuedAt) > expiryDays * DAY) {
      await this.#giveUp({ ...entry, state: 'expired', reason: 'expired' });
      return true;
    }
    try {
      const result = await deliver(this.store, entry);
      await this.#end(entry, result);
      if ('conflict' in result)
        this.#watchers.tell({ conflict: result.conflict, mine: marked(entry), base: entry.base });
      else if ('saved' in result) this.#watchers.tell({ saved: result.saved });
      return true;
    } catch (error) {
      const failure = failureIn(error);
      const { reason } = failure;
      if (passing.has(reason)) {
        this.#timer.failed(failure);
        return false;
      }
      await this.#giveUp({ ...entry, state: 'refused', reason });
      return true;
    }
  }

  /** Not sent any more unless the person says so; kept until then. */
  async #giveUp(entry: QueuedEntry & { readonly reason: StoreReason }): Promise<void> {
    await this.options.queue.put(entry);
    this.#changed();
    this.#watchers.tell({ failed: marked(entry), reason: entry.reason });
  }

  async #lane(lane: string): Promise<readonly QueuedEntry[]> {
    return (await this.options.queue.all()).filter((entry) => entry.lane === lane);
  }

  async #schedule(): Promise<void> {
    const entries = await this.options.queue.all().catch(() => []);
    const hasMore = !this.#isStopped && entries.some(({ state }) => state === 'waiting');
    if (hasMore) this.#timer.schedule();
  }

  #changed(): void {
    this.options.channel?.postMessage('changed');
    this.#tellListeners();
  }

  readonly #tellListeners = (): void => {
    for (const listener of [...this.#listeners]) listener();
  };
}

export function createOutbox(store: AllianceStore, options: OutboxOptions): Outbox {
  return new QueueingStore(store, options);
}
