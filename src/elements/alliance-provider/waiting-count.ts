import { isOutbox, type AllianceStore } from '../../context/store.js';

/** Counts the responses about one person that wait to be sent, and tells when their number changes. */
export class WaitingCount {
  #store: AllianceStore | undefined;
  #subject: string | undefined;
  #stop: (() => void) | undefined;
  #told = 0;

  constructor(private readonly onChange: (count: number) => void) {}

  follow(store: AllianceStore | undefined, subject: string | undefined): void {
    if (this.#store === store && this.#subject === subject) return;
    this.#store = store;
    this.#subject = subject;
    this.#stop?.();
    this.#stop = undefined;
    this.#tell(0);
    if (!isOutbox(store) || subject === undefined) return;
    const count = (): void => {
      void store.waiting(subject).then(
        (waiting) => {
          if (this.#store !== store || this.#subject !== subject) return;
          // Scores and the like travel with a response: a person has sent one thing
          const responses = waiting.filter(
            ({ resource, state }) => resource.resourceType === 'QuestionnaireResponse' && state === 'waiting',
          );
          this.#tell(responses.length);
        },
        () => undefined, // a queue that cannot be read is told by the save that cannot be kept
      );
    };
    this.#stop = store.onWaiting(count);
    count();
  }

  #tell(count: number): void {
    if (this.#told === count) return;
    this.#told = count;
    this.onChange(count);
  }
}
