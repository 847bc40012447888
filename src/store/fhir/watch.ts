import type { AllianceStore, SearchParams, StoreChange, WatchOptions } from '../../context/store.js';
import { lenientMatcherOf } from '../search.js';
import { Watchers } from '../watchers.js';
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
  readonly #polls = new Set<Poll>();

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
    for (const poll of this.#polls) poll.retry();
  }

  /** Whoever comes after a sign-out is told nothing that was learnt before it. */
  tellCleared(subject: string | undefined): void {
    this.#shared.clear();
    this.#watchers.tell({ cleared: subject });
  }

  #newPoll(type: string, params: SearchParams): Poll {
    const intervals = { usual: this.interval, urgent: Math.min(URGENT_INTERVAL, this.interval) };
    const poll = new Poll((asked) => this.search(type, asked), params, intervals);
    this.#polls.add(poll);
    return poll;
  }
}
