import type { AllianceStore } from '../../context/store.js';
import { StoreError } from '../store-error.js';

/** Whether a person has signed out since something was begun. */
export type HasLeft = (subject: string) => boolean;

/** Who signed out on this page: what was begun before it is not written down, sent or told any more. */
export class SignOuts {
  /** In their order; undefined where all did. */
  readonly #left: (string | undefined)[] = [];

  add(subject: string | undefined): void {
    this.#left.push(subject);
  }

  /** Something begins. */
  since(): HasLeft {
    const before = this.#left.length;
    return (subject) => this.#left.slice(before).some((left) => left === undefined || left === subject);
  }
}

/** @throws StoreError `refused` where one of them has left */
export function requireIn(subjects: readonly string[], hasLeft: HasLeft): void {
  if (subjects.some(hasLeft)) throw new StoreError('refused', 'save: given up at sign-out.');
}

/** A store that is asked nothing after one of these persons has left, and whose answer does not count then. */
export function whileIn(store: AllianceStore, subjects: readonly string[], hasLeft: HasLeft): AllianceStore {
  const guarded = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    requireIn(subjects, hasLeft);
    const answer = await ask();
    requireIn(subjects, hasLeft);
    return answer;
  };
  return {
    read: (...args) => guarded(() => store.read(...args)),
    search: (...args) => guarded(() => store.search(...args)),
    save: (...args) => guarded(() => store.save(...args)),
    history: (...args) => guarded(() => store.history(...args)),
    watch: (...args) => store.watch(...args),
    clear: (...args) => store.clear(...args),
  };
}
