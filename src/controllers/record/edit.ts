import type { Draft } from '../../context/drafts.js';
import type { Save } from '../../context/store.js';
import type { Completion, Conflict, Stage } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import { deliveryOf, givenIn, standingOf, type Act, type Delivery } from './delivery.js';
import { EditDraft } from './edit-draft.js';
import { isShared } from './gate.js';
import type { Intent } from './kind.js';
import { loadInto } from './loading.js';
import { resumedFrom } from './resumed.js';
import type { RecordScope } from './scope.js';
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
  /** It was sent, or the host has set what was: newer than anything that is found later. */
  isNewest = false;
  isEnded = false;
  /** The draft that was taken up: it says what it started from. */
  resumed: Draft | undefined;
  /** What the host's code set last: what a reset returns to. */
  given: GivenValue<Value, Wire> | undefined;
  readonly #writing: RecordWriting<Value, Wire, Contradiction>;
  readonly #draft: EditDraft;
  /** The person has changed something since this page was opened. */
  #hasChanged = false;
  #isSignedOut = false;

  /** @param of one of many: a stored version to change (`isApart`: without earlier drafts of it), or a draft */
  constructor(
    readonly scope: RecordScope,
    private readonly host: EditHost<Value, Wire, Contradiction>,
    of?: Wire | Draft,
    isApart = false,
  ) {
    this.value = host.kind().start;
    this.#writing = new RecordWriting(scope, host, this);
    const [stored, draft] = of && 'resourceType' in of ? [of, undefined] : [undefined, of];
    const known = stored ?? draft?.resource;
    if (known) this.#writing.nameAs(known);
    const whose = { known, draft, identifier: this.#writing.identifier, id: host.newId(), isApart };
    this.#draft = new EditDraft(this, host.kind(), whose, () => host.changed());
    if (stored) this.adopt(stored);
    if (draft) this.#resume(draft);
  }

  /** It is there, and the person was not told that the one who looks can see it: nothing of it is here. */
  get isHidden(): boolean {
    return this.base !== undefined && !isShared(this.host.kind(), this.scope, this.base);
  }

  /** Whether what is entered is kept across reloads. */
  get isKeepingDrafts(): boolean {
    return this.#draft.isLasting;
  }

  /** Nothing of it may be written any more. */
  get isSignedOut(): boolean {
    return this.#isSignedOut || this.scope.signedOut?.aborted === true;
  }

  /** Whether the value differs from what the record holds. */
  get isDirty(): boolean {
    return !this.host.kind().same(this.value, this.#valueInBase());
  }

  /** How far the record has come; undefined where there is none. */
  get stage(): Stage | undefined {
    return this.base && this.host.kind().stage(this.base);
  }

  /** A person changed something in a version that they had before them, even where the edit has gone on from there. */
  change(value: Value, from: Wire | undefined = this.base): void {
    if (this.isHidden) return;
    if (from !== this.base) this.rebase(from);
    if (this.base && this.host.kind().isOther?.(this.base)) this.base = undefined; // it stays as it is
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
    const resumed = this.#hasChanged || !given.base ? undefined : this.resumed;
    if (given.base !== this.base || !this.host.kind().same(given.value, this.value)) this.#apply(given);
    if (resumed) this.#resume(resumed);
  }

  /** The browser brought back what a person had entered: theirs, and not what a reset returns to. */
  restore({ value, base }: GivenValue<Value, Wire>): void {
    if (base) {
      this.completion = this.host.kind().about(base).completion ?? this.completion;
      this.#writing.nameAs(base);
      if (base.id !== undefined) this.base ??= base;
    }
    this.change(value);
  }

  reset(): void {
    this.#apply(this.given ?? { value: this.host.kind().start });
    this.position = undefined;
    this.notice = undefined;
    void this.dropDraft();
  }

  /** Empties the value by code; what the record holds stays what is amended. */
  clear(): void {
    this.value = this.host.kind().none;
    this.isTouched = this.base !== undefined;
    this.delivery = { state: 'idle' };
    void this.dropDraft();
    this.host.changed();
  }

  keepDraft(): void {
    if (!this.isEnded && this.isTouched && !this.isHidden) this.#draft.keep(this.host.now().toISOString());
  }

  readonly dropDraft = (): Promise<void> => this.#draft.drop();

  /** The resource as it stands, or as it would be with another value. */
  readonly toResource = (intent: Intent = 'give', value: Value = this.value): Wire =>
    this.#writing.resource(intent, value);

  /** What the host reads: the stored resource while nothing has changed; undefined while there is nothing. */
  current(): Wire | undefined {
    if (this.isHidden || (!this.base && !this.isTouched)) return undefined;
    return this.base && (this.scope.isReader || !this.isDirty) ? this.base : this.toResource();
  }

  /** All that giving or taking back writes now, with what follows from it. */
  readonly act = (intent: Intent, also: readonly Save[] = [], value: Value = this.value): Act<Wire> =>
    this.#writing.act(intent, also, value);

  /** Takes up what the record and the device hold; what the person did meanwhile stays. */
  load(): Promise<void> {
    return loadInto(this, this.host, this.#draft, (draft) => this.#resume(draft));
  }

  /** Takes over a stored version; what the person changed meanwhile wins over it. */
  adopt(stored: Wire): void {
    const kind = this.host.kind();
    const { isDirty } = this;
    if (isDirty && !this.scope.isReader && kind.isOther?.(stored)) return;
    const { at, completion } = kind.about(stored);
    this.value = kind.merge(this.#valueInBase(), this.value, this.valueIn(stored)).value;
    if (isDirty) this.#writing.join(stored, stored);
    this.base = stored;
    if (this.isHidden) this.given = undefined;
    this.notice = undefined;
    const own = this.scope.isReader ? undefined : this.completion;
    this.completion = this.#hasChanged ? (own ?? completion) : (completion ?? own);
    if (isDirty) return;
    this.#writing.at = at ?? this.#writing.at;
    const delivery = deliveryOf(kind, stored, standingOf(this.scope.store, stored));
    this.delivery = delivery ?? this.delivery;
  }

  /** Shows a newer stored version in place of the one that is on the screen. */
  replace(stored: Wire): void {
    Object.assign(this, { base: stored, value: this.valueIn(stored) });
    this.adopt(stored);
  }

  /** Goes on from another version, with what is joined to it: from now on it is this that is changed. */
  rebase(base: Wire | undefined, joined = base): void {
    if (joined) this.#writing.join(joined, base);
    this.base = base;
    this.#writing.changed();
  }

  /** What a resource of this record gives. */
  valueIn(resource: Wire): Value {
    return givenIn(this.host.kind(), resource, standingOf(this.scope.store, resource));
  }

  /** Nothing of it reaches the screen or an event, after a sign-out no store either. Resolves when the draft is kept. */
  async end(isSignedOut: boolean): Promise<void> {
    this.isEnded = true;
    this.#isSignedOut = isSignedOut;
    if (isSignedOut) this.#draft.close();
    await this.#draft.settled();
  }

  #valueInBase(): Value {
    return this.base ? this.valueIn(this.base) : this.host.kind().start;
  }

  #apply({ value, base }: GivenValue<Value, Wire>): void {
    const kind = this.host.kind();
    if (base && base !== this.base) this.completion = kind.about(base).completion ?? this.completion;
    this.value = value;
    this.base = base;
    this.isTouched = base !== undefined || !kind.same(value, kind.start);
    this.#writing.at = (base && kind.about(base).at) ?? this.host.now().toISOString();
    const isGiven = base?.id !== undefined && kind.stage(base) === 'given';
    this.isNewest ||= isGiven;
    this.delivery = isGiven ? { state: 'saved', at: kind.about(base).at } : { state: 'idle' };
    this.host.changed();
  }

  /** Goes on from a draft; false where it is about another record than the one that the page has set. */
  #resume(draft: Draft): boolean {
    const kind = this.host.kind();
    const { resource, position, keptAt } = draft;
    if (!kind.is(resource)) return false;
    const { at, completion } = kind.about(resource);
    const goesOn = resumedFrom(kind, { ...draft, resource }, this);
    if (!goesOn) return false;
    // It was sent just before the page was left; what is changed here has a draft of its own
    if (this.base && kind.same(kind.read(resource), this.valueIn(this.base))) {
      if (!this.#hasChanged) void this.dropDraft();
      return true;
    }
    this.resumed = draft;
    this.completion ??= completion;
    this.position ??= position;
    this.base = goesOn.base;
    this.#writing.nameAs(resource);
    if (!this.#hasChanged) {
      this.value = goesOn.value;
      this.#writing.at = at ?? this.#writing.at;
      this.delivery = this.isKeepingDrafts ? { state: 'kept', at: new Date(keptAt) } : { state: 'open' };
      this.isTouched = true;
    } else {
      // The person has begun again already: what they said now stays, what they said before fills the gaps
      this.value = kind.merge(kind.none, this.value, goesOn.value).value;
      this.#draft.keep(this.host.now().toISOString());
    }
    this.host.changed(); // it waits for no search
    return true;
  }
}
