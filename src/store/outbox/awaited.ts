import type { SaveResult, Standing } from '../../context/store.js';
import type { QueuedEntry } from './queue.js';
import type { HasLeft } from './sign-outs.js';

/** One walk through lanes. */
export class Walk {
  saved = 0;
  skipped = 0;
  /** Something must be tried again. */
  hasMore = false;

  constructor(readonly hasLeft: HasLeft) {}
}

/** What somebody waits for: the saves of an act, and what has become of them, whichever walk delivers them. */
export class Awaited {
  readonly results = new Map<number, SaveResult>();
  /** Of those that wait on. */
  readonly standings = new Map<number, Standing>();
  /** Why one of them was refused, and which one. */
  failure: { readonly error: unknown; readonly sequence: number } | undefined;

  /** @param main what the act is about: whoever waits hears what becomes of it, the others are told by `watch` too */
  constructor(
    readonly entries: readonly QueuedEntry[],
    readonly main: QueuedEntry | undefined,
  ) {}

  get left(): readonly QueuedEntry[] {
    return this.entries.filter(({ sequence }) => !this.results.has(sequence));
  }

  has(sequence: number): boolean {
    return this.entries.some((entry) => entry.sequence === sequence);
  }

  /** The last of them in a lane: nobody waits for what comes after it. */
  lastIn(lane: string): number {
    return Math.max(...this.entries.filter((entry) => entry.lane === lane).map(({ sequence }) => sequence));
  }
}

/**
 * Acts that were answered while something of them waits in the page's memory: when nothing of one waits any more, the
 * watchers of its main part hear of that again, so that it can be said to be sent.
 */
export class Unfinished {
  readonly #acts = new Map<QueuedEntry, Set<number>>();

  /** An act was answered. */
  add({ main, left, standings }: Awaited): void {
    const waiting = left.filter(
      ({ sequence }) => (standings.get(sequence)?.state ?? 'waiting') === 'waiting',
    );
    // What becomes of the main part is told anyway
    if (main && waiting.some((entry) => entry !== main))
      this.#acts.set(main, new Set(waiting.map(({ sequence }) => sequence)));
  }

  /** Some are delivered, or wait for a person from here on. */
  ended(sequences: readonly number[]): void {
    for (const waiting of this.#acts.values()) for (const sequence of sequences) waiting.delete(sequence);
  }

  /** The main part of an act is not delivered. */
  stopped(sequence: number): void {
    for (const main of this.#acts.keys()) if (main.sequence === sequence) this.#acts.delete(main);
  }

  /** Main parts of acts of which nothing waits. */
  get complete(): readonly QueuedEntry[] {
    return [...this.#acts].flatMap(([main, waiting]) => (waiting.size === 0 ? [main] : []));
  }

  /** A person has signed out, or all have. */
  clear(subject: string | undefined): void {
    for (const main of this.#acts.keys())
      if (subject === undefined || main.subject === subject) this.#acts.delete(main);
  }

  remove(main: QueuedEntry): void {
    this.#acts.delete(main);
  }
}
