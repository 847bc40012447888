import { isOutbox, type AllianceStore, type WaitingCounts } from '../../context/store.js';

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
        const counts = await store.count(subject).catch(() => undefined);
        if (counts && this.#store === store && this.#subject === subject) this.#tell(counts);
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
