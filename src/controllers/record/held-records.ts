import { keyOf, sameRecord } from '../../domain/identity.js';
import type { Resource } from '../../fhir/resource.js';
import { admit, isShared } from './gate.js';
import type { RecordKind } from './kind.js';
import { isAnothers, type RecordScope } from './scope.js';

type Held<Wire extends Resource> = Pick<RecordKind<unknown, Wire>, 'is' | 'about' | 'veil' | 'keyed'>;

/** What the one who looks may see, and what not. */
interface Apart<Wire extends Resource> {
  readonly kind: Held<Wire>;
  readonly viewer: RecordScope['viewer'];
  readonly shown: readonly Wire[];
  readonly hidden: readonly Wire[];
}

/** The newest version of each of many records, as far as the one who looks may see them. */
export class HeldRecords<Wire extends Resource> {
  /** What the page itself keeps, in place of a store; undefined where there is a store to read. */
  given: readonly Resource[] | undefined;
  /** By key: an identifier, which a record has from the first moment on, or for those of other systems an id. */
  readonly #stored = new Map<string, Wire>();
  /** What was told or saved since a search began: it is newer than what the search finds. */
  readonly #heard = new Set<string>();
  /** Told apart once for each change: a list asks for it many times in one drawing. */
  #apart: Apart<Wire> | undefined;

  /** Veils included. */
  get all(): readonly Wire[] {
    return [...this.#stored.values()];
  }

  /** The one that a resource is a version of. */
  of(resource: Resource): Wire | undefined {
    return this.#stored.get(keyOf(resource) ?? '');
  }

  /** What a search has found. */
  find(kind: Held<Wire>, scope: RecordScope, found: readonly Resource[]): void {
    this.#apart = undefined;
    for (const resource of found) {
      const key = keyOf(resource);
      if (key === undefined || this.#heard.has(key) || !isHere(kind, scope, resource)) continue;
      this.#stored.set(key, admit(kind, scope, resource));
    }
  }

  /** What was told or saved. */
  hold(kind: Held<Wire>, scope: RecordScope, resource: Resource): void {
    if (!isHere(kind, scope, resource)) return;
    this.#keep(kind, scope, resource);
    if (this.given) this.given = [...this.given.filter((one) => !sameRecord(one, resource)), resource];
  }

  /**
   * Begins with what the page keeps, in place of what was there; what is about another person is none of it. What is the
   * same as before stays the same object, so that nothing is read or drawn again for it.
   */
  begin(kind: Held<Wire>, scope: RecordScope): void {
    const before = new Map(this.#stored);
    this.#apart = undefined;
    this.#stored.clear();
    this.#heard.clear();
    for (const resource of this.given ?? []) {
      if (!isHere(kind, scope, resource)) continue;
      const held = before.get(keyOf(resource) ?? '');
      const isSame = held && JSON.stringify(held) === JSON.stringify(admit(kind, scope, resource));
      this.#keep(kind, scope, isSame ? held : resource);
    }
  }

  /** It is nowhere any more, whatever a search that began before has found. */
  delete(resource: Resource): void {
    const key = keyOf(resource) ?? '';
    this.#apart = undefined;
    this.#stored.delete(key);
    this.#heard.add(key);
  }

  /** Those that the one who looks may see, or those that they may not. */
  known(kind: Held<Wire>, scope: RecordScope, isSeen: boolean): readonly Wire[] {
    const { viewer } = scope;
    if (this.#apart?.kind !== kind || this.#apart.viewer !== viewer) {
      const isShown = (one: Wire): boolean => isShared(kind, scope, one);
      const [shown, hidden] = [this.all.filter(isShown), this.all.filter((one) => !isShown(one))];
      this.#apart = { kind, viewer, shown, hidden };
    }
    return isSeen ? this.#apart.shown : this.#apart.hidden;
  }

  #keep(kind: Held<Wire>, scope: RecordScope, resource: Wire): void {
    const key = keyOf(resource);
    if (key === undefined) return;
    this.#apart = undefined;
    this.#stored.set(key, admit(kind, scope, resource));
    this.#heard.add(key);
  }
}

/** Of the kind, and about the person whose care it is. */
const isHere = <Wire extends Resource>(
  kind: Held<Wire>,
  scope: RecordScope,
  resource: Resource,
): resource is Wire => kind.is(resource) && !isAnothers(kind, scope, kind.about(resource));
