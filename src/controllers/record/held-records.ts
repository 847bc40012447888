import { keyOf } from '../../domain/identity.js';
import type { Resource } from '../../fhir/resource.js';
import { admit, isShared } from './gate.js';
import type { RecordKind } from './kind.js';
import type { RecordScope } from './scope.js';

type Held<Wire extends Resource> = Pick<RecordKind<unknown, Wire>, 'is' | 'about' | 'veil'>;

/** The newest version of each of many records, as far as the one who looks may see them. */
export class HeldRecords<Wire extends Resource> {
  /** By key: an identifier, which a record has from the first moment on, or for those of other systems an id. */
  readonly #stored = new Map<string, Wire>();
  /** What was told or saved since a search began: it is newer than what the search finds. */
  readonly #heard = new Set<string>();

  clear(): void {
    this.#stored.clear();
    this.#heard.clear();
  }

  /** What a search has found. */
  find(kind: Held<Wire>, scope: RecordScope, found: readonly Resource[]): void {
    for (const resource of found) {
      const key = keyOf(resource);
      if (key === undefined || this.#heard.has(key) || !kind.is(resource)) continue;
      this.#stored.set(key, admit(kind, scope, resource));
    }
  }

  /** What was told, saved, or handed in by the page. */
  hold(kind: Held<Wire>, scope: RecordScope, resource: Resource): void {
    const key = keyOf(resource);
    if (key === undefined || !kind.is(resource)) return;
    this.#stored.set(key, admit(kind, scope, resource));
    this.#heard.add(key);
  }

  /** Exactly these, in place of what was there. */
  replace(kind: Held<Wire>, scope: RecordScope, all: readonly Resource[]): void {
    this.clear();
    for (const resource of all) this.hold(kind, scope, resource);
  }

  delete(resource: Resource): void {
    this.#stored.delete(keyOf(resource) ?? '');
  }

  /** Those that the one who looks may see, or those that they may not. */
  known(kind: Held<Wire>, scope: RecordScope, isSeen: boolean): readonly Wire[] {
    return [...this.#stored.values()].filter((one) => isShared(kind, scope, one) === isSeen);
  }
}
