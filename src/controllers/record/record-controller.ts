import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Provided } from '../../context/provided.js';
import type { StoreChange } from '../../context/store.js';
import { sameRecord } from '../../domain/identity.js';
import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import { RecordEdit } from './edit.js';
import { admit, admitChange, isShared } from './gate.js';
import type { RecordKind, SaysOfItself } from './kind.js';
import { changedIn, isAnothers, isLeftBehind, isOfSame, isSince, sameScope, scopeOf } from './scope.js';
import { RecordSender } from './sender.js';
import type { SendHost } from './send-host.js';
import { Handed, type Pending, type ReadGiven } from './handed.js';
import type { GivenValue } from './writing.js';

/** An element as its records see it. */
export type RecordElement = ReactiveControllerHost & { readonly isConnected: boolean };

/** What the element tells its records. */
export interface RecordSource<
  Value,
  Wire extends Resource,
  Contradiction extends Conflict = Conflict,
> extends Omit<SendHost<Value, Wire, Contradiction>, 'kind'> {
  /** Undefined while it is not known what is asked. */
  kind(): RecordKind<Value, Wire, Contradiction> | undefined;
  provided(): Provided | undefined;
  /** What was on the screen is another person's or session's now: forget it. */
  begun(): void;
}

/** Keeps the one edit that an element shows, and replaces it when it becomes another person's or another session's. */
export class RecordController<
  Value,
  Wire extends Resource,
  Contradiction extends Conflict = Conflict,
