import type { AllianceStore, StoreFailure } from '../../context/store.js';

/** Loads once; a part that cannot be loaded is a store that cannot be used, and is tried again at the next use. */
export function once<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let loading: Promise<Part> | undefined;
  return () =>
    (loading ??= load().catch((cause: unknown) => {
      loading = undefined;
      const failure = new Error('A part of alliance-elements could not be loaded.', { cause });
      throw Object.assign(failure, { reason: 'unavailable' as const }) satisfies StoreFailure;
    }));
}

/** A store whose code is loaded when it is first used: a page that keeps nothing does not load it. */
export function lazyStore(load: () => Promise<AllianceStore>): AllianceStore {
  const loaded = once(load);
  return {
    read: async (...args) => (await loaded()).read(...args),
    search: async (...args) => (await loaded()).search(...args),
    save: async (...args) => (await loaded()).save(...args),
    history: async (...args) => (await loaded()).history(...args),
    clear: async (...args) => (await loaded()).clear(...args),
    watch(...args) {
      let isStopped = false;
      let stop: (() => void) | undefined;
      void loaded().then(
        (store) => {
          if (!isStopped) stop = store.watch(...args);
        },
        () => undefined, // told by the next call that a person waits for
      );
      return () => {
        isStopped = true;
        stop?.();
      };
    },
  };
}
