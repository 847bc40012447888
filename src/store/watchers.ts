import type { SearchParams, StoreChange } from '../context/store.js';
import type { Resource } from '../fhir/resource.js';
import { matcherOf } from './search.js';

interface Watcher {
  readonly type: string;
  readonly subject: string | undefined;
  readonly fits: (resource: Resource) => boolean;
  readonly onChange: (change: StoreChange) => void;
}

/** A test for what is searched for. */
export type Matcher = (type: string, params: SearchParams) => (resource: Resource) => boolean;

/** The watchers of one store object. */
export class Watchers {
  readonly #watchers = new Set<Watcher>();

  /** @param matcher what a change must be to be told; by default all of R4's parameters, and no others */
  constructor(private readonly matcher: Matcher = matcherOf) {}

  /** @throws StoreError `invalid` for parameters that the matcher refuses */
  add(type: string, params: SearchParams, onChange: (change: StoreChange) => void): () => void {
    const { subject } = params;
    const fits = this.matcher(type, params);
    const watcher = { type, subject: subject === undefined ? undefined : String(subject), fits, onChange };
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  get isEmpty(): boolean {
    return this.#watchers.size === 0;
  }

  /** Whether anybody watches resources of a type. */
  has(type: string): boolean {
    return [...this.#watchers].some((watcher) => watcher.type === type);
  }

  tell(change: StoreChange): void {
    for (const { type, subject, fits, onChange } of [...this.#watchers]) {
      if ('cleared' in change) {
        if (change.cleared === undefined || subject === undefined || subject === change.cleared)
          onChange(change);
        continue;
      }
      const resource = 'conflict' in change ? change.mine : 'failed' in change ? change.failed : change.saved;
      if (resource.resourceType === type && fits(resource)) onChange(change);
    }
  }
}
