import type { AllianceStore, SearchParams, StoreChange } from '../../context/store.js';
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
    const stopped = STOPPED.map((state) => waitingFor(unaware.params, present?.(), queue, state));
    const rows = (await Promise.all(stopped)).flat();
    for (const entry of rows.filter(unaware.fits)) {
      const { resource, base, sequence, state, reason = 'refused' } = entry;
      if ((await this.#isAnswered(entry)) || unaware.told.has(sequence)) continue;
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

  /** The person has answered meanwhile, by a save that waits or has arrived. */
  async #isAnswered({ key, sequence: own }: QueuedEntry): Promise<boolean> {
    const rows = await this.around.queue.of(key);
    const isAnswer = ({ state, settles }: QueuedEntry): boolean =>
      state === 'waiting' && settles?.includes(own) === true;
    return rows.some(isAnswer) || !rows.some(({ sequence }) => sequence === own);
  }
}