> implements ReactiveController {
  #edit: RecordEdit<Value, Wire, Contradiction> | undefined;
  #sender: RecordSender<Value, Wire, Contradiction> | undefined;
  #isKnown = false;
  /** What the browser brought back, into which edit. */
  #restored: { readonly edit: object; readonly pending: Pending<Value, Wire> } | undefined;
  #lastKind: RecordKind<Value, Wire, Contradiction> | undefined;
  readonly #handed = new Handed<Value, Wire>();
  #hadProvider = false;
  #stopWatching: (() => void) | undefined;
  #loading: Promise<void> = Promise.resolve();
  readonly #host: SendHost<Value, Wire, Contradiction>;

  constructor(
    private readonly element: RecordElement,
    private readonly source: RecordSource<Value, Wire, Contradiction>,
  ) {
    this.#host = { ...source, kind: () => this.#kind() };
    element.addController(this);
  }

  /** Undefined while it is not known what is asked. */
  get edit(): RecordEdit<Value, Wire, Contradiction> | undefined {
    return this.#isKnown ? this.#edit : undefined;
  }

  get sender(): RecordSender<Value, Wire, Contradiction> | undefined {
    return this.#sender;
  }

  /** What the stored version says of itself. */
  get about(): SaysOfItself | undefined {
    return this.edit?.base && this.#kind().about(this.edit.base);
  }

  /** Begins at once: a form may be read right after the element was appended to it. */
  hostConnected(): void {
    this.follow();
    this.#watch();
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }

  hostUpdate(): void {
    this.follow();
    this.#handed.drawn();
  }

  /** The host's code sets the value; read when it is known what is asked, so that properties may come in any order. */
  take(read: ReadGiven<Value, Wire>, name = 'whole'): void {
    this.#await({ name, read, isRestored: false });
  }

  /** The browser brings back what a person had entered; read and checked as what the host sets. */
  restore(read: ReadGiven<Value, Wire>): void {
    this.#await({ name: 'restored', read, isRestored: true });
  }

  /** What is on the screen, where it answers another version of what is asked: it stays as it is. */
  get other(): Wire | undefined {
    const base = this.edit?.base;
    return base && this.#kind().isOther?.(base) ? base : undefined;
  }

  /** The person begins with what is asked now, beside what answers another version of it. */
  leaveOther(): void {
    const { edit } = this;
    if (!edit || !this.other) return;
    const { given } = edit;
    edit.completion = undefined;
    edit.take({ value: this.#kind().start });
    edit.given = given;
  }

  /** Another provider, person, session or instrument: begins the edit that belongs to them. */
  follow(): void {
    const kind = this.source.kind();
    this.#isKnown = kind !== undefined;
    if (!kind) return;
    this.#lastKind = kind;
    const provided = this.source.provided();
    const [scope, before] = [scopeOf(kind, provided), this.#edit];
    const isFirstProvider = provided !== undefined && !this.#hadProvider;
    this.#hadProvider ||= provided !== undefined;
    if (!before || !sameScope(kind, before.scope, scope)) {
      const edit = new RecordEdit(scope, this.#host);
      this.#edit = edit;
      this.#sender = new RecordSender(edit, this.#host);
      void before?.end(before.scope.signOuts !== scope.signOuts);
      const isSameAsked = before?.scope.instrument === scope.instrument;
      if (before) this.#handed.begin(!isSameAsked && (isFirstProvider || isOfSame(before.scope, scope)));
      if (before && isFirstProvider && isSameAsked) this.#carryOver(before, edit);
      this.#watch();
      if (before && !isFirstProvider) this.source.begun();
      this.#loading = edit.load();
    }
    if (this.#edit) this.#takePending(this.#edit);
  }

  #await(pending: Pending<Value, Wire>): void {
    this.#handed.add(pending);
    this.element.requestUpdate();
    this.follow();
  }

  /** The kind as it is now; while it is not known what is asked next, what was asked last. */
  #kind(): RecordKind<Value, Wire, Contradiction> {
    const kind = this.source.kind() ?? this.#lastKind;
    if (!kind) throw new Error('It is not known what is asked.');
    return kind;
  }

  /** Takes what the host set; a resource of another person, author or session waits until that one is present. */
  #takePending(edit: RecordEdit<Value, Wire, Contradiction>): void {
    const kind = this.#kind();
    this.#handed.each((pending) => {
      const [{ isRestored }, { fits = true, ...given }] = [pending, pending.read(edit)];
      const about = given.base && kind.about(given.base);
      if (about && isAnothers(kind, edit.scope, about)) return isRestored ? 'gone' : 'waits';
      if (isRestored && isLeftBehind(about, edit.scope)) return 'gone';
      if (isRestored && !fits) return 'unfit';
      const admitted = this.#admitGiven(edit, given);
      if (isRestored) this.#restored = { edit, pending };
      if (isRestored) edit.restore(admitted);
      else edit.take(admitted);
      return fits ? 'fits' : 'unfit';
    });
  }

  #admitGiven({ scope }: RecordEdit<Value, Wire, Contradiction>, given: GivenValue<Value, Wire>) {
    const kind = this.#kind();
    if (!given.base || isShared(kind, scope, given.base)) return given;
    return { value: kind.none, base: admit(kind, scope, given.base) };
  }

  /**
   * Everything passes to the next edit when a provider was found after the person had begun: the edit was nobody's until
   * then. Otherwise nothing does; a resource that the host set for the next one waits.
   */
  #carryOver(
    before: RecordEdit<Value, Wire, Contradiction>,
    edit: RecordEdit<Value, Wire, Contradiction>,
  ): void {
    const { given } = before;
    if (given) this.#handed.putFirst({ name: 'whole', read: () => given, isRestored: false });
    // What the browser brought back may be another's: looked at again, now that it is known who is there
    const restored = this.#restored?.edit === before ? this.#restored.pending : undefined;
    if (restored) this.#handed.add(restored);
    this.#takePending(edit);
    if (!before.isDirty || restored) return;
    edit.completion = before.completion;
    edit.change(before.value);
  }

  /** Follows what happens to the same record in other tabs and on other devices. */
  #watch(): void {
    this.hostDisconnected();
    const edit = this.#edit;
    if (!edit || !this.element.isConnected) return;
    const [{ store, subject }, kind] = [edit.scope, this.#kind()];
    if (!store || subject === undefined) return;
    const params = kind.watch?.(edit.scope) ?? { subject };
    this.#stopWatching = store.watch(kind.type, params, (told) => {
      const change = admitChange(this.#kind(), edit.scope, told);
      // What waited is told as soon as somebody watches: perhaps before the record was read
      if ('conflict' in change) void this.#loading.then(() => this.#hear(edit, change));
      else this.#hear(edit, change);
    });
  }

  #hear(edit: RecordEdit<Value, Wire, Contradiction>, change: StoreChange): void {
    if (edit.isEnded) return;
    if ('cleared' in change) this.#startAfresh(edit);
    else if (this.#isAbout(edit, change)) this.#sender?.hear(change);
  }

  /** Whether it happened to the record on the screen; for a reader the newest of the session counts, whichever it is. */
  #isAbout(
    edit: RecordEdit<Value, Wire, Contradiction>,
    change: Exclude<StoreChange, { readonly cleared: unknown }>,
  ): boolean {
    const { base, scope } = edit;
    if (!scope.isReader) return sameRecord(changedIn(change), base ?? edit.toResource());
    if (!('saved' in change)) return false;
    const [kind, { saved }] = [this.#kind(), change];
    if (!kind.is(saved) || isAnothers(kind, scope, kind.about(saved))) return false;
    return isSince(kind.about(saved), base && kind.about(base)) || sameRecord(saved, base);
  }

  /** A sign-out elsewhere removed what is kept about this person. */
  #startAfresh(edit: RecordEdit<Value, Wire, Contradiction>): void {
    void edit.end(true);
    this.#edit = undefined;
    this.follow();
    this.source.begun();
  }
}
