import type { Save } from '../../context/store.js';
import { keyOf } from '../../domain/identity.js';
import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import type { Delivery } from '../record/delivery.js';
import type { Intent } from '../record/kind.js';
import type { RecordSender } from '../record/sender.js';

/** The last thing that was done here; shown where it was done. */
export interface LastAct<Action> {
  /** Of what it was done to. */
  readonly id: string;
  /** Undefined where something was sent again that was done before a reload. */
  readonly action: Action | undefined;
  readonly edit: { readonly delivery: Delivery; readonly value: unknown; readonly isEnded: boolean };
  retry(): Promise<void>;
  /** Takes it back; undefined where that cannot be. */
  readonly undo: (() => void) | undefined;
}

/** What the page is told of an act: what was done, and what came of it. */
interface Occasion<Action, After> {
  readonly action: Action;
  readonly after: After;
}

/** One act: what is written, what the page is told of it, and how it is taken back. */
interface Doing<Value, Action, After> {
  readonly value: Value;
  readonly intent?: Intent;
  readonly action: Action;
  /** What it is done to, as it is afterwards; given what names the main resource. */
  readonly after: (id: string) => After;
  readonly undo?: ((id: string) => void) | undefined;
  readonly also?: readonly Save[] | undefined;
}

interface Parts {
  /** By what a resource is known to a person's list. */
  readonly idOf: (resource: Resource) => string;
  /** Something is being done. */
  readonly begun: (id: string) => void;
  /** It is known how that ended. */
  readonly ended: (id: string) => void;
}

/** What a person does to the things of a list: each act is one event and one outcome, and can be taken back. */
export class Acting<Action extends string, After> {
  #last: LastAct<Action> | undefined;
  /** By the key of the main resource; kept for when an act is tried again. */
  readonly #occasions = new Map<string, Occasion<Action, After>>();

  constructor(private readonly parts: Parts) {}

  /** Undefined, too, where the person left it while it was sent: how that ended is told to others. */
  get last(): LastAct<Action> | undefined {
    const { isEnded, delivery } = this.#last?.edit ?? {};
    return isEnded && delivery?.state === 'sending' ? undefined : this.#last;
  }

  /** What the page is told of an act that was done here. */
  occasionOf(resource: Resource): Occasion<Action, After> | undefined {
    return this.#occasions.get(keyOf(resource) ?? '');
  }

  /** What was done last is not shown any more. */
  rest(): void {
    this.#last = undefined;
  }

  forget(): void {
    this.rest();
    this.#occasions.clear();
  }

  /**
   * Sends again what was not taken.
   * @param id of what it was done to
   */
  async again(failed: Pick<LastAct<Action>, 'edit' | 'retry'>, id: string): Promise<void> {
    const { edit } = failed;
    const retry = (): Promise<void> => failed.retry();
    if (this.#last?.edit !== edit) this.#last = { id, edit, retry, action: undefined, undo: undefined };
    this.parts.begun(id);
    await retry();
    this.parts.ended(id);
  }

  /** @param root names what it is done to; undefined where the main resource is that itself */
  async give<Value, Wire extends Resource, Contradiction extends Conflict>(
    sender: RecordSender<Value, Wire, Contradiction>,
    root: string | undefined,
    { value, intent = 'give', action, after, undo, also = [] }: Doing<Value, Action, After>,
  ): Promise<void> {
    const { edit } = sender;
    const before = edit.value;
    edit.change(value);
    const last = { action, edit, retry: () => sender.retry(), undo: undefined };
    this.#last = { ...last, id: root ?? '' };
    try {
      const resource = edit.toResource(intent);
      const own = this.parts.idOf(resource);
      this.#occasions.set(keyOf(resource) ?? '', { action, after: after(own) });
      const takeBack = (): void => undo?.(own);
      this.#last = { ...last, id: root ?? own, undo: undo && before !== undefined ? takeBack : undefined };
    } catch {
      // Sending fails by the same, and tells
    }
    const { id } = this.#last;
    this.parts.begun(id);
    await sender.send(intent, also);
    this.parts.ended(id);
  }
}
