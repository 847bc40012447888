import type { Side } from '../../../../src/domain/side.js';
import type { Communication, Reference, Resource, Task } from '../../../../src/fhir/resource.js';
import type { Schedule } from '../../../store/faults/schedule.js';
import { nameOf } from '../../../support/resources.js';
import { TwoPeople } from '../../../support/together/two-people.js';

/** Words that somebody has typed, as they know them. */
export interface Typed {
  readonly side: Side;
  /** Identifier of the moment that they are said to; undefined where they tell of one. */
  readonly thread: string | undefined;
  /** They have been given; before, they may be in no request. */
  isGiven: boolean;
}

/** What the two people have said, kept in plain lists beside all that the library does with it. */
export class MomentsWorld extends TwoPeople {
  /** By the words; what was written over or removed is not here any more. */
  readonly typed = new Map<string, Typed>();
  /** The newest version of what is written down on a device, by its name: from here on it must not be lost. */
  readonly owed = new Map<string, { readonly side: Side; readonly resource: Resource }>();
  /** Names of what somebody wanted to take back: where it was not on its way yet, it is nowhere. */
  readonly back = new Set<string>();
  /** Words that left a page before they were given. */
  readonly leaks: string[] = [];

  constructor(base: string, schedule: Schedule) {
    super(base, schedule, (request) => {
      for (const [words, { isGiven }] of this.typed)
        if (!isGiven && request.includes(words)) this.leaks.push(`${words} in ${request}`);
    });
  }

  types(side: Side, words: string, thread: string | undefined): void {
    this.typed.set(words, { side, thread, isGiven: false });
  }

  /** All words of one side that a text tells. */
  wordsIn(side: Side, text: string): readonly string[] {
    return [...this.typed].flatMap(([words, one]) =>
      one.side === side && text.includes(words) ? words : [],
    );
  }

  owe(side: Side, resource: Resource): void {
    if (resource.resourceType !== 'Provenance') this.owed.set(nameOf(resource), { side, resource });
  }

  takesBack(resource: Resource): void {
    const name = nameOf(resource);
    this.back.add(name);
    for (const [other, owed] of this.owed) if (threadOf(owed.resource) === name) this.back.add(other);
  }

  /** The words are written down on a device, to be delivered, and nobody has wanted to take them back. */
  isOwed(words: string): boolean {
    return [...this.owed].some(
      ([name, { resource }]) => !this.back.has(name) && JSON.stringify(resource).includes(words),
    );
  }
}

/** What something hangs on, as it names it. */
export const linkIn = (resource: Resource): Reference | undefined =>
  resource.resourceType === 'Task' ? (resource as Task).focus : (resource as Communication).inResponseTo?.[0];

/** Identifier of the moment that something hangs on. */
export const threadOf = (resource: Resource): string | undefined => linkIn(resource)?.identifier?.value;
