import type { ReactiveController } from 'lit';
import { entryKind, stepKind } from '../../../src/controllers/kinds/goal-parts.js';
import { goalKind } from '../../../src/controllers/kinds/goal.js';
import { SharedGoals, type GoalKinds, type GoalLists } from '../../../src/controllers/kinds/shared-goals.js';
import { writtenBy, type Act, type News } from '../../../src/controllers/record/delivery.js';
import type { RecordKind } from '../../../src/controllers/record/kind.js';
import { openEdit } from '../../../src/controllers/record/open-edit.js';
import { RecordsController } from '../../../src/controllers/record/records-controller.js';
import type { Goal, GoalEntry, Step } from '../../../src/domain/goals/goal.js';
import type { GoalConflict } from '../../../src/domain/goals/merge.js';
import type { Link } from '../../../src/domain/link.js';
import type { Conflict } from '../../../src/domain/record.js';
import type { Side } from '../../../src/domain/side.js';
import { GoalsActing } from '../../../src/elements/alliance-goals/goals-acting.js';
import { begunIn } from '../../../src/elements/alliance-goals/goals-begun.js';
import * as later from '../../../src/elements/alliance-goals/goals-later.js';
import type { Goal as GoalResource, Observation, Resource, Task } from '../../../src/fhir/resource.js';
import { PageLife } from '../../support/together/page-life.js';
import { parties } from '../../support/together/two-people.js';
import type { World } from './world.js';

/** One life of one person's page: the lists of `<alliance-goals>` and what acts on them, over an outbox and a server. */
export class GoalsPage extends PageLife {
  readonly lists: GoalLists;
  readonly board: SharedGoals;
  readonly acting: GoalsActing;
  /** Acts that could not be done, as a person is told. */
  readonly refused: string[] = [];
  readonly #controllers: ReactiveController[] = [];
  readonly #element = {
    isConnected: true,
    updateComplete: Promise.resolve(true),
    addController: (controller: ReactiveController) => void this.#controllers.push(controller),
    removeController: () => undefined,
    requestUpdate: () => undefined,
  };
  constructor(
    readonly world: World,
    side: Side,
  ) {
    super(world, side, (resource) => {
      world.owe(side, resource);
    });
    const { now } = world;
    const kinds = this.#kinds();
    this.lists = {
      goals: this.#list<Goal, GoalResource, GoalConflict>(kinds.goal),
      entries: this.#list<GoalEntry, Observation>(kinds.entry),
      steps: this.#list<Step, Task>(kinds.step),
    };
    this.board = new SharedGoals(
      this.lists,
      () => kinds,
      (goal) => begunIn(this.lists, goal) !== undefined,
    );
    this.acting = new GoalsActing({
      ...{ lists: this.lists, board: this.board, side: () => side, at: () => now().toISOString() },
      refuse: (_, refused) => void this.refused.push(refused),
      begun: () => undefined,
      ended: () => undefined,
      changed: () => undefined,
    });
    for (const list of this.#all) {
      list.hostConnected();
      list.follow();
    }
  }

  get #all() {
    return [this.lists.goals, this.lists.entries, this.lists.steps] as const;
  }

  /** Nothing of it acts any more, whatever it was doing. */
  override crash(): void {
    super.crash();
    this.#element.isConnected = false;
    for (const list of this.#all) list.hostDisconnected();
  }

  #kinds(): GoalKinds {
    const writing = { load: () => Promise.resolve(later), required: later };
    const sides = { side: this.side, parties, now: this.world.now, writing };
    const hangs = { ...sides, toldOf: (link: Link) => this.board.toldOf(link) };
    return { goal: goalKind(sides), entry: entryKind(hangs), step: stepKind(hangs) };
  }

  #list<Value, Wire extends Resource, Contradiction extends Conflict = Conflict>(
    kind: RecordKind<Value, Wire, Contradiction>,
  ): RecordsController<Value, Wire, Contradiction> {
    const { provided, world } = this;
    return new RecordsController<Value, Wire, Contradiction>(this.#element, {
      kind: () => kind,
      opening: () => openEdit,
      provided: () => provided,
      told: () => ['therapist'],
      completion: () => 'self',
      language: () => 'en',
      now: world.now,
      newId: world.newId,
      offer: (act: Act, value: unknown) => this.acting.eventOf(act, value),
      tell: (news: News<Resource>) => {
        for (const resource of writtenBy(news)) for (const list of this.#all) list.hold(resource);
      },
      begun: () => undefined,
      changed: () => undefined,
      left: () => {
        for (const list of this.#all) list.watch();
      },
    });
  }
}
