import { sameRecord } from '../../domain/identity.js';
import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import type { HeldRecords } from './held-records.js';
import type { RecordSender } from './sender.js';

interface Left<Value, Wire extends Resource, Contradiction extends Conflict> {
  readonly sender: RecordSender<Value, Wire, Contradiction>;
  /** As it is sent. */
  readonly given: Wire;
  /** What is held of it is this: no store is known to have it. */
  readonly isNew: boolean;
}

/** What was left while it was sent: held as it was given, until it is known how that ends. */
export class LeftSenders<Value, Wire extends Resource, Contradiction extends Conflict> {
  #all: readonly Left<Value, Wire, Contradiction>[] = [];

  constructor(
    private readonly held: HeldRecords<Wire>,
    private readonly list: { hold(resource: Resource): void },
  ) {}

  get given(): readonly Wire[] {
    return this.#all.map(({ given }) => given);
  }

  of(resource: Resource): RecordSender<Value, Wire, Contradiction> | undefined {
    return this.#all.find(({ given }) => sameRecord(resource, given))?.sender;
  }

  /** One that is not being sent is none of these. */
  add(sender: RecordSender<Value, Wire, Contradiction>): void {
    const { edit, onItsWay: given } = sender;
    if (edit.delivery.state !== 'sending' || !given) return;
    const isNew = this.held.of(given) === undefined;
    if (isNew) this.list.hold(given);
    this.#all = [...this.#all, { sender, given, isNew }];
  }

  /** It is not on its way any more. */
  readonly remove = (sender: RecordSender<Value, Wire, Contradiction>): void => {
    const left = this.#all.find((one) => one.sender === sender);
    this.#all = this.#all.filter((one) => one !== left);
    if (left?.isNew && this.held.of(left.given)?.id === undefined) this.held.delete(left.given);
  };

  /** They belong to another person or store, or to nobody. */
  end(isSignedOut: boolean): void {
    for (const { sender } of this.#all) void sender.edit.end(isSignedOut);
    this.#all = [];
  }
}
