import type { Resource } from '../../fhir/resource.js';
import type { GivenValue } from './writing.js';

/** Makes the new state from what a host set, once it is known what is asked. */
export type ReadGiven<Value, Wire extends Resource> = (current: GivenValue<Value, Wire>) => GivenValue<
  Value,
  Wire
> & {
  /** `false`: it is about something else than what is asked here. */
  readonly fits?: boolean;
};

/** Something that was set: a later one of the same name takes its place. */
export interface Pending<Value, Wire extends Resource> {
  /** `whole` replaces all that was set before. */
  readonly name: string;
  readonly read: ReadGiven<Value, Wire>;
  readonly isRestored: boolean;
}

/**
 * What the host's code or the browser has set, until it is known whom it is about and what is asked: the Questionnaire
 * may come after what answers it.
 */
export class Handed<Value, Wire extends Resource> {
  #waiting: Pending<Value, Wire>[] = [];
  /** What was taken since the present questions are asked. */
  #taken: readonly Pending<Value, Wire>[] = [];
  /** Some of it does not fit them. */
  #isUnfit = false;
  /** Before the first drawing it may still change what is asked. */
  #isEarly = true;

  add(pending: Pending<Value, Wire>): void {
    this.#waiting.push(pending);
  }

  /** It comes before what waits. */
  putFirst(pending: Pending<Value, Wire>): void {
    this.#waiting.unshift(pending);
  }

  drawn(): void {
    this.#isEarly = false;
  }

  /** Another record is edited; `isAsked`: it is the same person's, who is asked something else. */
  begin(isAsked: boolean): void {
    if (isAsked && (this.#isEarly || this.#isUnfit)) this.#waiting.unshift(...this.#taken);
    this.#taken = [];
    this.#isUnfit = false;
  }

  /** @param take what becomes of one: it fits, it does not, or it waits for another person */
  each(take: (pending: Pending<Value, Wire>) => 'fits' | 'unfit' | 'waits' | 'gone'): void {
    const all = this.#waiting;
    this.#waiting = [];
    for (const pending of all) {
      const outcome = take(pending);
      if (outcome === 'waits') this.#waiting.push(pending);
      if (outcome !== 'fits' && outcome !== 'unfit') continue;
      this.#isUnfit = (this.#isUnfit && pending.name !== 'whole') || outcome === 'unfit';
      const others = this.#taken.filter(({ name }) => name !== pending.name && pending.name !== 'whole');
      this.#taken = [...others, pending];
    }
  }
}
