import { isOutbox, type ActStore, type StoreChange, type Waiting } from '../../context/store.js';
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
export class UnmetConflicts {
  readonly #all: Conflicted[] = [];

  add(change: Conflicted): void {
    this.#all.push(change);
  }

  /** A value with all that they say; where they contradict it, it is the newer one. */
  joined<Value, Wire extends Resource>(kind: Merging<Value, Wire>, value: Value): Value {
    return this.#all.reduce((joined, { mine, base }) => {
      if (!kind.is(mine)) return joined;
      return kind.merge(kind.is(base) ? kind.read(base) : kind.none, joined, kind.read(mine)).value;
    }, value);
  }

  /** The next one that still waits for the person. */
  async next<Value, Wire extends Resource>(
    kind: Merging<Value, Wire>,
    store: ActStore | undefined,
  ): Promise<Conflicted | undefined> {
    const change = this.#all.shift();
    if (!change || !isOutbox(store)) return undefined;
    const { mine } = change;
    const isIt = ({ resource, state }: Waiting): boolean =>
      state === 'conflict' &&
      sameRecord(resource, mine) &&
      kind.is(resource) &&
      kind.is(mine) &&
      kind.same(kind.read(resource), kind.read(mine));
    const waiting = await store.waiting().catch(() => []);
    return waiting.some(isIt) ? change : this.next(kind, store);
  }
}
