import type { SaveResult, Standing, StoreChange, StoreFailure, StoreReason } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { afterSaved, afterStopped, dependentsOf, type Step } from './lane.js';
import type { Queue, QueuedEntry } from './queue.js';
import type { Sent } from './send.js';
import { held, type Standings } from './standings.js';

/** Whom the outcomes are told. */
export interface Told {
  readonly standings: Standings;
  /** What somebody else had written is known here, for a save in conflict. */
  readonly conflict: (entry: QueuedEntry, theirs: Resource) => void;
  readonly watchers: (change: StoreChange) => void;
  /** What waits has changed. */
  readonly changed: () => void;
}

/** One walk through lanes; `mine` are the saves that a person waits for. */
export class Walk {
  readonly results = new Map<number, SaveResult>();
  readonly standings = new Map<number, Standing>();
  /** Why one of mine was refused, and which one. */
  failure: { readonly error: unknown; readonly sequence: number } | undefined;
  saved = 0;
  skipped = 0;
  /** Something must be tried again. */
  hasMore = false;

  constructor(readonly mine: ReadonlyMap<number, QueuedEntry> = new Map()) {}

  /** The last of mine in a lane: a person does not wait for what comes after it. */
  lastIn(lane: string): number {
    const places = [...this.mine.values()].filter((entry) => entry.lane === lane);
    return this.mine.size === 0 ? Infinity : Math.max(...places.map(({ sequence }) => sequence));
  }
}

/** What becomes of a save, and of what hangs on it, once its outcome is known: in the queue, and told. */
export class Outcomes {
  constructor(
    private readonly queue: Queue,
    private readonly told: Told,
  ) {}

  /** The outcome of a save is known. One in conflict stays until a later save settles it. */
  async end(entry: QueuedEntry, sent: Sent, rows: Map<number, QueuedEntry>, walk: Walk): Promise<void> {
    const present = [...rows.values()];
    const isSaved = 'saved' in sent;
    const step = isSaved
      ? afterSaved(entry, sent.version, present)
      : afterStopped(entry, 'conflict', undefined, present);
    await this.change(step, rows);
    const { sequence, base } = entry;
    const isMine = walk.mine.has(sequence);
    if (isSaved) {
      walk.saved += 1;
      walk.results.set(sequence, { saved: sent.saved });
      if (!isMine) this.told.watchers({ saved: sent.saved });
    } else {
      // What follows from it is not written either
      for (const ended of [sequence, ...step.remove]) walk.results.set(ended, { conflict: sent.conflict });
      if (rows.has(sequence)) this.told.conflict(entry, sent.conflict);
      const mine = this.told.standings.give(entry.resource, { state: 'conflict' });
      if (!isMine && rows.has(sequence)) this.told.watchers({ conflict: sent.conflict, mine, base });
    }
    this.#tellHeld(step, walk);
    this.told.changed();
  }

  /** What a person waits for is told to them, and kept only where something else hangs on it. */
  async refused(
    entry: QueuedEntry,
    error: StoreFailure,
    rows: Map<number, QueuedEntry>,
    walk: Walk,
  ): Promise<void> {
    const { sequence, key, derived } = entry;
    const isAwaited = walk.mine.has(sequence) && !derived;
    if (isAwaited) walk.failure = { error, sequence };
    const isAlone = dependentsOf(key, [...rows.values()]).every((one) => walk.mine.has(one.sequence));
    if (isAwaited && isAlone) await this.change({ put: [], remove: [sequence] }, rows);
    else await this.giveUp(entry, 'refused', error.reason, rows, walk);
  }

  /** Not sent any more unless the person says so; kept until then. */
  async giveUp(
    entry: QueuedEntry,
    state: 'refused' | 'expired',
    reason: StoreReason,
    rows: Map<number, QueuedEntry>,
    walk: Walk,
  ): Promise<void> {
    const step = afterStopped(entry, state, reason, [...rows.values()]);
    await this.change(step, rows);
    walk.standings.set(entry.sequence, { state, reason });
    if (rows.has(entry.sequence) && !walk.mine.has(entry.sequence))
      this.told.watchers({ failed: this.told.standings.give(entry.resource, { state, reason }), reason });
    this.#tellHeld(step, walk);
    this.told.changed();
  }

  #tellHeld(step: Step, walk: Walk): void {
    for (const { resource, sequence } of step.held) {
      walk.standings.set(sequence, held);
      if (!walk.mine.has(sequence))
        this.told.watchers({ failed: this.told.standings.give(resource, held), reason: 'held' });
    }
  }

  /**
   * In the queue and in what is known of the lane. A queue that cannot be written now must not hide an outcome: what
   * stays in it is sent again, and found to be saved.
   */
  async change({ put, remove }: Omit<Step, 'held'>, rows: Map<number, QueuedEntry>): Promise<void> {
    await this.queue.change(put, remove).catch(() => undefined);
    for (const row of put) rows.set(row.sequence, row);
    for (const sequence of remove) rows.delete(sequence);
  }
}
