import type { ReactiveController } from 'lit';
import type { Draft } from '../../context/drafts.js';
import type { StoreChange } from '../../context/store.js';
import { keyOf, sameRecord } from '../../domain/identity.js';
import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import { withinPatience, type News } from './delivery.js';
import { RecordEdit } from './edit.js';
import { admit, admitChange, isShared } from './gate.js';
import type { RecordKind } from './kind.js';
import type { RecordElement, RecordSource } from './record-controller.js';
import { changedIn, sameScope, scopeOf, type RecordScope } from './scope.js';
import { RecordSender, type SendHost } from './sender.js';

/**
 * All records of one kind and person: one search and one watch for all of them, an edit only for those that somebody
 * changes, and beside them what the person keeps for herself.
 */
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
  #scope: RecordScope | undefined;
  /** By key: an identifier, which a record has from the first moment on, or for those of other systems an id. */
  readonly #stored = new Map<string, Wire>();
  #drafts: readonly Draft[] = [];
  /** What was told or saved since the search began. */
  readonly #heard = new Set<string>();
  /** Counts the persons, stores and sign-outs that these records were of. */
  #era = 0;
  #stopWatching: (() => void) | undefined;

  constructor(
    private readonly element: RecordElement,
    private readonly source: RecordSource<Value, Wire, Contradiction>,
  ) {
    element.addController(this);
  }

  /** The newest version of each that the one who looks may see. */
  get stored(): readonly Wire[] {
    return this.#known((isSeen) => isSeen);
  }

  /** There is something that the one who looks may not see. */
  get hasHidden(): boolean {
    return this.#known((isSeen) => !isSeen).length > 0;
  }

  /** Kept by the person and not given: drafts, ideas. */
  get drafts(): readonly Draft[] {
    const hidden = this.#known((isSeen) => !isSeen);
    return this.#drafts.filter(({ resource }) => !hidden.some((one) => sameRecord(one, resource)));
  }

  hostConnected(): void {
    this.#watch();
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }

  hostUpdate(): void {
    this.follow();
  }

  /** Another provider or person: ends every edit, and begins with what belongs to them. */
  follow(): void {
    const kind = this.source.kind();
    if (!kind) return;
    const scope = scopeOf(kind, this.source.provided());
    const before = this.#scope;
    if (before && sameScope(kind, before, scope)) {
      this.#scope = scope; // a new record is about the present session
      return;
    }
    this.#begin(scope, before !== undefined && before.signOuts !== scope.signOuts);
    if (before) this.source.begun();
  }

  /**
   * The edit of one record, with what sends it: the one that is open, or one that goes on from what was kept of it.
   * @param of a stored version or a draft; without it a new record
   */
  edit(of?: Wire | Draft): RecordSender<Value, Wire, Contradiction> {
    const scope = this.#scope;
    if (!scope) throw new Error('It is not known whose records these are. Call follow() first.');
    const resource = of && 'resourceType' in of ? of : of?.resource;
    const present = resource && this.#openFor(resource);
    if (present) return present;
    const host = this.#hostFor();
    const edit = new RecordEdit(scope, host, of);
    if (of && 'resourceType' in of) void edit.load();
    const sender = new RecordSender(edit, host);
    this.open = [...this.open, sender];
    return sender;
  }

  /** Closes an edit; what was entered and not given stays among the drafts. */
  async close(sender: RecordSender<Value, Wire, Contradiction>): Promise<void> {
    this.open = this.open.filter((other) => other !== sender);
    await sender.edit.end(false);
    await this.#listDrafts();
    this.source.changed();
  }

  #begin(scope: RecordScope, isSignedOut: boolean): void {
    for (const { edit } of this.open) void edit.end(isSignedOut);
    this.#scope = scope;
    this.#era += 1;
    this.#stored.clear();
    this.#heard.clear();
    this.#drafts = [];
    this.open = [];
    this.notice = undefined;
    this.#watch();
    void this.#load(scope);
  }

  async #load(scope: RecordScope): Promise<void> {
    const era = this.#era;
    const kind = this.#kind();
    const { store, subject } = scope;
    const params = subject === undefined ? undefined : kind.list?.(scope);
    this.isLoading = true;
    const found = params && store ? store.search(kind.type, params) : Promise.resolve([]);
    const held = found.then((resources) => {
      if (this.#era === era) this.#holdFound(resources);
    });
    // What comes later than a person waits is taken up all the same
    const work = [held, this.#listDrafts().then(() => this.source.changed())];
    const outcomes = await Promise.allSettled(work.map((one) => withinPatience(one)));
    if (this.#era !== era) return;
    this.isLoading = false;
    if (outcomes.some(({ status }) => status === 'rejected')) this.notice = 'load';
    this.source.changed();
  }

  /** What was heard meanwhile is newer than what was searched for before. */
  #holdFound(found: readonly Resource[]): void {
    const known = new Set(this.#heard);
    for (const resource of found) if (!known.has(keyOf(resource) ?? '')) this.#hold(resource);
    this.notice = undefined;
    this.source.changed();
  }

  async #listDrafts(): Promise<void> {
    const era = this.#era;
    const { drafts, subject, author, isReader } = this.#scope ?? {};
    if (!drafts || subject === undefined || isReader) return;
    const kept = await drafts.list({ subject, author }, this.#kind().name);
    if (this.#era === era) this.#drafts = kept;
  }

  #watch(): void {
    this.hostDisconnected();
    const [scope, era] = [this.#scope, this.#era];
    const kind = this.source.kind();
    if (!scope || !kind || !this.element.isConnected) return;
    const { store, subject } = scope;
    if (!store || subject === undefined) return;
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
      this.#hold(resource);
      this.#openFor(resource)?.hear(change);
      this.open = this.open.filter(({ edit }) => !edit.isHidden);
    } else if (this.#isOwn(scope, resource)) {
      // What the person must decide, or send again, is an edit again
      this.edit(resource).hear(change);
    }
    this.source.changed();
  }

  /** Another author's words are theirs to decide about, and a reader decides about none. */
  #isOwn(scope: RecordScope, resource: Wire): boolean {
    const { author } = this.#kind().about(resource);
    return !scope.isReader && (author === undefined || author === scope.author);
  }

  #hold(resource: Resource): void {
    const key = keyOf(resource);
    const kind = this.#kind();
    if (key === undefined || !this.#scope || !kind.is(resource)) return;
    this.#stored.set(key, admit(kind, this.#scope, resource));
    this.#heard.add(key);
  }

  #known(wanted: (isSeen: boolean) => boolean): readonly Wire[] {
    const [kind, scope] = [this.source.kind(), this.#scope];
    if (!kind || !scope) return [];
    return [...this.#stored.values()].filter((one) => wanted(isShared(kind, scope, one)));
  }

  #openFor(resource: Resource): RecordSender<Value, Wire, Contradiction> | undefined {
    return this.open.find(({ edit }) => sameRecord(resource, edit.base ?? edit.toResource()));
  }

  #hostFor(): SendHost<Value, Wire, Contradiction> {
    const { source } = this;
    const era = this.#era;
    return {
      ...source,
      kind: () => this.#kind(),
      tell: (news: News<Wire>) => {
        if (this.#era === era) this.#note(news);
        source.tell(news);
      },
    };
  }

  /** What was just saved, waits or was taken over is what the record holds: nobody waits to hear so from a store. */
  #note(news: News<Wire>): void {
    if ('saved' in news) this.#hold(news.saved);
    else if ('queued' in news) this.#hold(news.queued);
    else if ('hosted' in news) this.#hold(news.hosted.main.resource);
    else if ('dropped' in news) this.#stored.delete(keyOf(news.dropped) ?? '');
  }

  #kind(): RecordKind<Value, Wire, Contradiction> {
    const kind = this.source.kind();
    if (!kind) throw new Error('It is not known what these records are about.');
    return kind;
  }
}
