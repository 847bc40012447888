import type { DraftStore } from '../../context/drafts.js';
import type { ActStore, AllianceStore, Outbox, StoreFailure } from '../../context/store.js';

/** Loads once; a part that cannot be loaded is tried again at the next use. */
export function once<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let loading: Promise<Part> | undefined;
  return () =>
    (loading ??= load().catch((cause: unknown) => {
      loading = undefined;
      const failure = new Error('A part of alliance-elements could not be loaded.', { cause });
      throw Object.assign(failure, { reason: 'not-loaded' as const }) satisfies StoreFailure;
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
    watch: (...args) => stopLater(loaded(), (store) => store.watch(...args)),
  };
}

export function lazyActStore(load: () => Promise<ActStore>): ActStore {
  const loaded = once(load);
  return { ...lazyStore(loaded), saveAll: async (...args) => (await loaded()).saveAll(...args) };
}

export function lazyDrafts(lasts: DraftStore['lasts'], load: () => Promise<DraftStore>): DraftStore {
  const loaded = once(load);
  return {
    lasts,
    read: async (...args) => (await loaded()).read(...args),
    list: async (...args) => (await loaded()).list(...args),
    write: async (...args) => (await loaded()).write(...args),
    remove: async (...args) => (await loaded()).remove(...args),
    clear: async (...args) => (await loaded()).clear(...args),
  };
}

/** Starts something when a part has come, unless it was stopped before. */
function stopLater<Part>(loading: Promise<Part>, start: (part: Part) => () => void): () => void {
  let isStopped = false;
  let stop: (() => void) | undefined;
  void loading.then(
    (part) => {
      if (!isStopped) stop = start(part);
    },
    () => undefined, // told by the next call that a person waits for
  );
  return () => {
    isStopped = true;
    stop?.();
  };
}

/** An outbox whose code is loaded when it is first used. */
export function lazyOutbox(isLasting: boolean, load: () => Promise<Outbox>): Outbox {
  let outbox: Outbox | undefined;
  const loaded = once(async () => (outbox = await load()));
  let isStopped = false;
  return {
    ...lazyActStore(loaded),
    isLasting,
    // Before it is loaded it has given nothing
    standingOf: (resource) => outbox?.standingOf(resource),
    drop: async (...given) => (await loaded()).drop(...given),
    waiting: async (subject) => (await loaded()).waiting(subject),
    count: async (subject) => (await loaded()).count(subject),
    exportWaiting: async (subject) => (await loaded()).exportWaiting(subject),
    deliver: async () => (await loaded()).deliver(),
    forget: async (subject) => (await loaded()).forget(subject),
    onWaiting: (callback) => stopLater(loaded(), (one) => one.onWaiting(callback)),
    stop() {
      if (isStopped) return;
      isStopped = true;
      void loaded().then(
        (one) => {
          one.stop();
        },
        () => undefined,
      );
    },
  };
}
