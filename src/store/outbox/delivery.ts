import type { AllianceStore } from '../../context/store.js';
import type { Alone } from '../surroundings.js';
import { failureIn, isPassing, mayHaveArrived } from '../store-error.js';
import { arrivedBefore, sendInPlace } from './again.js';
import { Walk, type Awaited } from './awaited.js';
import { Outcomes, type Told } from './outcomes.js';
import { lookUp } from './overtaken.js';
import type { Queue, QueuedEntry } from './queue.js';
import { filled, presentOf, type Sent } from './send.js';
import { requireIn, whileIn, type HasLeft, type SignOuts } from './sign-outs.js';
import { held, isAfterOthers, isExpired } from './lane.js';
import { isOfPresent, waitingFor, type Present } from './present.js';
import { OutboxTimer } from './timer.js';
import { Unsure, type Settling } from './unsure.js';

export interface DeliveryOptions extends Settling {
  readonly queue: Queue;
  readonly alone: Alone;
  readonly expiryDays?: number | undefined;
  readonly interval?: number | undefined;
  /** Who is at the page now; without it what waits is anybody's. */
  readonly present?: (() => Present) | undefined;
}

/** Brings what waits to the store: lane by lane, each in its order, what refers to others after them. */
export class Delivery {
  readonly #timer: OutboxTimer;
  readonly #outcomes: Outcomes;
  readonly #unsure: Unsure;
  #isStopped = false;

