import type { SearchParams, StoreChange } from '../context/store.js';
import { matches } from './search.js';

interface Watcher {
  readonly type: string;
  readonly params: SearchParams;
  readonly onChange: (change: StoreChange) => void;
}

/** The watchers of one store object. */
export class Watchers {
  readonly #watchers = new Set<Watcher>();

  add(type: string, params: SearchParams, onChange: (change: StoreChange) => void): () => void {
    const watcher = { type, params, onChange };
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  get isEmpty(): boolean {
    return this.#watchers.size === 0;
  }

  tell(change: StoreChange): void {
    for (const { type, params, onChange } of [...this.#watchers]) {
      if ('cleared' in change) {
        const watched = params['subject'];
        if (change.cleared === undefined || watched === undefined || watched === change.cleared)
          onChange(change);
        continue;
      }
      const resource = 'conflict' in change ? change.mine : 'failed' in change ? change.failed : change.saved;
      if (resource.resourceType === type && matches(resource, params)) onChange(change);
    }
  }
}
