import type { Draft } from '../../context/drafts.js';
import { isOutbox, type Save, type Standing } from '../../context/store.js';
import type { Completion, Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import { deliveryOf, givenIn, type Act, type Delivery } from './delivery.js';
import { keeperFor, type DraftKeeper, type DraftOutcome } from './draft-keeper.js';
import type { Intent } from './kind.js';
import { identifierOf, type RecordScope } from './scope.js';
import { RecordWriting, type EditHost, type GivenValue } from './writing.js';

/** One person's edit of one record, from the first change to the last. Ends with its scope. */
export class RecordEdit<Value, Wire extends Resource, Contradiction extends Conflict = Conflict> {
  value: Value;
  /** The stored version that the edit started from; another system's elements in it are kept. */
  base: Wire | undefined;
  delivery: Delivery<Wire, Contradiction> = { state: 'idle' };
  /** What could not be done on the way here (finding an earlier version, keeping a draft). */
  notice: 'draft' | 'load' | undefined;
  completion: Completion | undefined;
  /** Where the person was, to go on from there. */
  position: string | undefined;
  isLoading = false;
  /** The person or the host has put something in. */
  isTouched = false;
  isEnded = false;
  isSignedOut = false;
  /** What the host's code set last: what a reset returns to. */
  given: GivenValue<Value, Wire> | undefined;
  readonly #writing: RecordWriting<Value, Wire, Contradiction>;
  readonly #keeper: DraftKeeper | undefined;
  /** The person has changed something since this page was opened. */
  #hasChanged = false;

  /** @param of one of many: a stored version to change, or a draft to go on with */
  constructor(
    readonly scope: RecordScope,
    private readonly host: EditHost<Value, Wire, Contradiction>,
    of?: Wire | Draft,
  ) {
    this.value = host.kind().start;
    this.#writing = new RecordWriting(scope, host, this);
    const [stored, draft] = of && 'resourceType' in of ? [of, undefined] : [undefined, of];
    const known = stored ?? draft?.resource;
    if (known) this.#writing.identifier = identifierOf(known) ?? this.#writing.identifier;
    this.#keeper = keeperFor(host.kind(), scope, draft?.key ?? this.#writing.identifier, (outcome) => {
      this.#onDraft(outcome);
    });
    if (stored) this.adopt(stored);
    if (draft) this.#resume(draft);
  }

  /** Whether what is entered is kept across reloads. */
  get isKeepingDrafts(): boolean {
    return this.#keeper?.isLasting ?? false;
  }

  /** Whether the value differs from what the record holds. */
  get isDirty(): boolean {
    return !this.host.kind().same(this.value, this.#valueInBase());
  }

  /** Sending changes what was given before. */
  get isAmending(): boolean {
    return this.base !== undefined && this.host.kind().stage(this.base) !== 'draft';
  }

  /** A person changed something. */
  change(value: Value): void {
    this.value = this.#writing.completed(value);
    this.isTouched = true;
    this.#hasChanged = true;
    this.#writing.changed();
    if (this.delivery.state !== 'sending') this.delivery = { state: 'open' };
    this.keepDraft();
    this.host.changed();
  }

  /** The host's code set the value: the new state to reset to. */
  take(given: GivenValue<Value, Wire>): void {
    this.given = given;
    if (given.base !== this.base || !this.host.kind().same(given.value, this.value)) this.#apply(given);
  }

  reset(): void {
    this.#apply(this.given ?? { value: this.host.kind().start });
    this.position = undefined;
    this.notice = undefined;
    this.dropDraft();
  }

  /** Empties the value by code; what the record holds stays what is amended. */
  clear(): void {
    this.value = this.host.kind().none;
    this.isTouched = this.base !== undefined;
    this.delivery = { state: 'idle' };
    this.dropDraft();
    this.host.changed();
  }

  keepDraft(): void {
    if (!this.#keeper || this.isEnded || !this.isTouched) return;
    this.#keeper.keep({
      subject: this.scope.subject ?? '',
      kind: this.host.kind().name,
      resource: this.toResource(),
      base: this.base,
      position: this.position,
      keptAt: this.host.now().toISOString(),
    });
  }

  dropDraft(): void {
    void this.#keeper?.remove();
  }

  /** The resource as it stands. */
  toResource(intent: Intent = 'give'): Wire {
    return this.#writing.resource(intent);
  }

  /** What the host reads: the stored resource while nothing has changed; undefined while there is nothing. */
  current(): Wire | undefined {
    if (this.base && (this.scope.isReader || !this.isDirty)) return this.base;
    return this.isTouched || this.base ? this.toResource() : undefined;
  }

  /** All that giving or taking back writes now, with what follows from it. */
  act(intent: Intent, also: readonly Save[] = []): Act<Wire> {
    const resource = this.toResource(intent);
    return {
      main: { resource, base: this.base },
      also: [...also, ...this.#writing.derived(resource, intent)],
    };
  }

  /** Takes up what the record and the device hold; what the person did meanwhile stays. */
  async load(): Promise<void> {
    const search = this.#findStored();
    if (!search && !this.#keeper) return;
    this.isLoading = true;
    const [stored, draft] = await Promise.allSettled([search, this.#keeper?.read()]);
    this.isLoading = false;
    if (this.isEnded) return;
    // What was sent meanwhile is newer than anything that was found
    if (['idle', 'open', 'kept'].includes(this.delivery.state)) {
      if (stored.status === 'fulfilled' && stored.value && !this.base) this.adopt(stored.value);
      if (stored.status === 'rejected' || draft.status === 'rejected') this.notice = 'load';
      if (draft.status === 'fulfilled' && draft.value) this.#resume(draft.value);
    }
    this.host.changed();
  }

  /** Takes over a stored version; what the person changed meanwhile wins over it. */
  adopt(stored: Wire): void {
    const kind = this.host.kind();
    const { isDirty } = this;
    const { at, completion } = kind.about(stored);
    this.value = kind.merge(this.#valueInBase(), this.value, this.valueIn(stored)).value;
    this.base = stored;
    this.notice = undefined;
    this.completion ??= completion;
    if (isDirty) return;
    this.#writing.at = at ?? this.#writing.at;
    const delivery = deliveryOf(kind, stored, this.#standingOf(stored), this.host.now());
    this.delivery = delivery ?? this.delivery;
  }

  /** Shows a newer stored version in place of the one that is on the screen. */
  replace(stored: Wire): void {
    this.value = this.#valueInBase();
    this.adopt(stored);
  }

  /** What a resource of this record gives. */
  valueIn(resource: Wire): Value {
    return givenIn(this.host.kind(), resource, this.#standingOf(resource));
  }

  /**
   * Ends the edit: nothing of it reaches the screen or an event any more; after a sign-out no store either. Resolves when
   * the draft is as the edit stood.
   */
  async end(isSignedOut: boolean): Promise<void> {
    this.isEnded = true;
    this.isSignedOut = isSignedOut;
    if (isSignedOut) this.#keeper?.close();
    await this.#keeper?.settled();
  }

  #standingOf(resource: Wire): Standing | undefined {
    const { store } = this.scope;
    return isOutbox(store) ? store.standingOf(resource) : undefined;
  }

  #valueInBase(): Value {
    return this.base ? this.valueIn(this.base) : this.host.kind().start;
  }

  #apply({ value, base }: GivenValue<Value, Wire>): void {
    const kind = this.host.kind();
    this.value = value;
    this.base = base;
    this.isTouched = base !== undefined || !kind.same(value, kind.start);
    this.#writing.at = (base && kind.about(base).at) ?? this.host.now().toISOString();
    const isGiven = base?.id !== undefined && kind.stage(base) === 'given';
    this.delivery = isGiven ? { state: 'saved', at: new Date(this.#writing.at) } : { state: 'idle' };
    this.host.changed();
  }

  #findStored(): Promise<Wire | undefined> | undefined {
    const kind = this.host.kind();
    const { store, isReader } = this.scope;
    const params = this.base ? undefined : kind.find?.(this.scope, isReader);
    if (!store || !params) return undefined;
    return store.search(kind.type, params).then(([found]) => (kind.is(found) ? found : undefined));
  }

  #resume({ resource, base, position, keptAt }: Draft): void {
    const kind = this.host.kind();
    if (!kind.is(resource)) return;
    const { at, completion } = kind.about(resource);
    const kept = kind.read(resource);
    this.completion ??= completion;
    this.position ??= position;
    this.base = kind.is(base) ? base : undefined;
    this.#writing.identifier = identifierOf(resource) ?? this.#writing.identifier;
    if (!this.#hasChanged) {
      this.value = kept;
      this.#writing.at = at ?? this.#writing.at;
      this.delivery = { state: 'kept', at: new Date(keptAt) };
      this.isTouched = true;
    } else {
      // The person has begun again already: what they said now stays, what they said before fills the gaps
      this.value = kind.merge(kind.none, this.value, kept).value;
      this.keepDraft();
    }
  }

  #onDraft(outcome: DraftOutcome): void {
    if (this.isEnded) return;
    this.notice = 'failed' in outcome ? 'draft' : undefined;
    if ('kept' in outcome && this.delivery.state === 'open' && this.isKeepingDrafts)
      this.delivery = { state: 'kept', at: new Date(outcome.kept.keptAt) };
    this.host.changed();
  }
}
