import type { Draft } from '../../context/drafts.js';
import { identifierValueOf, keyOf } from '../../domain/identity.js';
import type { SharedGoal } from '../../domain/goals/goal.js';
import { leadToSame, type Known, type Link } from '../../domain/link.js';
import { bareGoal, joinGoals } from '../../domain/goals/shared-goal.js';
import type { Told } from '../../domain/told.js';
import { isForeignGoal, linkOf } from '../../fhir/goal/goal-reader.js';
import type { Goal as GoalResource, Resource } from '../../fhir/resource.js';
import { readTold } from '../../fhir/told.js';
import { failedOf, type Sending } from './failed-sends.js';
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
  /** It, or something that was said to it, is not sent yet. */
  readonly isWaiting: boolean;
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
    /** Something was begun at it and not sent. */
    private readonly isBegun: (goal: Pick<DrawnGoal, 'wire'> & { readonly id: string }) => boolean,
  ) {}

  /** All but those that were taken back and of which the person still has something to decide. */
  get standing(): readonly SharedGoal[] {
    return this.all.flatMap(({ shared }) => (shared.goal.state === 'withdrawn' ? [] : shared));
  }

  find(id: string): DrawnGoal | undefined {
    const isIt = ({ shared }: DrawnGoal): boolean => shared.id === id;
    return this.all.find(isIt) ?? this.ideas.find(isIt);
  }

  /** The one that a link leads to. */
  at(link: Link): DrawnGoal | undefined {
    return this.all.find(({ wire }) => leadToSame(linkOf(wire), link));
  }

  /** What was not taken of a goal and what hangs on it. */
  failedOf({ sender, wire }: Pick<DrawnGoal, 'sender' | 'wire'>): Sending | undefined {
    return failedOf(sender, linkOf(wire), [this.lists.entries, this.lists.steps]);
  }

  /** Removes an idea, with what was written beside it. */
  async drop({ shared, draft }: DrawnGoal): Promise<void> {
    const { goals, entries, steps } = this.lists;
    const beside = new Set([shared.why, ...shared.steps].map((part) => part?.id));
    for (const { kept } of [entries, steps])
      for (const one of kept.all) if (beside.has(goalIdOf(one.resource))) await kept.remove(one);
    if (draft) await goals.kept.remove(draft);
  }

  /** A goal that is only just being put into words. */
  fresh(sender: GoalSender): DrawnGoal {
    const wire = sender.edit.toResource();
    const { base, value } = sender.edit;
    return { shared: bareGoal(goalIdOf(wire), value), wire, sender, base, isWaiting: false };
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
    const changing = [...goals.open, ...entries.open, ...steps.open].flatMap(({ edit }) => [
      edit.value,
      edit.delivery,
    ]);
    const from = [...lists.flat(), ...changing];
    if (isSameList(from, this.#from)) return;
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

  /** What has not changed stays the same object: whoever draws it can tell by that. */
  #join(
    wires: readonly GoalResource[],
    entries: readonly Resource[],
    steps: readonly Resource[],
  ): readonly DrawnGoal[] {
    const kinds = this.kinds();
    const before = new Map([...this.all, ...this.ideas].map((one) => [one.shared.id, one]));
    const drawn = wires.flatMap((wire) => {
      const sender = this.lists.goals.senderOf(wire);
      const goal = sender?.edit.isTouched ? sender.edit.value : this.#once(wire, () => kinds.goal.read(wire));
      const id = goalIdOf(wire);
      // What was said to it and not taken can still be sent again, or seen to be late; what was begun can still be read
      const isOver = goal.state === 'withdrawn' && !this.failedOf({ wire, sender });
      if (isOver && !this.isBegun({ id, wire })) return [];
      return { wire, sender, id, link: linkOf(wire), goal, isForeign: isForeignGoal(wire) };
    });
    const known = <Value extends object, Wire extends Resource>(
      kind: Reads<Value, Wire>,
      resources: readonly Resource[],
    ): Known<Value>[] =>
      resources.flatMap((resource) =>
        kind.is(resource) && kind.stage(resource) !== 'withdrawn'
          ? this.#once(resource, () => ({ ...kind.read(resource), id: goalIdOf(resource) }))
          : [],
      );
    const byId = new Map(drawn.map((one) => [one.id, one]));
    const all = this.lists;
    const waiting = new Set(
      [...all.goals.waiting, ...all.entries.waiting, ...all.steps.waiting].map(goalIdOf),
    );
    // A step that was not taken stays as it was said, beside the way to send it again
    const notTaken = this.lists.steps.open.filter(({ edit }) => edit.delivery.state === 'failed');
    const said = notTaken.map(({ edit }) => ({ ...edit.value, id: goalIdOf(edit.toResource()) }));
    const asSaid = known(kinds.step, steps).map((step) => said.find(({ id }) => id === step.id) ?? step);
    return joinGoals(drawn, known(kinds.entry, entries), asSaid).flatMap((shared) => {
      const one = byId.get(shared.id);
      if (!one) return [];
      const { wire, sender } = one;
      const { why, ratings, setbacks, barriers, steps: own } = shared;
      const parts = [shared, ...(why ? [why] : []), ...ratings, ...setbacks, ...barriers, ...own];
      const isWaiting = parts.some(({ id }) => waiting.has(id));
      const now = { shared, wire, sender, base: sender ? sender.edit.base : wire, isWaiting };
      const former = before.get(shared.id);
      return former && isSameList(partsOf(former), partsOf(now)) ? former : now;
    });
  }

  #once<Made>(resource: Resource, make: () => Made): Made {
    if (!this.#read.has(resource)) this.#read.set(resource, make());
    return this.#read.get(resource) as Made;
  }
}

const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index]);

/** All that a goal is drawn from. */
const partsOf = ({ shared, ...own }: DrawnGoal): readonly unknown[] =>
  Object.values<unknown>({ ...own, ...shared }).flat();

/** A kind as far as resources are read by it. */
type Reads<Value, Wire extends Resource> = Pick<RecordKind<Value, Wire, never>, 'is' | 'read' | 'stage'>;

export { linkOf as linkOfGoal } from '../../fhir/goal/goal-reader.js';
