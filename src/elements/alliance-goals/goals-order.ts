import type { DrawnGoal } from '../../controllers/kinds/shared-goals.js';
import type { Side } from '../../domain/side.js';
import { groupOf, groups, type GoalGroup } from '../../domain/goals/shared-goal.js';

export interface Listed {
  readonly group: GoalGroup;
  readonly goals: readonly DrawnGoal[];
}

/**
 * In which order goals are listed: by whose turn it is, then as the person has put them. What stands on the screen stays
 * where it is while somebody is at it; what is new then waits until they ask for it.
 */
export class GoalsOrder {
  /** The list could be put in another order, or has goals that are not shown yet. */
  isBehind = false;
  /** Ids in the order that the person chose. */
  chosen: readonly string[] = [];
  #places = new Map<string, GoalGroup>();
  #listed: readonly Listed[] = [];
  #isDue = true;

  get listed(): readonly Listed[] {
    return this.#listed;
  }

  /** The list is put in order with the next drawing. */
  show(): void {
    this.#isDue = true;
  }

  /** @param isHeld somebody has the focus or the pointer in the list */
  follow(all: readonly DrawnGoal[], side: Side | undefined, isHeld: boolean): void {
    const wanted = new Map(all.map(({ shared }) => [shared.id, groupOf(shared, side)]));
    const isSame =
      wanted.size === this.#places.size && [...wanted].every(([id, group]) => this.#places.get(id) === group);
    if (this.#isDue || !isHeld) this.#places = wanted;
    this.isBehind = !this.#isDue && isHeld && !isSame;
    this.#isDue = false;
    this.#listed = groups.flatMap((group) => {
      const goals = all.filter(({ shared }) => this.#places.get(shared.id) === group);
      return goals.length > 0 ? { group, goals: this.#ranked(goals) } : [];
    });
  }

  /** The order of all, with one moved before or behind the one next to it in its group. */
  moved(id: string, by: -1 | 1): readonly string[] | undefined {
    const goals = this.#listed.find((listed) => listed.goals.some(({ shared }) => shared.id === id))?.goals;
    const ids = goals?.map(({ shared }) => shared.id) ?? [];
    const from = ids.indexOf(id);
    const other = ids[from + by];
    if (other === undefined) return undefined;
    const all = this.#listed.flatMap((listed) => listed.goals.map(({ shared }) => shared.id));
    return all.map((one) => (one === id ? other : one === other ? id : one));
  }

  #ranked(goals: readonly DrawnGoal[]): readonly DrawnGoal[] {
    const rank = new Map(this.chosen.map((id, index) => [id, index]));
    const of = ({ shared }: DrawnGoal): number => rank.get(shared.id) ?? Infinity;
    return [...goals].sort((one, other) => (of(one) === of(other) ? 0 : of(one) - of(other)));
  }
}
