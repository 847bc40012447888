import type { Terms } from '../../../src/domain/goals/goal.js';
import { sameTerms } from '../../../src/domain/goals/terms.js';
import type { Side } from '../../../src/domain/side.js';
import { readGoal } from '../../../src/fhir/goal/goal-reader.js';
import type { Goal, Observation, Resource, Task } from '../../../src/fhir/resource.js';
import { nameOf } from '../../support/resources.js';
import { parties, sideOf, TwoPeople } from '../../support/together/two-people.js';

/*
 * What the two people have said, kept in plain lists beside all that the library does with it.
 */

/** What somebody says to the terms that they have before them. */
interface Statement {
  readonly side: Side;
  /** Identifier of the goal. */
  readonly goal: string;
  readonly isYes: boolean;
  readonly terms: Terms;
  /** Other words than the goal had on their page. */
  readonly brings: boolean;
  /** It is written down on the device of whoever said it: from here on it must not be lost. */
  isOwed: boolean;
}

/** Something that hangs on a goal, or is noted in it, as whoever gave it knows it. */
interface Given {
  readonly side: Side;
  readonly goal: string;
  readonly what: string;
}

export class World extends TwoPeople {
  readonly statements: Statement[] = [];
  /** What was said, by its words; a rating says no words of its own. */
  readonly given = new Map<string, Given>();
  /** Names of resources and notes that are written down on a device: from here on they must not be lost. */
  readonly owed = new Map<string, Side>();
  /** Goals that were taken back: what never arrived of them need not arrive any more. */
  readonly takenBack = new Set<string>();
  /** To which goal belongs what is written down. */
  readonly #goals = new Map<string, string>();
  /** Steps that somebody has called done. */
  readonly done = new Set<string>();

  says(side: Side, goal: string, isYes: boolean, terms: Terms, shown?: Terms): void {
    this.statements.push({ side, goal, isYes, terms, brings: shown?.text !== terms.text, isOwed: false });
  }

  /** What was not taken is sent once more: what was not taken may have arrived all the same, and been changed since. */
  saysAgain(side: Side, goal: string): void {
    const index = this.statements.findLastIndex(
      (one) => one.side === side && one.goal === goal && one.brings,
    );
    const said = this.statements[index];
    if (said) this.statements.splice(index, 0, { ...said });
  }

  gives(side: Side, goal: string, what: string): void {
    this.given.set(what, { side, goal, what });
  }

  hasSaid(side: Side, goal: string, isYes: boolean, terms: Terms): boolean {
    return this.statements.some(
      (said) =>
        said.side === side && said.goal === goal && said.isYes === isYes && sameTerms(said.terms, terms),
    );
  }

  /**
   * The yes of one side to a goal that nothing has been said to since, by either, but what is about the same terms;
   * undefined where there is none on a device.
   */
  standingYes(side: Side, goal: string): Terms | undefined {
    const all = this.statements.filter((said) => said.goal === goal);
    const last = all.findLast((said) => said.side === side);
    if (!last?.isYes || !last.isOwed) return undefined;
    const later = all.slice(all.indexOf(last));
    return later.every(({ terms }) => sameTerms(terms, last.terms)) ? last.terms : undefined;
  }

  /** What must be there in the end. */
  get due(): readonly string[] {
    return [...this.owed.keys()].filter((name) => !this.takenBack.has(this.#goals.get(name) ?? ''));
  }

  /** What is written down on the device of one side. */
  owe(side: Side, resource: Resource): void {
    for (const name of namesIn(resource, side)) {
      this.owed.set(name, side);
      this.#goals.set(name, goalOf(resource as Goal | Observation | Task));
    }
    if (resource.resourceType === 'Goal') this.#oweYes(side, nameOf(resource), resource as Goal);
    if (resource.resourceType === 'Task' && (resource as Task).status === 'completed')
      this.done.add(nameOf(resource));
  }

  #oweYes(side: Side, goal: string, resource: Goal): void {
    const written = readGoal(resource, parties);
    const last = this.statements.findLast((said) => said.side === side && said.goal === goal);
    if (last?.isYes && written.accepted[side] === 'agree' && sameTerms(written, last.terms))
      last.isOwed = true;
  }
}

/** Names of what one side gives with a resource: its own and those of its notes. */
function namesIn(resource: Resource, side: Side): readonly string[] {
  const { note = [] } = resource as Goal;
  const own = note.filter(({ authorReference }) => sideOf(authorReference?.reference) === side);
  const notes = own.map(({ text }) => text);
  return resource.resourceType === 'Provenance' ? [] : [nameOf(resource), ...notes];
}

/** The goal itself, or what hangs on it. */
export const goalOf = (resource: Goal | Observation | Task): string =>
  resource.resourceType === 'Goal' ? nameOf(resource) : ([resource.focus].flat()[0]?.identifier?.value ?? '');

/** What an entry or a step says. */
export const wordsOf = (resource: Resource): string | undefined =>
  (resource as Task).description ?? (resource as Observation).valueString;
