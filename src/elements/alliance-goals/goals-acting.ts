import type { Save } from '../../context/store.js';
import {
  goalIdOf,
  type DrawnGoal,
  type GoalLists,
  type SharedGoals,
} from '../../controllers/kinds/shared-goals.js';
import type { Sending } from '../../controllers/kinds/failed-sends.js';
import type { GoalSender } from '../../controllers/kinds/goal.js';
import type { Act } from '../../controllers/record/delivery.js';
import type { RecordsController } from '../../controllers/record/records-controller.js';
import { Acting, type LastAct } from '../../controllers/widget/acting.js';
import { AllianceGoalEvent, type GoalAction } from '../../controllers/widget/goal-event.js';
import { carryOut, undo, type GoalAct } from '../../domain/goals/acts.js';
import type { GoalRefusal } from '../../domain/goals/refusals.js';
import type { Goal, GoalEntry, SharedGoal, Step } from '../../domain/goals/goal.js';
import type { Side } from '../../domain/side.js';
import { plainGoal } from '../../domain/goals/plain.js';
import { bareGoal, withEntry, withStep } from '../../domain/goals/shared-goal.js';
import type { Resource } from '../../fhir/resource.js';

/** How an act is called that says something of a goal in an entry of its own. */
const actions = { rating: 'rate', setback: 'setback', barrier: 'edit', why: 'edit' } as const;

type LastGoalAct = LastAct<GoalAction>;

interface Parts {
  readonly lists: GoalLists;
  readonly board: SharedGoals;
  /** Undefined for a reader. */
  readonly side: () => Side | undefined;
  /** ISO 8601 instant. */
  readonly at: () => string;
  /** Why something cannot be done, to be said. */
  readonly refuse: (id: string, refused: GoalRefusal) => void;
  /** Something is being done to a goal. */
  readonly begun: (id: string) => void;
  /** It is known how that ended. */
  readonly ended: (id: string) => void;
  readonly changed: () => void;
}

/** How an act is called that takes another one back. */
const reverse: Readonly<Partial<Record<GoalAction, GoalAction>>> = {
  ...{ edit: 'edit', weigh: 'weigh', hold: 'resume', resume: 'hold' },
  ...{ reach: 'reopen', 'let-go': 'reopen', reopen: 'reach' },
};

/** What a person does to goals: each act is one event and one outcome, and can be taken back. */
export class GoalsActing {
  readonly #acts: Acting<GoalAction, SharedGoal>;

  constructor(private readonly parts: Parts) {
    this.#acts = new Acting({ ...parts, idOf: goalIdOf });
  }

  get last(): LastGoalAct | undefined {
    return this.#acts.last;
  }

  /** The other side changed the words while they were accepted: nothing is agreed. */
  get isOvertaken(): boolean {
    const side = this.parts.side();
    const { action, edit } = this.last ?? {};
    return action === 'accept' && (side === undefined || (edit?.value as Goal).accepted[side] !== 'agree');
  }

  /**
   * The event of an act.
   * @param value what is given: of a goal that was settled, it is not what the person did first
   */
  readonly eventOf = ({ main, also }: Act, value: unknown): AllianceGoalEvent => {
    const { resource } = main;
    const { action, after } = this.#occasionOf(resource, value);
    const resources = [main, ...also].map((one) => one.resource);
    const goal = plainGoal(resource.resourceType === 'Goal' ? { ...after, goal: value as Goal } : after);
    return new AllianceGoalEvent(resource, resources, action, goal);
  };

