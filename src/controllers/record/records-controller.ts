import type { ReactiveController } from 'lit';
import type { Draft } from '../../context/drafts.js';
import type { StoreChange } from '../../context/store.js';
import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import type { News } from './delivery.js';
import { RecordEdit } from './edit.js';
import type { RecordKind } from './kind.js';
import type { RecordElement, RecordSource } from './record-controller.js';
import { changedIn, identifierOf, sameRecord, sameScope, scopeOf, type RecordScope } from './scope.js';
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
  /** Kept by the person and not given: drafts, ideas. */
  drafts: readonly Draft[] = [];
  isLoading = false;
  /** The stored ones, or the drafts, could not be looked for. */
  notice: 'load' | undefined;
  /** What is being changed, sent or asked about. */
  open: readonly RecordSender<Value, Wire, Contradiction>[] = [];
  #scope: RecordScope | undefined;
  /** By identifier, which a record has from the first moment on; those of other systems may have an id alone. */
  readonly #stored = new Map<string, Wire>();
  #stopWatching: (() => void) | undefined;

  constructor(
    private readonly element: RecordElement,
    private readonly source: RecordSource<Value, Wire, Contradiction>,
  ) {
    element.addController(this);
  }

  /** The newest version of each. */
  get stored(): readonly Wire[] {
    return [...this.#stored.values()];
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
    if (before && sameScope(before, scope)) return;
    this.#begin(scope, before !== undefined && before.signOuts !== scope.signOuts);
    if (before) this.source.begun();
  }

  /**
   * The edit of one record, with what sends it: the one that is open, or a new one.
   * @param of a stored version or a draft; without it a new record
   */
  edit(of?: Wire | Draft): RecordSender<Value, Wire, Contradiction> {
    const scope = this.#scope;
    if (!scope) throw new Error('It is not known whose records these are. Call follow() first.');
    const resource = of && 'resourceType' in of ? of : of?.resource;
    const present = resource && this.#openFor(resource);
    if (present) return present;
    const host = this.#hostFor(scope);
    const sender = new RecordSender(new RecordEdit(scope, host, of), host);
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
    this.#stored.clear();
    this.drafts = [];
    this.open = [];
    this.notice = undefined;
    this.#watch();
    void this.#load(scope);
  }

  async #load(scope: RecordScope): Promise<void> {
    const kind = this.#kind();
    const { store, subject } = scope;
    const params = subject === undefined ? undefined : kind.list?.(scope);
    this.isLoading = true;
    const [found, drafts] = await Promise.allSettled([
      params && store ? store.search(kind.type, params) : [],
      this.#listDrafts(),
    ]);
    if (this.#scope !== scope) return;
    this.isLoading = false;
    if (found.status === 'rejected' || drafts.status === 'rejected') this.notice = 'load';
    if (found.status === 'fulfilled') for (const resource of found.value) this.#hold(resource);
    this.source.changed();
  }

  async #listDrafts(): Promise<void> {
    const scope = this.#scope;
    const { drafts, subject, isReader } = scope ?? {};
    if (!drafts || subject === undefined || isReader) return;
    const kept = await drafts.list(subject, this.#kind().name);
    if (this.#scope === scope) this.drafts = kept;
  }

  #watch(): void {
    this.hostDisconnected();
    const scope = this.#scope;
    const kind = this.source.kind();
    if (!scope || !kind || !this.element.isConnected) return;
    const { store, subject } = scope;
    if (!store || subject === undefined) return;
    this.#stopWatching = store.watch(kind.type, kind.list?.(scope) ?? { subject }, (change) => {
      if (this.#scope === scope) this.#hear(scope, change);
    });
  }

  #hear(scope: RecordScope, change: StoreChange): void {
    if ('cleared' in change) {
      this.#begin({ ...scope }, true);
      this.source.begun();
      return;
    }
    const resource = changedIn(change);
    if (!this.#kind().is(resource)) return;
    if ('saved' in change) this.#hold(resource);
    // What the person must decide, or send again, is an edit again
    const sender = 'saved' in change ? this.#openFor(resource) : this.edit(resource);
    sender?.hear(change);
    this.source.changed();
  }

  #hold(resource: Resource): void {
    if (this.#kind().is(resource)) this.#stored.set(identifierOf(resource) ?? resource.id ?? '', resource);
  }

  #openFor(resource: Resource): RecordSender<Value, Wire, Contradiction> | undefined {
    return this.open.find(({ edit }) => sameRecord(resource, edit.base ?? edit.toResource()));
  }

  #hostFor(scope: RecordScope): SendHost<Value, Wire, Contradiction> {
    const { source } = this;
    return {
      ...source,
      kind: () => this.#kind(),
      tell: (news: News<Wire>) => {
        if (this.#scope === scope) this.#note(news);
        source.tell(news);
      },
    };
  }

  /** What was just saved or waits is what the record holds: nobody waits for the store to say so again. */
  #note(news: News<Wire>): void {
    if ('saved' in news) this.#hold(news.saved);
    if ('queued' in news) this.#hold(news.queued);
  }

  #kind(): RecordKind<Value, Wire, Contradiction> {
    const kind = this.source.kind();
    if (!kind) throw new Error('It is not known what these records are about.');
    return kind;
  }
}
