import type { AllianceStore, SearchParams, Standing, StoreChange } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { lenientMatcherOf } from '../search.js';
import { failureIn, isPassing } from '../store-error.js';
import type { Standings } from './lane.js';
import { isOfPresent, waitingFor, type Present } from './present.js';
import type { Queue, QueuedEntry } from './queue.js';
import { presentOf } from './send.js';

/** What a person has left to decide. */
const STOPPED = ['conflict', 'refused', 'expired'] as const;

/** Somebody who watches and has not been told of all that was stopped before. */
interface Unaware {
  readonly params: SearchParams;
  readonly fits: (entry: QueuedEntry) => boolean;
  readonly onChange: (change: StoreChange) => void;
  /** Places in the queue. */
  readonly told: Set<number>;
}

interface Around {
  readonly store: AllianceStore;
  readonly queue: Queue;
  readonly present: (() => Present) | undefined;
  readonly standings: Standings;
  /** It is known here that a save was stopped, by what somebody else had written or on the version that it was made on. */
  readonly told: (entry: QueuedEntry, seen: Resource | undefined) => void;
}

/** What a person has left to decide or to send again, perhaps before a reload: whoever begins to watch is told of it. */
export class LeftConflicts {
  readonly #unaware = new Set<Unaware>();

  constructor(private readonly around: Around) {}

  /** Returns `stop`. */
  add(type: string, params: SearchParams, onChange: (change: StoreChange) => void): () => void {
    const matches = lenientMatcherOf(type, params);
    const fits = ({ resource, derived }: QueuedEntry): boolean =>
      !derived && resource.resourceType === type && matches(resource);
    const unaware = { params, fits, onChange, told: new Set<number>() };
    this.#unaware.add(unaware);
    return () => this.#unaware.delete(unaware);
  }

  /** A conflict was told as it came. */
  met({ sequence }: QueuedEntry): void {
    for (const { told } of this.#unaware) told.add(sequence);
  }

  /** @throws where the queue or the store cannot be asked now: what was not told is told the next time */
  async tell(): Promise<void> {
    await Promise.all([...this.#unaware].map((one) => this.#tell(one)));
  }

  async #tell(unaware: Unaware): Promise<void> {
    const { store, queue, present, standings, told } = this.around;
    const standing = (state: Standing['state']) => waitingFor(unaware.params, present?.(), queue, state);
    const stopped = (await Promise.all(STOPPED.map(standing))).flat().filter(unaware.fits);
    // What the person has answered already, by a save that waits
    const waiting = stopped.length > 0 ? await standing('waiting') : [];
    const answered = new Set(waiting.flatMap(({ settles = [] }) => settles));
    for (const entry of stopped.filter(({ sequence: place }) => !answered.has(place))) {
      const { resource, base, sequence, state, reason = 'refused' } = entry;
      if (unaware.told.has(sequence)) continue;
      if (state !== 'conflict') {
        if (!isOfPresent(entry, this.around.present?.(), queue)) continue;
        unaware.told.add(sequence);
        told(entry, base);
        unaware.onChange({ failed: standings.give(resource, entry), reason });
        continue;
      }
      const conflict = await presentOf(store, entry).catch((error: unknown) => {
        if (isPassing(failureIn(error))) throw error;
        return undefined;
      });
      if (!this.#unaware.has(unaware)) return;
      if (!conflict || unaware.told.has(sequence)) continue;
      unaware.told.add(sequence);
      told(entry, conflict);
      unaware.onChange({ conflict, mine: standings.give(resource, entry), base });
    }
    this.#unaware.delete(unaware);
  }
}
