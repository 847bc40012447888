import type { DraftStore } from '../../context/drafts.js';
import type { ActStore, AllianceStore, Outbox } from '../../context/store.js';
import { lazyActStore, lazyDrafts, lazyOutbox, lazyStore, once } from './lazy-store.js';

/** How to reach a FHIR server. */
export interface ServerOptions {
  readonly base: string;
  /** Asked at each request: a portal may change it. */
  readonly fetch: typeof fetch;
  readonly onUnauthorized: () => void;
}

type Device = Awaited<ReturnType<typeof openPartition>>;

async function openPartition(partition: string) {
  const { openDevice } = await import('../../store/device/open-device.js');
  return openDevice(partition);
}

/** What is kept on the device of one partition. */
interface OnDevice {
  readonly open: () => Promise<Device>;
  readonly store: ActStore;
  readonly drafts: DraftStore;
}

/** The stores of one provider, each made once and its code loaded when it is first used. */
export class Stores {
  readonly #partitions = new Map<string, OnDevice>();
  readonly #servers = new Map<string, AllianceStore>();
  readonly #retries = new Set<() => Promise<void>>();
  readonly #outboxes = new Map<string, WeakMap<AllianceStore, Outbox>>();
  readonly #opened = new Set<Outbox>();
  #isMemoryUsed = false;

  readonly memory: ActStore = lazyActStore(async () => {
    this.#isMemoryUsed = true;
    return (await import('../../store/memory/memory-store.js')).createMemoryStore();
  });
  /** What a person keeps for herself, as long as the page lives. */
  readonly drafts: DraftStore = lazyDrafts('page', async () =>
    (await import('../../store/memory/memory-drafts.js')).createMemoryDrafts(),
  );

  /** @param present who is at the page now, as FHIR references */
  constructor(
    private readonly present: () => {
      readonly subject: string | undefined;
      readonly author: string | undefined;
    },
  ) {}

  /** What is kept on the device; the same for the same partition. */
  onDevice(partition: string): OnDevice {
    const known = this.#partitions.get(partition);
    if (known) return known;
    const open = once(() => openPartition(partition));
    const made: OnDevice = {
      open,
      store: lazyActStore(async () => (await open()).store),
      drafts: lazyDrafts('device', async () => (await open()).drafts),
    };
    this.#partitions.set(partition, made);
    return made;
  }

  /** The store on a server; the same one for the same address. */
  server(options: ServerOptions): AllianceStore {
    const known = this.#servers.get(options.base);
    if (known) return known;
    const loaded = once(async () => (await import('../../store/fhir/store.js')).createFhirStore(options));
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
   * @param partition where that is kept on the device: it reaches no store that is used with another; without it, what
   * waits lives as long as the page
   * @param isPortals it gives whatever the portal keeps, such as reactive objects
   */
  outbox(over: AllianceStore, partition: string | undefined, isPortals = false): Outbox {
    const kind = partition === undefined ? 'memory' : `device ${partition}`;
    const made = this.#outboxes.get(kind) ?? new WeakMap<AllianceStore, Outbox>();
    this.#outboxes.set(kind, made);
    const known = made.get(over);
    if (known) return known;
    const outbox = lazyOutbox(partition !== undefined, async () => {
      const { openOutbox } = await import('../../store/outbox/open-outbox.js');
      const store = isPortals ? (await import('./plain-store.js')).plainStore(over) : over;
      const queue = partition === undefined ? undefined : (await this.onDevice(partition).open()).queue;
      return openOutbox(store, queue, this.present);
    });
    made.set(over, outbox);
    this.#opened.add(outbox);
    return outbox;
  }

  /**
   * Sign-out: whatever was used, and whatever other pages of the origin have kept on the device.
   * @param present what is in use now
   * @throws what one of them rejects with, after all were asked
   */
  async clear(
    subject: string | undefined,
    present: readonly (Pick<AllianceStore, 'clear'> | undefined)[],
  ): Promise<void> {
    // The device first: its store tells other tabs, which start afresh and must not find a draft any more
    const first = [
      once(() => import('../../store/device/clear-device.js'))().then((part) => part.clearDevice(subject)),
    ];
    const outcomes = await Promise.allSettled(first);
    const used = new Set([
      this.drafts,
      ...(this.#isMemoryUsed ? [this.memory] : []),
      ...present,
      ...this.#opened,
    ]);
    outcomes.push(...(await Promise.allSettled([...used].map(async (one) => one?.clear(subject)))));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }

  /** A person has left in another tab, or all: what lives on this page is forgotten; the device is cleared there. */
  async forget(subject: string | undefined): Promise<void> {
    const kept = [this.drafts, ...(this.#isMemoryUsed ? [this.memory] : []), ...this.#servers.values()];
    await Promise.allSettled([
      ...kept.map((one) => one.clear(subject)),
      ...[...this.#opened].map((outbox) => outbox.forget(subject)),
    ]);
  }

  /** Another person is there: what waits for them is sent with their sign-in. */
  deliver(): void {
    for (const outbox of this.#opened) void outbox.deliver().catch(() => undefined);
  }

  /** Nothing is tried any more. */
  stop(): void {
    for (const outbox of this.#opened) outbox.stop();
  }
}
