import type { AllianceStore, StoreChange } from '../context/store.js';
import type { Resource } from '../fhir/resource.js';
import { searchIn } from './search.js';
import { subjectOf } from './subject.js';
import { browserSurroundings, identifierOf, nextVersion, requireResource } from './versions.js';
import type { StoredResource, Surroundings } from './versions.js';
import { Watchers } from './watchers.js';

/** Runs `work` now; its result is a copy, so that nobody outside holds what the store holds. */
function promised<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(structuredClone(work()));
  });
}

/** A store that lives as long as the page. */
export function createMemoryStore(surroundings: Surroundings = browserSurroundings): AllianceStore {
  const histories = new Map<string, StoredResource[]>();
  const watchers = new Watchers();

  const newest = (type: string): StoredResource[] =>
    [...histories.values()].flatMap(([first]) => (first?.resourceType === type ? [first] : []));

  const heldLike = (resource: Resource): StoredResource | undefined => {
    const identifier = identifierOf(resource);
    return newest(resource.resourceType).find(
      (held) => held.id === resource.id || (identifier !== undefined && identifierOf(held) === identifier),
    );
  };

  const tellLater = (change: StoreChange): void => {
    queueMicrotask(() => {
      watchers.tell(change);
    });
  };

  return {
    read: (type, id) => promised(() => histories.get(`${type}/${id}`)?.[0]),
    search: (type, params) => promised(() => searchIn(newest(type), params)),
    save: (resource, base) =>
      promised(() => {
        requireResource(resource);
        const next = nextVersion(structuredClone(resource), heldLike(resource), base, surroundings);
        if ('answer' in next) return next.answer;
        const key = `${next.write.resourceType}/${next.write.id}`;
        histories.set(key, [next.write, ...(histories.get(key) ?? [])]);
        tellLater({ saved: structuredClone(next.write) });
        return { saved: next.write };
      }),
    history: (type, id) => promised(() => histories.get(`${type}/${id}`) ?? []),
    watch: (type, params, onChange) => watchers.add(type, params, onChange),
    clear: (subject) =>
      promised(() => {
        for (const [key, [first]] of histories) {
          if (subject === undefined || (first && subjectOf(first) === subject)) histories.delete(key);
        }
        tellLater({ cleared: subject });
      }),
  };
}
