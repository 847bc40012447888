import type { DraftStore } from '../../context/drafts.js';
import type { AllianceStore, Outbox } from '../../context/store.js';
import { lazyOutbox, lazyStore, once } from './lazy-store.js';

/** How to reach a FHIR server. */
export interface ServerOptions {
  readonly base: string;
  /** Asked at each request: a portal may change it. */
  readonly fetch: typeof fetch;
  readonly onUnauthorized: (status: 401 | 403) => void;
}

/** The stores of one provider, each made once and its code loaded when it is first used. */
export class Stores {
  readonly #onDevice = once(async () => {
    const { openDevice } = await import('../../store/device.js');
    return openDevice();
  });
  readonly #servers = new Map<string, AllianceStore>();
  readonly #retries = new Set<() => Promise<void>>();
  readonly #outboxes = new Map<string, WeakMap<AllianceStore, Outbox>>();
  readonly #opened = new Set<Outbox>();

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

  /** The store on a server; the same one for the same address. */
  server(options: ServerOptions): AllianceStore {
    const known = this.#servers.get(options.base);
    if (known) return known;
    const loaded = once(async () => (await import('../../store/fhir.js')).createFhirStore(options));
    const store = lazyStore(loaded);
    this.#servers.set(options.base, store);
    this.#retries.add(async () => {
      (await loaded()).retry();
    });
    return store;
  }

  /** The person has signed in again. */
  async retry(): Promise<void> {
    await Promise.all([...this.#retries].map((retry) => retry()));
  }

  /**
   * A store that keeps what could not be delivered; the same one for the same store.
   * @param target name of `over` that lasts longer than the page: what waits on the device reaches nothing else
   */
  outbox(over: AllianceStore, kind: 'memory' | 'device', target: string): Outbox {
    const made = this.#outboxes.get(kind) ?? new WeakMap<AllianceStore, Outbox>();
    this.#outboxes.set(kind, made);
    const known = made.get(over);
    if (known) return known;
    const outbox = lazyOutbox(async () => {
      const { openOutbox } = await import('../../store/open-outbox.js');
      return openOutbox(over, kind === 'device' ? (await this.#onDevice()).queueFor(target) : undefined);
    });
    made.set(over, outbox);
    this.#opened.add(outbox);
    return outbox;
  }

  /** Nothing is tried any more. */
  stop(): void {
    for (const outbox of this.#opened) outbox.stop();
  }
}