  /** What the page is told; of a goal that another page of the person gave, this one knows no more than what it is. */
  #occasionOf(resource: Resource, value: unknown) {
    const known = this.#acts.occasionOf(resource);
    if (known) return known;
    if (resource.resourceType !== 'Goal') return this.#hangingOf(resource, value as GoalEntry | Step);
    const id = goalIdOf(resource);
    const after = this.parts.board.find(id)?.shared ?? bareGoal(id, value as Goal);
    return { action: 'edit' as const, after };
  }

  /** What hangs on a goal, and was given before a reload. */
  #hangingOf(resource: Resource, value: GoalEntry | Step) {
    const drawn = this.parts.board.at(value.goal);
    if (!drawn) throw new Error(`This ${resource.resourceType} hangs on no goal that is known here.`);
    const id = goalIdOf(resource);
    return 'kind' in value
      ? { action: actions[value.kind], after: withEntry(drawn.shared, { ...value, id }) }
      : { action: 'step' as const, after: withStep(drawn.shared, { ...value, id }) };
  }

  /** Sends again what was not taken of a goal, or of what hangs on it. */
  again(failed: Sending, id: string): Promise<void> {
    return this.#acts.again(failed, id);
  }

  /** What was done last is not shown any more. */
  rest(): void {
    this.#acts.rest();
  }

  forget(): void {
    this.#acts.forget();
  }

  /** Does to a goal what its transitions allow, with what belongs to the same act. */
  async toGoal(
    drawn: DrawnGoal,
    act: GoalAct,
    also: readonly Save[] = [],
    action: GoalAction = act.action,
  ): Promise<void> {
    const outcome = carryOut(drawn.shared.goal, act);
    if ('refused' in outcome) this.parts.refuse(drawn.shared.id, outcome.refused);
    else await this.giveGoal(drawn, outcome.goal, action, also);
  }

  /** Gives a goal as it was changed here. */
  async giveGoal(
    drawn: DrawnGoal,
    goal: Goal,
    action: GoalAction,
    also: readonly Save[] = [],
  ): Promise<void> {
    const before = drawn.shared.goal;
    const side = this.parts.side();
    const sender = this.#senderOf(drawn);
    const isLasting = side === undefined || action === 'note';
    await this.#acts.give(sender, undefined, {
      ...{ value: goal, action, also },
      intent: goal.state === 'withdrawn' ? 'withdraw' : 'give',
      after: (id) => ({ ...drawn.shared, id, goal }),
      undo: isLasting ? undefined : (id) => void this.#undo(id, before, goal, side, action),
    });
  }

  /** What goes on from the version that is on the screen, even where a newer one has come since. */
  #senderOf({ sender, base, draft, wire }: DrawnGoal): GoalSender {
    const { goals } = this.parts.lists;
    const present = sender ?? goals.openFor(wire);
    if (present && present.edit.base === base) return present;
    if (present) void goals.close(present);
    return goals.edit(draft ?? wire, draft === undefined);
  }

  /** Gives something that hangs on a goal: a rating, a setback. */
  async giveEntry(
    drawn: DrawnGoal,
    value: GoalEntry,
    action: GoalAction,
    sender = this.parts.lists.entries.edit(),
  ): Promise<void> {
    const { entries } = this.parts.lists;
    await this.#acts.give(sender, drawn.shared.id, {
      ...{ value, action },
      after: (id) => withEntry(drawn.shared, { ...value, id }),
      undo: (id) => void this.#takeBack(entries, drawn, id),
    });
  }

  /** Gives a step as it is now: a new one, or one that was done. */
  async giveStep(
    drawn: DrawnGoal,
    value: Step,
    id?: string,
    sender = this.parts.lists.steps.edit(storedIn(this.parts.lists.steps, id), true),
  ): Promise<void> {
    const { steps } = this.parts.lists;
    const before = sender.edit.value;
    await this.#acts.give(sender, drawn.shared.id, {
      ...{ value, action: 'step' },
      after: (known) => withStep(drawn.shared, { ...value, id: known }),
      undo: (known) =>
        void (id === undefined ? this.#takeBack(steps, drawn, known) : this.giveStep(drawn, before, id)),
    });
  }

  async #takeBack<Value, Wire extends Resource>(
    list: RecordsController<Value, Wire>,
    drawn: DrawnGoal,
    id: string,
  ): Promise<void> {
    const stored = storedIn(list, id);
    if (!stored) return;
    const sender = list.edit(stored, true);
    const { value } = sender.edit;
    const after = this.parts.board.find(drawn.shared.id)?.shared ?? drawn.shared;
    await this.#acts.give(sender, drawn.shared.id, {
      value,
      intent: 'withdraw',
      action: 'withdraw',
      after: () => after,
    });
  }

  async #undo(id: string, before: Goal, after: Goal, by: Side, action: GoalAction): Promise<void> {
    const drawn = this.parts.board.find(id);
    if (!drawn) return;
    if (action === 'propose') return this.toGoal(drawn, { action: 'withdraw', by, at: this.parts.at() });
    const outcome = undo(drawn.shared.goal, before, by, after);
    if ('refused' in outcome) this.parts.refuse(drawn.shared.id, outcome.refused);
    else await this.giveGoal(drawn, outcome.goal, reverse[action] ?? 'withdraw');
  }
}

const storedIn = <Wire extends Resource>(
  { stored }: { readonly stored: readonly Wire[] },
  id: string | undefined,
): Wire | undefined => (id === undefined ? undefined : stored.find((one) => goalIdOf(one) === id));
