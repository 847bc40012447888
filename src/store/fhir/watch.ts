import type { AllianceStore, SearchParams, StoreChange, WatchOptions } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { lenientMatcherOf } from '../search.js';
import { Watchers } from '../watchers.js';
import { Learnt } from '../learnt.js';
import { Poll } from './poll.js';

/** How often a server is asked for news, in milliseconds. */
const INTERVAL = 4000;
const URGENT_INTERVAL = 1000;

/** The same parameters in another order are the same question. */
const nameOf = (type: string, params: SearchParams): string =>
  JSON.stringify([type, ...Object.entries(params).sort(([one], [other]) => (one < other ? -1 : 1))]);

/** The watchers of one server: those of one type and set of parameters share its answers. */
export class FhirWatch {
  readonly #watchers = new Watchers(lenientMatcherOf);
  readonly #shared = new Map<string, Poll>();
  /** Of each what it asks for. */
  readonly #polls = new Map<
    Poll,
    { readonly type: string; readonly fits: (resource: Resource) => boolean }
  >();
  readonly #learnt = new Learnt();

  constructor(
    private readonly search: AllianceStore['search'],
    private readonly interval = INTERVAL,
  ) {}

  add(
    type: string,
    params: SearchParams,
    onChange: (change: StoreChange) => void,
    { urgent = false }: WatchOptions = {},
  ): () => void {
    const name = nameOf(type, params);
    const poll = this.#shared.get(name) ?? this.#newPoll(type, params);
    this.#shared.set(name, poll);
    const stops = [this.#watchers.add(type, params, onChange), poll.add(onChange, urgent)];
    return () => {
      for (const stop of stops) stop();
      if (!poll.isEmpty) return;
      this.#polls.delete(poll);
      if (this.#shared.get(name) === poll) this.#shared.delete(name);
    };
  }

  retry(): void {
    for (const poll of this.#polls.keys()) poll.retry();
  }

  /**
   * This store has saved or read something itself: nobody is told an older version after it.
   * @param base the version that it was saved on
   */
  learn(resource: Resource, base?: Resource): void {
    if (base && base.meta?.versionId !== resource.meta?.versionId) this.#learnt.follow(base);
    if (!this.#learnt.learn(resource)) return;
    for (const [poll, { type, fits }] of this.#polls)
      if (type === resource.resourceType) poll.tell(resource, fits(resource));
  }

  /** Whoever comes after a sign-out is told nothing that was learnt before it. */
  tellCleared(subject: string | undefined): void {
    this.#shared.clear();
    this.#learnt.clear();
    this.#watchers.tell({ cleared: subject });
  }

  #newPoll(type: string, params: SearchParams): Poll {
    const intervals = { usual: this.interval, urgent: Math.min(URGENT_INTERVAL, this.interval) };
    const poll = new Poll((asked) => this.search(type, asked), params, intervals, this.#learnt);
    this.#polls.set(poll, { type, fits: lenientMatcherOf(type, params) });
    return poll;
  }
}
