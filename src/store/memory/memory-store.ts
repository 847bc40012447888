import type { ActStore, Save, StoreChange } from '../../context/store.js';
import { aloneOnPage, browserSurroundings, type Surroundings } from '../surroundings.js';
import { prepared, saveIn, saveOne, type Shelf } from '../embedded.js';
import { identifiersOf } from '../../domain/identity.js';
import { valuesAt } from '../loose.js';
import { personOf } from '../persons.js';
import { searchIn } from '../search.js';
import { withoutVersion } from '../references.js';
import type { StoredResource } from '../versions.js';
import { Watchers } from '../watchers.js';

const keyOf = (type: string, id: string): string => `${type}/${id}`;

/** What is held and what an act has written so far; all of it is held at once when the act is over. */
class MemoryShelf implements Shelf {
  readonly #written = new Map<string, StoredResource[]>();

  constructor(private readonly held: Map<string, StoredResource[]>) {}

  read(type: string, id: string): Promise<StoredResource | undefined> {
    const key = keyOf(type, id);
    return Promise.resolve((this.#written.get(key) ?? this.held.get(key))?.[0]);
  }

  find(type: string, parameter: 'identifier' | 'target', value: string): Promise<readonly StoredResource[]> {
    const newest = [...new Map([...this.held, ...this.#written]).values()].flatMap(([first]) => first ?? []);
    return Promise.resolve(
      newest.filter(
        (resource) =>
          resource.resourceType === type &&
          (parameter === 'identifier'
            ? identifiersOf(resource)
            : valuesAt(resource, 'target.reference')
          ).includes(value),
      ),
    );
  }

  put(resource: StoredResource): Promise<void> {
    const key = keyOf(resource.resourceType, resource.id);
    const before = this.#written.get(key) ?? this.held.get(key) ?? [];
    this.#written.set(key, [resource, ...before]);
    return Promise.resolve();
  }

  commit(): void {
    for (const [key, history] of this.#written) this.held.set(key, history);
  }
}

/** A store that lives as long as the page. */
export function createMemoryStore(surroundings: Surroundings = browserSurroundings): ActStore {
  /** All versions of each resource, newest first. */
  const histories = new Map<string, StoredResource[]>();
  const watchers = new Watchers();
  const alone = aloneOnPage();

  const tellLater = (change: StoreChange): void => {
    queueMicrotask(() => {
      watchers.tell(change);
    });
  };

  /** Results are copies, so that nobody outside holds what the store holds. */
  const saveAll = async (given: readonly Save[]): ReturnType<ActStore['saveAll']> => {
    const saves = prepared(given, surroundings.newId);
    return alone('save', async () => {
      const shelf = new MemoryShelf(histories);
      const { results, written } = await saveIn(shelf, saves, surroundings);
      shelf.commit();
      for (const saved of written) tellLater({ saved: structuredClone(saved) });
      return structuredClone([...results]);
    });
  };

  return {
    read: (type, id) => Promise.resolve(structuredClone(histories.get(keyOf(type, id))?.[0])),
    search: (type, params) =>
      new Promise((resolve) => {
        const newest = [...histories.values()].flatMap(([first]) => first ?? []);
        resolve(structuredClone(searchIn(type, newest, params)));
      }),
    history: (type, id) => Promise.resolve(structuredClone(histories.get(keyOf(type, id)) ?? [])),
    save: (resource, base) => saveOne(saveAll, resource, base),
    saveAll,
    watch: (type, params, onChange) => watchers.add(type, params, onChange),
    clear: (subject) =>
      alone('save', () => {
        const person = subject === undefined ? undefined : withoutVersion(subject);
        for (const [key, [first]] of histories) {
          if (person === undefined || (first && personOf(first) === person)) histories.delete(key);
        }
        tellLater({ cleared: subject });
        return Promise.resolve();
      }),
  };
}
