import { isOutbox, type AllianceStore, type Waiting } from '../../context/store.js';

/** How many saves of each resource type wait. */
export type WaitingCounts = Readonly<Record<string, number>>;

/** Scores and the like travel with what they follow from: a person has sent one thing. */
function countsOf(waiting: readonly Waiting[]): WaitingCounts {
  const counts: Record<string, number> = {};
  for (const { resource, state, derived } of waiting) {
    if (state !== 'waiting' || derived) continue;
    counts[resource.resourceType] = (counts[resource.resourceType] ?? 0) + 1;
  }
  return counts;
}

/** Counts what waits to be sent about one person, and tells when that changes. */
export class WaitingCount {
  #store: AllianceStore | undefined;
  #subject: string | undefined;
  #stop: (() => void) | undefined;
  #told = '{}';

  constructor(private readonly onChange: (counts: WaitingCounts) => void) {}

  follow(store: AllianceStore | undefined, subject: string | undefined): void {
    if (this.#store === store && this.#subject === subject) return;
    this.#store = store;
    this.#subject = subject;
    this.#stop?.();
    this.#stop = undefined;
    this.#tell({});
    if (!isOutbox(store) || subject === undefined) return;
    let isCounting = false;
    let hasChanged = false;
    /** One count after the other: what changes meanwhile is counted once, however much it was. */
    const count = async (): Promise<void> => {
      hasChanged = true;
      if (isCounting) return;
      isCounting = true;
      while (hasChanged && this.#store === store && this.#subject === subject) {
        hasChanged = false;
        // A queue that cannot be read is told by the save that cannot be kept
        const waiting = await store.waiting(subject).catch(() => undefined);
        if (waiting && this.#store === store && this.#subject === subject) this.#tell(countsOf(waiting));
      }
      isCounting = false;
    };
    this.#stop = store.onWaiting(() => void count());
    void count();
  }

  #tell(counts: WaitingCounts): void {
    const told = JSON.stringify(counts);
    if (this.#told === told) return;
    this.#told = told;
    this.onChange(counts);
  }
}
