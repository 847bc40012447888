import { keyOf, sameRecord } from '../../domain/identity.js';
import type { Resource } from '../../fhir/resource.js';
import { admit, isShared } from './gate.js';
import type { RecordKind } from './kind.js';
import { isAnothers, type RecordScope } from './scope.js';

type Held<Wire extends Resource> = Pick<RecordKind<unknown, Wire>, 'is' | 'about' | 'veil' | 'keyed'>;

/** The newest version of each of many records, as far as the one who looks may see them. */
export class HeldRecords<Wire extends Resource> {
  /** What the page itself keeps, in place of a store; undefined where there is a store to read. */
  given: readonly Resource[] | undefined;
  /** By key: an identifier, which a record has from the first moment on, or for those of other systems an id. */
  readonly #stored = new Map<string, Wire>();
  /** What was told or saved since a search began: it is newer than what the search finds. */
  readonly #heard = new Set<string>();

  /** Veils included. */
  get all(): readonly Wire[] {
    return [...this.#stored.values()];
  }

  /** What a search has found. */
  find(kind: Held<Wire>, scope: RecordScope, found: readonly Resource[]): void {
    for (const resource of found) {
      const key = keyOf(resource);
      if (key === undefined || this.#heard.has(key) || !kind.is(resource)) continue;
      this.#stored.set(key, admit(kind, scope, resource));
    }
  }

  /** What was told or saved. */
  hold(kind: Held<Wire>, scope: RecordScope, resource: Resource): void {
    if (!kind.is(resource)) return;
    this.#keep(kind, scope, resource);
    if (this.given) this.given = [...this.given.filter((one) => !sameRecord(one, resource)), resource];
  }

  #keep(kind: Held<Wire>, scope: RecordScope, resource: Wire): void {
    const key = keyOf(resource);
    if (key === undefined) return;
    this.#stored.set(key, admit(kind, scope, resource));
    this.#heard.add(key);
  }

  /** Begins with what the page keeps, in place of what was there; what is about another person is none of it. */
  begin(kind: Held<Wire>, scope: RecordScope): void {
    this.#stored.clear();
    this.#heard.clear();
    for (const resource of this.given ?? []) {
      // A copy: the page may go on to change its own
      if (kind.is(resource) && !isAnothers(kind, scope, kind.about(resource)))
        this.#keep(kind, scope, structuredClone(resource));
    }
  }

  delete(resource: Resource): void {
    this.#stored.delete(keyOf(resource) ?? '');
  }

  /** Those that the one who looks may see, or those that they may not. */
  known(kind: Held<Wire>, scope: RecordScope, isSeen: boolean): readonly Wire[] {
    return this.all.filter((one) => isShared(kind, scope, one) === isSeen);
  }
}
