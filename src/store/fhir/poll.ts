import type { AllianceStore, SearchParams, StoreChange } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { StoreError } from '../store-error.js';
import { LAG } from './fresh.js';
import type { Learnt } from '../learnt.js';

/** After failures a server is asked less often, up to this many milliseconds. */
const LONGEST_INTERVAL = 60_000;

/** Milliseconds between two questions. */
export interface Intervals {
  readonly usual: number;
  readonly urgent: number;
}

const keyOf = ({ resourceType, id = '' }: Resource): string => `${resourceType}/${id}`;

interface Listener {
  readonly onChange: (change: StoreChange) => void;
  readonly isUrgent: boolean;
}

/**
 * Asks a server for news of one type and set of parameters, for all who watch it: while the page is in sight or, where
 * one of them is urgent, always. Each is told everything that is found first, so that nothing is missed between a
 * reader's search and its watching; then only new versions.
 */
export class Poll {
  readonly #listeners = new Set<Listener>();
  /** The newest known version of each resource. */
  readonly #known = new Map<string, Resource>();
  /** When the newest that was found was stored, in milliseconds since 1970. */
  #since: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;
  /** The server wants a sign-in: it is asked again when the portal says so. */
  #isSignedOut = false;
  #failures = 0;

  constructor(
    private readonly ask: (params: SearchParams) => ReturnType<AllianceStore['search']>,
    private readonly params: SearchParams,
    private readonly intervals: Intervals,
    private readonly learnt: Learnt,
  ) {}

  get isEmpty(): boolean {
    return this.#listeners.size === 0;
  }

  get #isUrgent(): boolean {
    return [...this.#listeners].some(({ isUrgent }) => isUrgent);
  }

  /** Returns `stop`. */
  add(onChange: (change: StoreChange) => void, isUrgent: boolean): () => void {
    const listener = { onChange, isUrgent };
    if (this.isEmpty) document.addEventListener('visibilitychange', this.#onVisibility);
    const isFirst = this.isEmpty || (isUrgent && !this.#isUrgent);
    this.#listeners.add(listener);
    queueMicrotask(() => {
      for (const saved of this.#known.values()) if (this.#listeners.has(listener)) onChange({ saved });
    });
    if (isFirst) this.#pollNow();
    return () => {
      this.#listeners.delete(listener);
      if (this.isEmpty) this.#stop();
    };
  }

  /** The portal says that it is time to ask: the person has signed in. */
  retry(): void {
    this.#pollNow();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#onVisibility);
  }

  readonly #onVisibility = (): void => {
    if (!document.hidden && !this.#isSignedOut) this.#pollNow();
  };

  #pollNow(): void {
    clearTimeout(this.#timer);
    void this.#poll();
  }

  async #poll(): Promise<void> {
    if (this.isEmpty || this.#isAsking || (document.hidden && !this.#isUrgent)) return;
    this.#isAsking = true;
    try {
      // What a lagging search finds only now was stored before what it found already
      const from = this.#since === undefined ? undefined : new Date(this.#since - LAG).toISOString();
      const since = from === undefined ? {} : { _lastUpdated: `ge${from}` };
      const found = await this.ask({ ...this.params, ...since });
      this.#failures = 0;
      this.#isSignedOut = false;
      for (const saved of found) this.#learn(saved);
    } catch (error) {
      this.#failures += 1; // told by the next call that a person waits for
      this.#isSignedOut = error instanceof StoreError && error.reason === 'unauthorized';
    }
    this.#isAsking = false;
    this.#schedule();
  }

  #schedule(): void {
    if (this.isEmpty || this.#isSignedOut) return;
    const interval = this.#isUrgent ? this.intervals.urgent : this.intervals.usual;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => void this.#poll(),
      Math.min(LONGEST_INTERVAL, interval * 2 ** this.#failures),
    );
  }

  /** This store saved or read it: where it has been found here before, that is not the newest any more. */
  tell(resource: Resource, fits: boolean): void {
    const key = keyOf(resource);
    if (this.isEmpty || !this.#known.has(key)) return;
    if (fits) this.#tell(resource);
    else this.#known.delete(key);
  }

  #learn(saved: Resource): void {
    if (!this.learnt.learn(saved)) return;
    this.#tell(saved);
    // As an instant: servers may write it with other offsets
    const time = Date.parse(saved.meta?.lastUpdated ?? '');
    if (!Number.isNaN(time)) this.#since = Math.max(time, this.#since ?? time);
  }

  #tell(saved: Resource): void {
    const key = keyOf(saved);
    const before = this.#known.get(key);
    if (before && before.meta?.versionId === saved.meta?.versionId) return;
    this.#known.set(key, saved);
    for (const { onChange } of [...this.#listeners]) onChange({ saved });
  }
}