  constructor(
    private readonly store: AllianceStore,
    private readonly options: DeliveryOptions,
    private readonly signOuts: SignOuts,
    private readonly told: Told,
  ) {
    const { now, interval = 2000 } = options;
    this.#outcomes = new Outcomes(options.queue, told);
    this.#unsure = new Unsure(options);
    this.#timer = new OutboxTimer({ now, interval }, () => {
      this.#inBackground();
    });
    this.#inBackground();
  }

  /** Whether the store said that it wants to be asked later. */
  get isTooEarly(): boolean {
    return this.#timer.isTooEarly;
  }

  /** What is under way of a person, or of all, ends. */
  signOut(subject: string | undefined): void {
    this.signOuts.add(subject);
    this.#outcomes.unfinished.clear(subject);
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
   * @param hasLeft since they handed it over
   * @throws what the store refuses it with, or `refused` at sign-out; in the page's memory nothing of the act waits then
   * any more that was not delivered, on the device all of it does
   */
  async act(awaited: Awaited, hasLeft: HasLeft): Promise<void> {
    const { queue } = this.options;
    const subjects = awaited.entries.map(({ subject }) => subject);
    const walk = new Walk(hasLeft);
    let isGivenUp = true;
    this.#outcomes.expect(awaited);
    try {
      await this.#walk(
        awaited.entries,
        walk,
        () => subjects.some(hasLeft) || awaited.failure !== undefined || this.#timer.isTooEarly,
        awaited,
      );
      const store = whileIn(this.store, subjects, hasLeft);
      if (!subjects.some(hasLeft)) await lookUp(awaited, { store, queue, outcomes: this.#outcomes }, walk);
      isGivenUp = subjects.some(hasLeft) || awaited.failure !== undefined;
    } finally {
      this.#outcomes.answered(awaited, isGivenUp);
    }
    // On the device it stays, until the person sends it again; on the page they have it before them
    if (isGivenUp && (!queue.isLasting || subjects.some(hasLeft))) await this.#takeBack(awaited);
    requireIn(subjects, hasLeft);
    if (walk.hasMore) this.#schedule();
    if (awaited.failure) throw awaited.failure.error;
  }

  async #takeBack({ left, failure }: Awaited): Promise<void> {
    const places = left.map(({ sequence }) => sequence).filter((place) => place !== failure?.sequence);
    await this.options.queue.change([], places).catch(() => undefined);
    this.told.changed();
  }

  /** Some that waited were taken back. */
  dropped(sequences: readonly number[]): void {
    this.#outcomes.unfinished.ended(sequences);
    if (this.#outcomes.unfinished.complete.length > 0) this.#inBackground();
  }

  #inBackground(): void {
    this.#all().catch(() => undefined); // what cannot be read or written now is tried at the next chance
  }

  async #all(): Promise<void> {
    this.#timer.cancel();
    const walk = new Walk(this.signOuts.since());
    const { queue, present } = this.options;
    const rows = await waitingFor({}, present?.(), queue, 'waiting').catch(() => []);
    await this.#walk(
      rows.filter((row) => this.#isOurs(row)),
      walk,
      () => this.#isStopped || this.#timer.isWaiting,
    );
    if (walk.hasMore) this.#schedule();
    else await this.tellLeft();
  }

  /** What a person has left to decide is told to whoever began to watch; what cannot be asked now, at the next chance. */
  async tellLeft(): Promise<void> {
    try {
      await this.told.left();
    } catch (error) {
      this.#timer.failed(failureIn(error));
      this.#schedule();
    }
  }

  #isOurs(entry: QueuedEntry): boolean {
    const { present, queue } = this.options;
    return this.#outcomes.isAwaited(entry.sequence) || isOfPresent(entry, present?.(), queue);
  }

  #schedule(): void {
    if (!this.#isStopped) this.#timer.schedule();
  }

  /** Again where something was saved and something else waited for it, perhaps in another lane. */
  async #walk(
    rows: readonly QueuedEntry[],
    walk: Walk,
    isOver: () => boolean,
    awaited?: Awaited,
  ): Promise<void> {
    const isAlone = this.options.alone;
    const lanes = new Set(rows.map(({ lane }) => lane));
    do {
      Object.assign(walk, { saved: 0, skipped: 0, hasMore: false });
      for (const lane of lanes)
        await isAlone(lane, () => this.#lane(lane, walk, isOver, awaited?.lastIn(lane)));
    } while (walk.saved > 0 && walk.skipped > 0 && !isOver());
    await this.#tellComplete(walk);
  }

  async #lane(lane: string, walk: Walk, isOver: () => boolean, last = Infinity): Promise<void> {
    const rows = new Map((await this.options.queue.lane(lane)).map((entry) => [entry.sequence, entry]));
    for (const sequence of [...rows.keys()]) {
      if (isOver()) {
        walk.hasMore = true;
        return;
      }
      const entry = rows.get(sequence);
      if (entry?.state !== 'waiting' || walk.hasLeft(entry.subject) || !this.#isOurs(entry)) continue;
      if (sequence > last) return;
      if (await this.#mustWait(entry, rows)) walk.skipped += 1;
      else if (!(await this.#attempt(entry, rows, walk))) return;
    }
  }

  /** What is stored by now, perhaps by others: an older version must not be told after theirs. */
  async #tellComplete(walk: Walk): Promise<void> {
    const { unfinished } = this.#outcomes;
    for (const main of unfinished.complete) {
      try {
        const saved = await presentOf(this.store, main);
        unfinished.remove(main);
        if (saved && !walk.hasLeft(main.subject)) this.told.watchers({ saved });
      } catch {
        walk.hasMore = true;
      }
    }
  }

  /** Whether what it refers to is still to be delivered, or an earlier save of the same resource is. */
  async #mustWait(entry: QueuedEntry, rows: ReadonlyMap<number, QueuedEntry>): Promise<boolean> {
    const here = [...rows.values()];
    const { needs, sequence } = entry;
    const elsewhere = needs.filter((need) => !here.some((row) => row.key === need));
    const others = await Promise.all(elsewhere.map((need) => this.options.queue.of(need)));
    const roots = [...here.filter((row) => needs.includes(row.key)), ...others.flat()];
    if (roots.some(({ state }) => state !== 'waiting')) this.#outcomes.stands(sequence, held);
    return roots.length > 0 || isAfterOthers(entry, here);
  }

  /** False where the store cannot be reached now. */
  async #attempt(entry: QueuedEntry, rows: Map<number, QueuedEntry>, walk: Walk): Promise<boolean> {
    const store = whileIn(this.store, [entry.subject], walk.hasLeft);
    if (!this.#outcomes.isAwaited(entry.sequence) && isExpired(entry, this.options)) {
      await this.#outcomes.giveUp(entry, 'expired', 'expired', rows, walk);
      return true;
    }
    if (this.#unsure.isTooSoon(entry, rows.values())) {
      walk.hasMore = true;
      return false;
    }
    let sent: Sent;
    try {
      const resource = await filled(store, entry.resource);
      const earlier = await arrivedBefore(store, entry, rows.values());
      if (earlier) await this.#outcomes.end(earlier.before, earlier.sent, rows, walk);
      const base = earlier?.sent.version ?? entry.base;
      const tried = this.#unsure.begin({ ...entry, resource, base });
      // Written down first: whoever takes it back from here on must know that it may have arrived
      if (!entry.isTried || resource !== entry.resource || earlier || tried.triedAt !== undefined)
        await this.#outcomes.change({ put: [tried], remove: [] }, rows);
      sent = await sendInPlace(store, tried, rows.values(), (late) =>
        this.#outcomes.end(late.before, late.sent, rows, walk),
      );
    } catch (error) {
      if (walk.hasLeft(entry.subject)) return true;
      const failure = failureIn(error);
      this.#unsure.failed(entry, failure);
      // Nobody is asked to send again what follows from something else
      if (isPassing(failure) || (entry.derived && mayHaveArrived(failure))) {
        this.#timer.failed(failure);
        walk.hasMore = true;
        return false;
      }
      await this.#outcomes.refused(entry, failure, rows, walk);
      return true;
    }
    this.#timer.succeeded();
    this.#unsure.ended(entry);
    await this.#outcomes.end(rows.get(entry.sequence) ?? entry, sent, rows, walk);
    return true;
  }
}
