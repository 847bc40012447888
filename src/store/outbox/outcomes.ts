import type { SaveResult, Standing, StoreChange, StoreFailure, StoreReason } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { tellOnce } from '../asked.js';
import { mayHaveArrived, StoreError } from '../store-error.js';
import { Unfinished, type Awaited, type Walk } from './awaited.js';
import { afterSaved, afterStopped, dependentsOf, type Step, held, type Standings } from './lane.js';
import type { Queue, QueuedEntry } from './queue.js';
import type { Sent } from './send.js';

/** Whom the outcomes are told. */
export interface Told {
  readonly standings: Standings;
  /** What somebody else had written is known here, for a save in conflict. */
  readonly conflict: (entry: QueuedEntry, theirs: Resource) => void;
  /** Somebody here was told that it is not taken: who sends on the same version again has seen that. */
  readonly refused: (entry: QueuedEntry, madeOn: Resource | undefined) => void;
  readonly watchers: (change: StoreChange) => void;
  /** What a person has left to decide; rejects where that cannot be asked now. */
  readonly left: () => Promise<void>;
  /** What waits has changed. */
  readonly changed: () => void;
}

type Rows = Map<number, QueuedEntry>;

/**
 * What becomes of a save, and of what hangs on it, once its outcome is known: in the queue, and told. Whoever waits for a
 * save on this page hears of it, whichever walk delivers it; else the watchers do.
 */
export class Outcomes {
  readonly unfinished = new Unfinished();
  readonly #awaited = new Map<number, Awaited>();

  constructor(
    private readonly queue: Queue,
    private readonly told: Told,
  ) {}

  /** Somebody waits for these. */
  expect(awaited: Awaited): void {
    for (const { sequence } of awaited.entries) this.#awaited.set(sequence, awaited);
  }

  /** Nobody waits for these any more. */
  answered(awaited: Awaited, isGivenUp: boolean): void {
    for (const { sequence } of awaited.entries) this.#awaited.delete(sequence);
    if (!isGivenUp && !this.queue.isLasting) this.unfinished.add(awaited);
  }

  isAwaited(sequence: number): boolean {
    return this.#awaited.has(sequence);
  }

  /** Where a save stands that is not sent now. */
  stands(sequence: number, standing: Standing): void {
    this.#awaited.get(sequence)?.standings.set(sequence, standing);
  }

  /** The outcome of a save is known. One in conflict stays until a later save settles it. */
  async end(entry: QueuedEntry, sent: Sent, rows: Rows, walk: Walk): Promise<void> {
    const isSaved = 'saved' in sent;
    const step = isSaved
      ? afterSaved(entry, sent.version, [...rows.values()])
      : afterStopped(entry, 'conflict', undefined, await this.#beside(entry, rows));
    await this.change(step, rows);
    const { sequence } = entry;
    if (walk.hasLeft(entry.subject)) return;
    if (isSaved) {
      walk.saved += 1;
      if (!this.#answer(sequence, { saved: sent.saved })) this.told.watchers({ saved: sent.saved });
    } else {
      // What follows from it is not written either
      for (const ended of step.remove) this.#answer(ended, { conflict: sent.conflict });
      this.unfinished.stopped(sequence);
      if (rows.has(sequence)) this.meet(entry, sent.conflict);
      else this.#answer(sequence, { conflict: sent.conflict });
    }
    this.#tellHeld(step);
    this.told.changed();
  }

  /** Somebody else had written first: told by `watch` where nobody waits, and for a part that no edit is open for. */
  meet(entry: QueuedEntry, conflict: Resource): void {
    const { sequence, base } = entry;
    this.unfinished.ended([sequence]);
    this.told.conflict(entry, conflict);
    const isMain = this.#awaited.get(sequence)?.main?.sequence === sequence;
    this.#answer(sequence, { conflict });
    const mine = this.told.standings.give(entry.resource, { state: 'conflict' });
    if (!isMain) this.told.watchers({ conflict, mine, base });
  }

  /** What a person waits for is told to them; in the page's memory it is kept only where something else hangs on it. */
  async refused(entry: QueuedEntry, error: StoreFailure, rows: Rows, walk: Walk): Promise<void> {
    const { sequence, key, derived } = entry;
    const awaited = derived ? undefined : this.#awaited.get(sequence);
    if (error instanceof StoreError) tellOnce(error.message);
    if (awaited) awaited.failure ??= { error, sequence };
    const isAlone = dependentsOf([key], [...rows.values()]).every((one) => awaited?.has(one.sequence));
    if (awaited) this.told.refused(entry, entry.base);
    if (awaited && isAlone && !this.queue.isLasting) await this.change({ put: [], remove: [sequence] }, rows);
    else {
      const isUnsure = mayHaveArrived(error);
      await this.giveUp(isUnsure ? { ...entry, isUnsure } : entry, 'refused', error.reason, rows, walk);
    }
  }

  /** Not sent any more unless the person says so; kept until then. */
  async giveUp(
    entry: QueuedEntry,
    state: 'refused' | 'expired',
    reason: StoreReason,
    rows: Rows,
    walk: Walk,
  ): Promise<void> {
    const { sequence } = entry;
    const step = afterStopped(entry, state, reason, await this.#beside(entry, rows));
    await this.change(step, rows);
    if (walk.hasLeft(entry.subject)) return;
    this.unfinished.stopped(sequence);
    this.unfinished.ended([sequence]);
    this.stands(sequence, { state, reason });
    const isFollowed = step.put.some(({ settles }) => settles?.includes(sequence));
    if (rows.has(sequence) && !isFollowed && !this.isAwaited(sequence)) {
      this.told.refused(entry, entry.base);
      this.told.watchers({
        failed: this.told.standings.give(entry.resource, { ...entry, state, reason }),
        reason,
      });
    }
    this.#tellHeld(step);
    this.told.changed();
  }

  /** Its lane as it is now: somebody may have gone on from it while it was sent. */
  #beside({ lane }: QueuedEntry, rows: Rows): Promise<readonly QueuedEntry[]> {
    return this.queue.lane(lane).catch(() => [...rows.values()]);
  }

  /** False where nobody waits for it. */
  #answer(sequence: number, result: SaveResult): boolean {
    return this.#awaited.get(sequence)?.results.set(sequence, result) !== undefined;
  }

  #tellHeld(step: Step): void {
    for (const { resource, sequence } of step.held) {
      this.stands(sequence, held);
      if (!this.isAwaited(sequence))
        this.told.watchers({ failed: this.told.standings.give(resource, held), reason: 'held' });
    }
  }

  /**
   * In the queue and in what is known of the lane. A queue that cannot be written now must not hide an outcome: what
   * stays in it is sent again, and found to be saved.
   */
  async change({ put, remove }: Omit<Step, 'held'>, rows: Rows): Promise<void> {
    await this.queue.change(put, remove).catch(() => undefined);
    this.unfinished.ended(remove);
    for (const row of put) rows.set(row.sequence, row);
    for (const sequence of remove) rows.delete(sequence);
  }
}
