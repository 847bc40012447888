import type { Draft } from '../../context/drafts.js';
import { identifierValueOf, keyOf } from '../../domain/identity.js';
import type { SharedGoal } from '../../domain/goals/goal.js';
import type { Link, Known } from '../../domain/link.js';
import { joinGoals } from '../../domain/goals/shared-goal.js';
import type { Told } from '../../domain/told.js';
import { isForeignGoal, linkOf } from '../../fhir/goal/goal-reader.js';
import type { Goal as GoalResource, Resource } from '../../fhir/resource.js';
import { readTold } from '../../fhir/told.js';
import type { GoalKind, GoalSender, GoalsController } from './goal.js';
import type { RecordKind } from '../record/kind.js';
import type { EntriesController, EntryKind, StepKind, StepsOfGoals } from './goal-parts.js';

/** One goal as it is drawn, with the version that it was drawn from: what a person says is said to that one. */
export interface DrawnGoal {
  readonly shared: SharedGoal;
  readonly wire: GoalResource;
  /** What is changed here: the version on the screen. */
  readonly base: GoalResource | undefined;
  /** What is being sent, asked about or changed. */
  readonly sender: GoalSender | undefined;
  /** Kept by the person and proposed to nobody. */
  readonly draft?: Draft | undefined;
}

/** Where goals and what hangs on them are read from. */
export interface GoalLists {
  readonly goals: GoalsController;
  readonly entries: EntriesController;
  readonly steps: StepsOfGoals;
}

export interface GoalKinds {
  readonly goal: GoalKind;
  readonly entry: EntryKind;
  readonly step: StepKind;
}

/** Value of our identifier, else the id: delivery never changes it. */
export const goalIdOf = (resource: Resource): string => identifierValueOf(resource) ?? resource.id ?? '';

/** All goals of a person with what hangs on them; each is read once for each version of it. */
export class SharedGoals {
  /** What is shared, in the order in which it was stored. */
  all: readonly DrawnGoal[] = [];
  ideas: readonly DrawnGoal[] = [];
  #read = new WeakMap<Resource, unknown>();
  #from: readonly unknown[] = [];

  constructor(
    private readonly lists: GoalLists,
    private readonly kinds: () => GoalKinds,
  ) {}

  find(id: string): DrawnGoal | undefined {
    const isIt = ({ shared }: DrawnGoal): boolean => shared.id === id;
    return this.all.find(isIt) ?? this.ideas.find(isIt);
  }

  /** A goal that is only just being put into words. */
  fresh(sender: GoalSender): DrawnGoal {
    const wire = sender.edit.toResource();
    const empty = { why: undefined, ratings: [], setbacks: [], barriers: [], steps: [] };
    const shared = { id: goalIdOf(wire), goal: sender.edit.value, isForeign: false, ...empty };
    return { shared, wire, sender, base: sender.edit.base };
  }

  /** Who the person was told can see a goal. */
  readonly toldIn = readTold;

  /** What the goal tells that a link leads to; undefined where it is not here. */
  toldOf({ identifier, reference }: Link): Told | undefined {
    const found = this.lists.goals.stored.find((wire) => {
      const own = linkOf(wire);
      const isNamed = identifier !== undefined && own.identifier?.value === identifier.value;
      return isNamed || (reference !== undefined && own.reference === reference);
    });
    return found && readTold(found);
  }

  /** Another one looks, or the sides are others: nothing that was read stays. */
  forget(): void {
    this.all = [];
    this.ideas = [];
    this.#read = new WeakMap();
    this.#from = [];
  }

  /** Before each drawing: joins anew what has changed. */
  follow(): void {
    const { goals, entries, steps } = this.lists;
    const lists = [goals.stored, goals.drafts, entries.stored, entries.drafts, steps.stored, steps.drafts];
    const changing = goals.open.map(({ edit }) => edit.value);
    const from = [...lists.flat(), ...changing];
    if (from.length === this.#from.length && from.every((part, index) => part === this.#from[index])) return;
    this.#from = from;
    this.all = this.#join(goals.stored, entries.stored, steps.stored);
    const ideas = this.#ideasIn(goals.drafts);
    const resources = (drafts: readonly Draft[]): Resource[] => drafts.map(({ resource }) => resource);
    this.ideas = this.#join([...ideas.keys()], resources(entries.drafts), resources(steps.drafts)).map(
      (idea) => ({ ...idea, draft: ideas.get(idea.wire) }),
    );
  }

  /** Drafts of what was never given; a draft of a change to a goal is not one. */
  #ideasIn(drafts: readonly Draft[]): ReadonlyMap<GoalResource, Draft> {
    const stored = new Set(this.lists.goals.stored.map((wire) => keyOf(wire)));
    const { is } = this.kinds().goal;
    return new Map(
      drafts.flatMap((draft) => {
        const { resource, base } = draft;
        const isIdea = base === undefined && is(resource) && !stored.has(keyOf(resource));
        return isIdea ? [[resource, draft] as const] : [];
      }),
    );
  }

  #join(
    wires: readonly GoalResource[],
    entries: readonly Resource[],
    steps: readonly Resource[],
  ): readonly DrawnGoal[] {
    const kinds = this.kinds();
    const drawn = wires.flatMap((wire) => {
      const sender = this.lists.goals.openFor(wire);
      const goal = sender?.edit.isTouched ? sender.edit.value : this.#valueOf(kinds.goal, wire);
      const id = goalIdOf(wire);
      if (goal.state === 'withdrawn') return [];
      return { wire, sender, id, link: linkOf(wire), goal, isForeign: isForeignGoal(wire) };
    });
    const known = <Value extends object, Wire extends Resource>(
      kind: Reads<Value, Wire>,
      resources: readonly Resource[],
    ): Known<Value>[] =>
      resources.flatMap((resource) =>
        kind.is(resource) && kind.stage(resource) !== 'withdrawn'
          ? { ...this.#valueOf(kind, resource), id: goalIdOf(resource) }
          : [],
      );
    const byId = new Map(drawn.map((one) => [one.id, one]));
    return joinGoals(drawn, known(kinds.entry, entries), known(kinds.step, steps)).flatMap((shared) => {
      const one = byId.get(shared.id);
      if (!one) return [];
      const { wire, sender } = one;
      return { shared, wire, sender, base: sender ? sender.edit.base : wire };
    });
  }

  #valueOf<Value, Wire extends Resource>(kind: Reads<Value, Wire>, resource: Wire): Value {
    if (!this.#read.has(resource)) this.#read.set(resource, kind.read(resource));
    return this.#read.get(resource) as Value;
  }
}

/** A kind as far as resources are read by it. */
type Reads<Value, Wire extends Resource> = Pick<RecordKind<Value, Wire, never>, 'is' | 'read' | 'stage'>;

export { linkOf as linkOfGoal } from '../../fhir/goal/goal-reader.js';
