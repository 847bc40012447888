import type {
  AllianceStore,
  Outbox,
  SaveResult,
  SearchParams,
  StoreChange,
  StoreReason,
  Waiting,
} from '../context/store.js';
import type { Bundle, Resource } from '../fhir/resource.js';
import type { Alone } from './alone.js';
import { deliver, presentOf } from './outbox-delivery.js';
import { isMarked, laneOf, marked, named, unmarked } from './outbox-mark.js';
import type { Queue, QueuedEntry } from './outbox-queue.js';
import { matches, searchIn } from './search.js';
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
const reasonOf = (error: unknown): StoreReason => (error instanceof StoreError ? error.reason : 'refused');

const DAY = 86_400_000;
const LONGEST_INTERVAL = 60_000;

/**
 * Keeps every save until the store has confirmed it. A save is written down before it is sent and crossed out after the
 * outcome is known, so that a crash in between sends it again; the store's own comparison makes that once.
 */
class QueueingStore implements Outbox {
  readonly #watchers = new Watchers();
  readonly #listeners = new Set<() => void>();
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
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
    globalThis.addEventListener('online', this.#now);
    document.addEventListener('visibilitychange', this.#now);
    void this.deliver();
  }

  async save(given: Resource, base?: Resource): Promise<SaveResult> {
    requireResource(given);
    const resource = named(unmarked(given), this.options.newId);
    const clears = this.#clears;
    const save = {
      ...{ lane: laneOf(resource), subject: subjectOf(resource), resource, state: 'waiting' as const },
      ...{ base, queuedAt: this.options.now().toISOString() },
      settles: [(base && this.#told.get(base)) ?? []].flat(),
    };
    const entry = await this.options.queue.add(save).catch(() => undefined);
    // A queue that cannot be written must not stand in the way of a store that can be reached
    if (!entry) return this.store.save(resource, isMarked(base) ? undefined : base);
    this.#changed();
    return this.options.alone(entry.lane, async () => {
      if (clears !== this.#clears) throw new StoreError('refused', 'save: given up at sign-out.');
      return this.#deliverTo(entry);
    });
  }

  async read(type: string, id: string): Promise<Resource | undefined> {
    const waiting = (await this.#waitingFor(type)).filter(
      ({ resource, base }) => (resource.id ?? base?.id) === id,
    );
    const last = waiting.at(-1);
    return last ? marked(last) : this.store.read(type, id);
  }

  async search(type: string, params: SearchParams): Promise<Resource[]> {
    const latest = new Map((await this.#waitingFor(type)).map((entry) => [entry.lane, marked(entry)]));
    const fitting = [...latest.values()].filter((resource) => fits(resource, params));
    const found = await this.store.search(type, params).catch((error: unknown) => {
      if (fitting.length === 0) throw error;
      return [];
    });
    if (latest.size === 0) return found;
    const others = found.filter((held) => !latest.has(laneOf(held)));
    try {
      return searchIn([...others, ...fitting], params);
    } catch {
      return [...fitting, ...others]; // a parameter that only the server knows
    }
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
    clearTimeout(this.#timer);
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
    clearTimeout(this.#timer);
    const entries = await this.options.queue.all().catch(() => []);
    const clears = this.#clears;
    for (const lane of new Set(entries.map((entry) => entry.lane))) {
      await this.options.alone(lane, async () => {
        for (const entry of await this.#lane(lane)) {
          if (this.#isStopped || clears !== this.#clears || !(await this.#deliverLate(entry))) return;
        }
      });
    }
    await this.#schedule();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.options.channel?.removeEventListener('message', this.#tellListeners);
    globalThis.removeEventListener('online', this.#now);
    document.removeEventListener('visibilitychange', this.#now);
  }

  /** Delivers what waits before this save, then the save itself. */
  async #deliverTo(mine: QueuedEntry): Promise<SaveResult> {
    for (const entry of await this.#lane(mine.lane)) {
      if (entry.sequence >= mine.sequence) break;
      if (!(await this.#deliverLate(entry))) return this.#queued(mine);
    }
    try {
      const result = await deliver(this.store, mine);
      await this.#end(mine, result);
      return result;
    } catch (error) {
      if (passing.has(reasonOf(error))) return this.#queued(mine);
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
    this.#failures = 0;
    this.#changed();
  }

  async #queued(entry: QueuedEntry): Promise<SaveResult> {
    this.#failures += 1;
    await this.#schedule();
    return { queued: marked(entry) };
  }

  /** Delivers a save that nobody waits for; false where the store cannot be reached. */
  async #deliverLate(entry: QueuedEntry): Promise<boolean> {
    const { queue, now, expiryDays = 30 } = this.options;
    if (entry.state !== 'waiting') return true;
    if (now().getTime() - Date.parse(entry.queuedAt) > expiryDays * DAY) {
      await queue.put({ ...entry, state: 'expired' });
      this.#changed();
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
      const reason = reasonOf(error);
      if (passing.has(reason)) {
        this.#failures += 1;
        return false;
      }
      await queue.put({ ...entry, state: 'refused', reason });
    }
    this.#changed();
    return true;
  }

  async #lane(lane: string): Promise<readonly QueuedEntry[]> {
    return (await this.options.queue.all()).filter((entry) => entry.lane === lane);
  }

  /** What a person has sent of this type and nobody has confirmed. */
  async #waitingFor(type: string): Promise<readonly QueuedEntry[]> {
    const entries = await this.options.queue.all().catch(() => []);
    return entries.filter(({ resource, state }) => resource.resourceType === type && state === 'waiting');
  }

  async #schedule(): Promise<void> {
    clearTimeout(this.#timer);
    const entries = await this.options.queue.all().catch(() => []);
    if (this.#isStopped || !entries.some(({ state }) => state === 'waiting')) return;
    const { interval = 2000 } = this.options;
    const delay = Math.min(LONGEST_INTERVAL, interval * 2 ** Math.min(this.#failures, 10));
    this.#timer = setTimeout(this.#now, delay);
  }

  readonly #now = (): void => {
    if (!document.hidden) void this.deliver();
  };

  #changed(): void {
    this.options.channel?.postMessage('changed');
    this.#tellListeners();
  }

  readonly #tellListeners = (): void => {
    for (const listener of [...this.#listeners]) listener();
  };
}

function fits(resource: Resource, params: SearchParams): boolean {
  try {
    return matches(resource, params);
  } catch {
    return subjectOf(resource) === params['subject'];
  }
}

export function createOutbox(store: AllianceStore, options: OutboxOptions): Outbox {
  return new QueueingStore(store, options);
}
