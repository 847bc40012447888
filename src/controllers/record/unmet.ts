import { isOutbox, type ActStore, type StoreChange } from '../../context/store.js';
import { sameRecord } from '../../domain/identity.js';
import type { Resource } from '../../fhir/resource.js';
import type { RecordKind } from './kind.js';

/** A save that waited, and that somebody else came before. */
export type Conflicted = Extract<StoreChange, { readonly conflict: unknown }>;

type Merging<Value, Wire extends Resource> = Pick<
  RecordKind<Value, Wire>,
  'is' | 'read' | 'none' | 'same' | 'merge'
>;

/**
 * Saves of one record that were told to be in conflict while another one was being met. An outbox takes it that whoever
 * saves on what somebody else wrote has seen all that was told of it, and ends them all: so each save must say them, too.
 */
export class UnmetConflicts<Value, Wire extends Resource> {
  readonly #all = new Set<Conflicted>();

  constructor(
    private readonly kind: () => Merging<Value, Wire>,
    private readonly store: ActStore | undefined,
  ) {}

  add(change: Conflicted): void {
    this.#all.add(change);
  }

  /** A value with all that they say; where they contradict it, it is the newer one. */
  joined(value: Value): Value {
    const { is, none, read, merge } = this.kind();
    return [...this.#all].reduce((joined, { mine, base }) => {
      return is(mine) ? merge(is(base) ? read(base) : none, joined, read(mine)).value : joined;
    }, value);
  }

  /** Each that still waits for the person, one after the other: what one answer has said with it is over. */
  async each(meet: (change: Conflicted) => Promise<void>): Promise<void> {
    for (const change of [...this.#all]) {
      const isLeft = await this.#isLeft(change);
      if (this.#all.delete(change) && isLeft) await meet(change);
    }
  }

  async #isLeft({ mine }: Conflicted): Promise<boolean> {
    const { is, read, same } = this.kind();
    if (!isOutbox(this.store) || !is(mine)) return false;
    const waiting = await this.store.waiting().catch(() => []);
    return waiting.some(({ resource, state }) => {
      const isIt = state === 'conflict' && sameRecord(resource, mine) && is(resource);
      return isIt && same(read(resource), read(mine));
    });
  }
}
