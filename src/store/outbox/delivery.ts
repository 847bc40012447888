import type { AllianceStore } from '../../context/store.js';
import type { Alone } from '../alone.js';
import { failureIn, isPassing, StoreError } from '../store-error.js';
import { Outcomes, Walk, type Told } from './outcomes.js';
import type { Queue, QueuedEntry } from './queue.js';
import { filled, send, type Sent } from './send.js';
import { held } from './standings.js';
import { OutboxTimer } from './timer.js';

const DAY = 86_400_000;

export interface DeliveryOptions {
  readonly queue: Queue;
  readonly alone: Alone;
  readonly now: () => Date;
  readonly expiryDays?: number | undefined;
  readonly interval?: number | undefined;
}

/** Brings what waits to the store: lane by lane, each in its order, what refers to others after them. */
export class Delivery {
  readonly #timer: OutboxTimer;
  readonly #outcomes: Outcomes;
  #isStopped = false;
  /** Counts sign-outs. */
  #signOuts = 0;

  constructor(
    private readonly store: AllianceStore,
    private readonly options: DeliveryOptions,
    private readonly told: Told,
  ) {
    const { now, interval = 2000 } = options;
    this.#outcomes = new Outcomes(options.queue, told);
    this.#timer = new OutboxTimer({ now, interval }, () => {
      this.#inBackground();
    });
    this.#inBackground();
  }

  /** Whether the store said that it wants to be asked later. */
  get isTooEarly(): boolean {
    return this.#timer.isTooEarly;
  }

  /** Ends what is under way. */
  signOut(): void {
    this.#signOuts += 1;
    this.#timer.cancel();
  }

  stop(): void {
    this.#isStopped = true;
    this.#timer.stop();
  }

  /** Tries all that waits now, also where the store wanted a sign-in before. */
  async now(): Promise<void> {
    this.#timer.release();
    await this.#all();
  }

  /**
   * Delivers what a person has just handed over, after what waits before it.
   * @throws what the store refuses it with; then nothing of the act waits any more that was not delivered
   */
  async act(entries: readonly QueuedEntry[]): Promise<Walk> {
    const walk = new Walk(new Map(entries.map((entry) => [entry.sequence, entry])));
    const signOuts = this.#signOuts;
    await this.#walk(
      entries.map(({ lane }) => lane),
      walk,
      () => {
        if (signOuts !== this.#signOuts) throw new StoreError('refused', 'save: given up at sign-out.');
        return this.#timer.isTooEarly || walk.failure !== undefined;
      },
    );
    if (walk.failure) {
      const { error, sequence: refused } = walk.failure;
      const left = entries.filter(({ sequence }) => !walk.results.has(sequence) && sequence !== refused);
      await this.options.queue
        .change(
          [],
          left.map(({ sequence }) => sequence),
        )
        .catch(() => undefined);
      this.told.changed();
      throw error;
    }
    if (walk.hasMore) this.#schedule();
    return walk;
  }

  #inBackground(): void {
    this.#all().catch(() => undefined); // what cannot be read or written now is tried at the next chance
  }

  async #all(): Promise<void> {
    this.#timer.cancel();
    const rows = await this.options.queue.all().catch(() => []);
    const walk = new Walk();
    const signOuts = this.#signOuts;
    const isOver = (): boolean => this.#isStopped || signOuts !== this.#signOuts || this.#timer.isWaiting;
    const waiting = rows.filter(({ state }) => state === 'waiting');
    await this.#walk(
      waiting.map(({ lane }) => lane),
      walk,
      isOver,
    );
    if (walk.hasMore && signOuts === this.#signOuts) this.#schedule();
  }

  #schedule(): void {
    if (!this.#isStopped) this.#timer.schedule();
  }

  /** Again where something was saved and something else waited for it, perhaps in another lane. */
  async #walk(lanes: readonly string[], walk: Walk, isOver: () => boolean): Promise<void> {
    const isAlone = this.options.alone;
    do {
      Object.assign(walk, { saved: 0, skipped: 0, hasMore: false });
      for (const lane of new Set(lanes)) await isAlone(lane, () => this.#lane(lane, walk, isOver));
    } while (walk.saved > 0 && walk.skipped > 0 && !isOver());
  }

  async #lane(lane: string, walk: Walk, isOver: () => boolean): Promise<void> {
    const rows = new Map((await this.options.queue.lane(lane)).map((entry) => [entry.sequence, entry]));
    const last = walk.lastIn(lane);
    for (const sequence of [...rows.keys()]) {
      if (isOver()) {
        walk.hasMore = true;
        return;
      }
      const entry = rows.get(sequence);
      if (entry?.state !== 'waiting') continue;
      if (sequence > last) return;
      if (await this.#mustWait(entry, rows, walk)) walk.skipped += 1;
      else if (!(await this.#attempt(entry, rows, walk))) return;
    }
  }

  /** Whether what it refers to is still to be delivered, or an earlier save of the same resource is. */
  async #mustWait(entry: QueuedEntry, rows: ReadonlyMap<number, QueuedEntry>, walk: Walk): Promise<boolean> {
    const { key, needs, sequence } = entry;
    const here = [...rows.values()];
    const elsewhere = needs.filter((need) => !here.some((row) => row.key === need));
    const others = await Promise.all(elsewhere.map((need) => this.options.queue.of(need)));
    const roots = [...here.filter((row) => needs.includes(row.key)), ...others.flat()];
    if (roots.some(({ state }) => state !== 'waiting')) walk.standings.set(sequence, held);
    const isAfter = here.some((row) => row.key === key && row.sequence < sequence && row.state === 'waiting');
    return isAfter || roots.length > 0;
  }

  /** False where the store cannot be reached now. */
  async #attempt(entry: QueuedEntry, rows: Map<number, QueuedEntry>, walk: Walk): Promise<boolean> {
    const { now, expiryDays = 30 } = this.options;
    const isMine = walk.mine.has(entry.sequence);
    if (!isMine && now().getTime() - Date.parse(entry.queuedAt) > expiryDays * DAY) {
      await this.#outcomes.giveUp(entry, 'expired', 'expired', rows, walk);
      return true;
    }
    let sent: Sent;
    try {
      const resource = await filled(this.store, entry.resource);
      const tried = { ...entry, resource, isTried: true };
      // Written down first: whoever takes it back from here on must know that it may have arrived
      if (!entry.isTried || resource !== entry.resource)
        await this.#outcomes.change({ put: [tried], remove: [] }, rows);
      sent = await send(this.store, tried);
    } catch (error) {
      const failure = failureIn(error);
      if (isPassing(failure)) {
        this.#timer.failed(failure);
        walk.hasMore = true;
        return false;
      }
      await this.#outcomes.refused(entry, failure, rows, walk);
      return true;
    }
    this.#timer.succeeded();
    await this.#outcomes.end(rows.get(entry.sequence) ?? entry, sent, rows, walk);
    return true;
  }
}
