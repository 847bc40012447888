import { guard } from 'lit/directives/guard.js';
import type { AllianceStore, Resource, SaveResult, StoreReason } from '../../src/index.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { StoreError } from '../../src/store/store-error.js';

/** Makes something once for each showing of a story, so that a changed control does not replace it. */
export const once = <Made>(make: () => Made): Made => guard([], make) as Made;

/** A store that holds these from the start. */
export function storeWith(...resources: readonly Resource[]): AllianceStore {
  const store = createMemoryStore();
  for (const resource of resources) void store.save(resource);
  return store;
}

/** Only what a portal's own store must have: it knows no acts. */
const savingBy = (save: AllianceStore['save'], store: AllianceStore = createMemoryStore()): AllianceStore => {
  const { saveAll: _, ...rest } = store;
  return { ...rest, save };
};

/** Gives what it holds, and never answers a save. */
export const silentStore = (...resources: readonly Resource[]): AllianceStore =>
  savingBy(() => new Promise<SaveResult>(() => undefined), storeWith(...resources));

/** Gives what it holds, and rejects every save for one reason. */
export const failingStore = (reason: StoreReason, ...resources: readonly Resource[]): AllianceStore =>
  savingBy(
    () => Promise.reject(new StoreError(reason, `A story in which a save fails: ${reason}.`)),
    storeWith(...resources),
  );

const away = (): Promise<never> => Promise.reject(new StoreError('offline', 'A story without a network.'));

/** Gives what it holds, and cannot be reached with anything new: the outbox keeps it. */
export const awayStore = (...resources: readonly Resource[]): AllianceStore =>
  savingBy(away, storeWith(...resources));

/** Cannot be reached at all. */
export const unreachableStore = (): AllianceStore => ({
  ...failingStore('offline'),
  read: away,
  search: away,
});

/** Holds something else when the first save comes; then takes what the person decided. */
export function conflictingStore(theirs: Resource): AllianceStore {
  const store = createMemoryStore();
  let isFirst = true;
  return savingBy((resource, base) => {
    if (!isFirst) return store.save(resource, base);
    isFirst = false;
    // The same record, as somebody else has saved it
    const { identifier } = resource as { readonly identifier?: unknown };
    return Promise.resolve({ conflict: Object.assign({}, theirs, { identifier }) });
  }, store);
}
