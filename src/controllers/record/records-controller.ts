import type { ReactiveController } from 'lit';
import type { Draft } from '../../context/drafts.js';
import type { StoreChange } from '../../context/store.js';
import { sameRecord } from '../../domain/identity.js';
import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import { haveCome, standingOf, writtenBy, type News } from './delivery.js';
import { admitChange } from './gate.js';
import { HeldRecords } from './held-records.js';
import { KeptDrafts } from './kept-drafts.js';
import type { RecordKind } from './kind.js';
import { LeftSenders } from './left-senders.js';
import type { RecordsSource } from './open-edit.js';
import type { RecordElement } from './record-controller.js';
import { changedIn, mayDecide, sameScope, scopeOf, type RecordScope } from './scope.js';
import type { RecordSender } from './sender.js';

/** All records of one kind and person, by one search and one watch; an edit only for those that somebody changes. */
export class RecordsController<
  Value,
  Wire extends Resource,
  Contradiction extends Conflict = Conflict,
> implements ReactiveController {
  isLoading = false;
  /** The stored ones, or the drafts, could not be looked for. */
  notice: 'load' | undefined;
  /** What is being changed, sent or asked about. */
  open: readonly RecordSender<Value, Wire, Contradiction>[] = [];
  /** What the person keeps for herself. */
  readonly kept: KeptDrafts<Value, Wire>;
  #scope: RecordScope | undefined;
  readonly #held = new HeldRecords<Wire>();
  readonly #left = new LeftSenders<Value, Wire, Contradiction>(this.#held, this);
  /** Counts the persons, stores and sign-outs that these records were of. */
  #era = 0;
  #stopWatching: (() => void) | undefined;

  constructor(
    private readonly element: RecordElement,
    private readonly source: RecordsSource<Value, Wire, Contradiction>,
  ) {
    this.kept = new KeptDrafts({
      ...{ kind: () => this.#kind(), changed: () => this.source.changed() },
      storedOf: (one) => (this.senderOf(one) ? undefined : this.#held.of(one)),
      gone: (one) => {
        this.open = this.open.filter((sender) => sender !== this.openFor(one));
        if (this.#held.of(one)?.id === undefined) this.#held.delete(one);
      },
    });
    element.addController(this);
  }

  /** The newest version of each that the one who looks may see. */
  get stored(): readonly Wire[] {
    return this.#known(true);
  }

  /** Those that were given and no store has taken yet. */
  get waiting(): readonly Wire[] {
    return this.stored.filter((one) => standingOf(this.#scope?.store, one)?.state === 'waiting');
  }

  /** There is something that the one who looks may not see. */
  get hasHidden(): boolean {
    return this.#known(false).length > 0;
  }

  /** Kept by the person and not given: drafts, ideas. */
  get drafts(): readonly Draft[] {
    const others = [...this.#known(false), ...this.#left.given];
    return this.kept.all.filter(({ resource: of }) => !others.some((one) => sameRecord(one, of)));
  }

  readonly hostConnected = (): void => this.watch();
  readonly hostUpdate = (): void => this.follow();

  hostDisconnected(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }

  /** Another provider or person: ends every edit, and begins with what belongs to them. */
  follow(): void {
    const kind = this.source.kind();
    if (!kind) return;
    const scope = scopeOf(kind, this.source.provided(), this.#held.given !== undefined);
    const before = this.#scope;
    if (before && sameScope(kind, before, scope)) {
      this.#scope = scope; // a new record is about the present session
      return;
    }
    this.#begin(scope, before !== undefined && before.signOuts !== scope.signOuts);
    if (before) this.source.begun();
  }

  /** What the page itself keeps, in place of a store; undefined goes back to the store. */
  take(resources: readonly Resource[] | undefined): void {
    const [kind, scope] = [this.source.kind(), this.#scope];
    const goesOn = resources !== undefined && this.#held.given !== undefined;
    this.#held.given = resources;
    if (!goesOn || !kind || !scope) this.follow();
    else {
      this.#held.begin(kind, scope);
      this.#spread(this.#held.all);
      this.source.changed();
    }
  }

  /** Takes up a resource that another list of the same element has written; of another kind it is none of these. */
  hold(resource: Resource): void {
    if (this.#scope) this.#held.hold(this.#kind(), this.#scope, resource);
  }

  readonly openFor = (resource: Resource): RecordSender<Value, Wire, Contradiction> | undefined =>
    this.open.find(({ edit }) => sameRecord(resource, edit.base ?? edit.toResource()));

  /** What changes a record or sends it. */
  readonly senderOf = (resource: Resource): RecordSender<Value, Wire, Contradiction> | undefined =>
    this.openFor(resource) ?? this.#left.of(resource);

  /** What the person began to change of a stored record and did not give. */
  readonly draftOf = (stored: Wire): Draft | undefined =>
    this.drafts.find(({ resource }) => sameRecord(resource, stored));

  /**
   * The edit of one record, with what sends it: the one that is open, or one that goes on from what was kept of it.
   * @param of a stored version (`isApart`: what was kept of it stays for later) or a draft; without it a new record
   */
  edit(of?: Wire | Draft, isApart = false): RecordSender<Value, Wire, Contradiction> {
    const [scope, era] = [this.#scope, this.#era];
    if (!scope) throw new Error('It is not known whose records these are. Call follow() first.');
    const present = of && this.openFor('resourceType' in of ? of : of.resource);
    if (present) return present;
    const list = {
      kind: () => this.#kind(),
      isSame: () => this.#era === era,
      note: this.#note,
      hear: (change: StoreChange) => this.#hear(this.#scope ?? scope, change),
      ended: this.#left.remove,
    };
    const sender = this.source.opening()(scope, this.source, list, of, isApart);
    this.open = [...this.open, sender];
    return sender;
  }

  /** Closes an edit; what was entered and not given stays among the drafts, what was not taken is told anew. */
  async close(sender: RecordSender<Value, Wire, Contradiction>): Promise<void> {
    const { edit } = sender;
    this.open = this.open.filter((other) => other !== sender);
    this.#left.add(sender);
    await sender.leave();
    await this.kept.list().catch(() => undefined); // they are listed the next time
    if (edit.delivery.state === 'failed' && !this.openFor(edit.toResource())) this.source.left();
    this.source.changed();
  }

  #begin(scope: RecordScope, isSignedOut: boolean): void {
    for (const { edit } of this.open) void edit.end(isSignedOut);
    this.#left.end(isSignedOut);
    [this.#scope, this.#era] = [scope, this.#era + 1];
    this.#held.begin(this.#kind(), scope);
    this.kept.begin(scope);
    [this.open, this.notice] = [[], undefined];
    this.watch();
    void this.#load(scope);
  }

  async #load(scope: RecordScope): Promise<void> {
    const [era, kind] = [this.#era, this.#kind()];
    const params = scope.subject === undefined ? undefined : kind.list?.(scope);
    this.isLoading = true;
    const held = (params && scope.store?.search(kind.type, params))?.then((resources) => {
      if (this.#era !== era) return;
      this.#held.find(kind, scope, resources);
      this.notice = undefined;
      this.source.changed();
    });
    const hasCome = await haveCome(held, this.kept.list());
    if (this.#era !== era) return;
    [this.isLoading, this.notice] = [false, hasCome ? this.notice : 'load'];
    this.source.changed();
    void this.kept.leaveGiven();
  }

  /** Listens to the store, which tells what waits in an outbox anew. */
  watch(): void {
    this.hostDisconnected();
    const [scope, era, kind] = [this.#scope, this.#era, this.source.kind()];
    const { store, subject } = scope ?? {};
    if (!scope || !kind || !store || subject === undefined || !this.element.isConnected) return;
    this.#stopWatching = store.watch(kind.type, kind.list?.(scope) ?? { subject }, (change) => {
      if (this.#era === era) this.#hear(scope, change);
    });
  }

  #hear(scope: RecordScope, told: StoreChange): void {
    const change = admitChange(this.#kind(), scope, told);
    if ('cleared' in change) {
      this.#begin({ ...scope }, true);
      this.source.begun();
      return;
    }
    const resource = changedIn(change);
    if (!this.#kind().is(resource)) return;
    if ('saved' in change) {
      this.hold(resource);
      this.#spread([resource]);
    } else if (mayDecide(this.#kind(), scope, resource, change)) void this.#decide(resource, change);
    this.source.changed();
  }

  /** What the person must decide, or send again, is an edit again. */
  async #decide(resource: Wire, change: Parameters<RecordSender<Value, Wire>['hear']>[0]): Promise<void> {
    const era = this.#era;
    if (!this.#held.of(resource)) this.hold(resource); // no store has it: it is nowhere else
    const isReady = await haveCome(this.#kind().prepare?.());
    if (this.#era !== era) return;
    if (isReady) this.edit(resource).hear(change);
    else this.notice = 'load';
    void haveCome(this.kept.list()); // the person may have changed it since
    this.source.changed();
  }

  /** What is open hears of newer versions, and ends where they may not be seen any more. */
  #spread(all: readonly Wire[]): void {
    for (const saved of all) this.openFor(saved)?.hear({ saved });
    this.open = this.open.filter(({ edit }) => !edit.isHidden);
    void this.kept.leaveGiven();
  }

  #known(isSeen: boolean): readonly Wire[] {
    const [kind, scope] = [this.source.kind(), this.#scope];
    return kind && scope ? this.#held.known(kind, scope, isSeen) : [];
  }

  /** What was just saved, waits or was taken over is held: nobody waits to hear so from a store. */
  readonly #note = (news: News<Wire>, { edit }: RecordSender<Value, Wire, Contradiction>): void => {
    for (const resource of writtenBy(news)) this.hold(resource);
    if ('dropped' in news) this.#held.delete(news.dropped);
    if ('conflict' in news || 'failed' in news || edit.delivery.state === 'open') return;
    // One that was left has dropped its draft already, unless the person had changed it meanwhile
    void (edit.isEnded ? edit.end(false) : edit.dropDraft()).then(() => this.kept.list());
  };

  #kind(): RecordKind<Value, Wire, Contradiction> {
    const kind = this.source.kind();
    if (kind) return kind;
    throw new Error('It is not known what these records are about.');
  }
}
