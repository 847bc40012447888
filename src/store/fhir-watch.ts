import type { AllianceStore, SearchParams, StoreChange } from '../context/store.js';
import { StoreError } from './store-error.js';
import { Watchers } from './watchers.js';

/** How often a server is asked for news, in milliseconds. */
const INTERVAL = 4000;
/** After failures it is asked less often, up to this. */
const LONGEST_INTERVAL = 60_000;

type Search = AllianceStore['search'];

/**
 * Asks a server for news while the page is in sight. The first time, everything that is found is told, so that nothing
 * is missed between a reader's search and its watching; then only new versions are.
 */
class Poll {
  readonly #seen = new Map<string, string | undefined>();
  #since: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;
  #isAsking = false;
  /** The server wants a sign-in: it is asked again when the portal says so. */
  #isSignedOut = false;
  #failures = 0;

  constructor(
    private readonly ask: (params: SearchParams) => ReturnType<Search>,
    private readonly params: SearchParams,
    private readonly tell: (change: StoreChange) => void,
    private readonly interval: number,
  ) {
    document.addEventListener('visibilitychange', this.#onVisibility);
    void this.#poll();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#onVisibility);
  }

  /** The portal says that it is time to ask: the person has signed in. */
  retry(): void {
    this.#pollNow();
  }

  readonly #onVisibility = (): void => {
    if (!document.hidden && !this.#isSignedOut) this.#pollNow();
  };

  #pollNow(): void {
    clearTimeout(this.#timer);
    void this.#poll();
  }

  async #poll(): Promise<void> {
    if (this.#isStopped || this.#isAsking || document.hidden) return;
    this.#isAsking = true;
    try {
      const since = this.#since === undefined ? {} : { _lastUpdated: `ge${this.#since}` };
      const found = await this.ask({ ...this.params, ...since });
      this.#failures = 0;
      this.#isSignedOut = false;
      for (const saved of found) {
        const key = `${saved.resourceType}/${saved.id ?? ''}`;
        const version = saved.meta?.versionId;
        if (this.#seen.has(key) && this.#seen.get(key) === version) continue;
        this.#seen.set(key, version);
        const { lastUpdated } = saved.meta ?? {};
        if (lastUpdated !== undefined && lastUpdated > (this.#since ?? '')) this.#since = lastUpdated;
        if (!this.#hasStopped()) this.tell({ saved });
      }
    } catch (error) {
      this.#failures += 1; // told by the next call that a person waits for
      this.#isSignedOut = error instanceof StoreError && error.reason === 'unauthorized';
    }
    this.#isAsking = false;
    if (this.#hasStopped() || this.#isSignedOut) return;
    const delay = Math.min(LONGEST_INTERVAL, this.interval * 2 ** this.#failures);
    this.#timer = setTimeout(() => void this.#poll(), delay);
  }

  #hasStopped(): boolean {
    return this.#isStopped;
  }
}

/** The watchers of one server. */
export class FhirWatch {
  readonly #watchers = new Watchers();
  readonly #polls = new Set<Poll>();

  constructor(
    private readonly search: Search,
    private readonly interval = INTERVAL,
  ) {}

  add(type: string, params: SearchParams, onChange: (change: StoreChange) => void): () => void {
    const stop = this.#watchers.add(type, params, onChange);
    const poll = new Poll((asked) => this.search(type, asked), params, onChange, this.interval);
    this.#polls.add(poll);
    return () => {
      stop();
      poll.stop();
      this.#polls.delete(poll);
    };
  }

  retry(): void {
    for (const poll of this.#polls) poll.retry();
  }

  tellCleared(subject: string | undefined): void {
    this.#watchers.tell({ cleared: subject });
  }
}
