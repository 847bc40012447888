import type { DraftStore } from '../../context/drafts.js';
import type { AllianceStore } from '../../context/store.js';
import { lazyStore, once } from './lazy-store.js';

/** The stores of one provider, each made once and its code loaded when it is first used. */
export class Stores {
  readonly #onDevice = once(async () => {
    const { openDevice } = await import('../../store/device.js');
    return openDevice();
  });

  readonly memory: AllianceStore = lazyStore(async () =>
    (await import('../../store/memory.js')).createMemoryStore(),
  );
  readonly device: AllianceStore = lazyStore(async () => (await this.#onDevice()).store);
  readonly drafts: DraftStore = {
    read: async (key) => (await this.#onDevice()).drafts.read(key),
    write: async (key, draft) => (await this.#onDevice()).drafts.write(key, draft),
    remove: async (key) => (await this.#onDevice()).drafts.remove(key),
    clear: async (subject) => (await this.#onDevice()).drafts.clear(subject),
  };
}
