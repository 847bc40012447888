import type { ReactiveController } from 'lit';
import type { Provided } from '../../../src/context/provided.js';
import type { Outbox } from '../../../src/context/store.js';
import { entryKind, stepKind } from '../../../src/controllers/kinds/goal-parts.js';
import { goalKind } from '../../../src/controllers/kinds/goal.js';
import { SharedGoals, type GoalKinds, type GoalLists } from '../../../src/controllers/kinds/shared-goals.js';
import { writtenBy, type Act, type News } from '../../../src/controllers/record/delivery.js';
import type { RecordKind } from '../../../src/controllers/record/kind.js';
import { RecordsController } from '../../../src/controllers/record/records-controller.js';
import type { Goal, GoalEntry, Step } from '../../../src/domain/goals/goal.js';
import type { GoalConflict } from '../../../src/domain/goals/merge.js';
import type { Link } from '../../../src/domain/link.js';
import type { Conflict } from '../../../src/domain/record.js';
import type { Side } from '../../../src/domain/side.js';
import { GoalsActing } from '../../../src/elements/alliance-goals/goals-acting.js';
import * as later from '../../../src/elements/alliance-goals/goals-later.js';
import type { Goal as GoalResource, Observation, Resource, Task } from '../../../src/fhir/resource.js';
import { createOutbox } from '../../../src/store/outbox/outbox.js';
import type { Queue } from '../../../src/store/outbox/queue.js';
import { storeOn } from '../../support/fhir-server.js';
import { faultyFetch } from '../../store/faults/schedule.js';
import { parties, type World } from './world.js';

/** So long that nothing is ever done because time has passed. */
const NEVER = 3_600_000;

const forEver = new Promise<never>(() => undefined);

/** One life of one person's page: the lists of `<alliance-goals>` and what acts on them, over an outbox and a server. */
export class GoalsPage {
  readonly lists: GoalLists;
  readonly board: SharedGoals;
  readonly acting: GoalsActing;
  readonly outbox: Outbox;
  /** Acts that could not be done, as a person is told. */
  readonly refused: string[] = [];
  /** What went wrong in the code. */
  readonly failures: string[] = [];
  readonly #network = { isAlive: true, isFaulty: true, isAway: false };
  readonly #store: ReturnType<typeof storeOn>;
  /** What the page waits for: a crash does not call it back. */
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #controllers: ReactiveController[] = [];
  readonly #element = {
    isConnected: true,
    updateComplete: Promise.resolve(true),
    addController: (controller: ReactiveController) => void this.#controllers.push(controller),
    removeController: () => undefined,
    requestUpdate: () => undefined,
  };
  #die: () => void = () => undefined;

  constructor(
    readonly world: World,
    readonly side: Side,
  ) {
    const { base, schedule, wire, now, newId } = world;
    const { locks, queue } = world.devices[side];
    const died = new Promise<void>((resolve) => (this.#die = resolve));
    const faulty = faultyFetch(schedule, this.#network, {
      fetch: wire.fetch,
      pause: () => Promise.resolve(), // the wire itself delays
    });
    this.#store = storeOn(base, {
      fetch: (...args) => this.wait(this.#fetch(faulty, ...args)),
      newId,
      timeout: NEVER,
      interval: NEVER,
    });
    this.outbox = createOutbox(this.#store, {
      ...{ now, newId },
      queue: this.#queueOf(queue),
      alone: locks.of(died),
      interval: NEVER,
    });
    const kinds = this.#kinds();
    this.lists = {
      goals: this.#list<Goal, GoalResource, GoalConflict>(kinds.goal),
      entries: this.#list<GoalEntry, Observation>(kinds.entry),
      steps: this.#list<Step, Task>(kinds.step),
    };
    this.board = new SharedGoals(this.lists, () => kinds);
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

  get isAlive(): boolean {
    return this.#network.isAlive;
  }

  get isAway(): boolean {
    return this.#network.isAway;
  }

  set isAway(isAway: boolean) {
    this.#network.isAway = isAway;
  }

  /** Counts as being under way until it ends. */
  wait<Result>(work: Promise<Result>): Promise<Result> {
    this.#underWay.add(work);
    const forget = (): void => void this.#underWay.delete(work);
    work.then(forget, forget);
    return work;
  }

  /** Until it waits for nothing any more. */
  async idle(): Promise<void> {
    for (let quiet = 0; quiet < 3 && this.isAlive; quiet += 1) {
      if (this.#underWay.size > 0) quiet = -1;
      await this.world.wire.letThrough();
    }
  }

  /** Asks the server for news, as it does every few seconds. */
  poll(): void {
    this.#store.retry();
  }

  /** The network fails no more, and is there. */
  heal(): void {
    this.#network.isFaulty = false;
    this.#network.isAway = false;
  }

  /** Nothing of it acts any more, whatever it was doing. */
  crash(): void {
    this.#network.isAlive = false;
    this.outbox.stop();
    this.#element.isConnected = false;
    for (const list of this.#all) list.hostDisconnected();
    this.#die();
  }

  async #fetch(faulty: typeof fetch, ...args: Parameters<typeof fetch>): Promise<Response> {
    if (this.isAlive && this.isAway) throw new TypeError('away');
    const response = await faulty(...args);
    if (this.isAlive && this.isAway) throw new TypeError('away');
    return this.isAlive ? response : forEver;
  }

  /** The queue of the device: what it gives are copies, and nobody hears from it whose page is gone. */
  #queueOf(queue: Queue): Queue {
    const isAlive = (): boolean => this.isAlive;
    const live =
      <Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
      async (...given: Given): Promise<Result> => {
        if (!isAlive()) return forEver;
        const result = await work(...given);
        return isAlive() ? structuredClone(result) : forEver;
      };
    const { isLasting } = queue;
    const add: Queue['add'] = async (saves) => {
      const rows = await queue.add(saves);
      for (const { resource } of saves) this.world.owe(this.side, resource);
      return rows;
    };
    return {
      ...{ isLasting, all: live(queue.all), lane: live(queue.lane), of: live(queue.of) },
      ...{ add: live(add), change: live(queue.change), clear: live(queue.clear) },
    };
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
    const { side, world } = this;
    const { drafts } = world.devices[side];
    const live = <Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
      ((...given) => (this.isAlive ? work(...given) : forEver)) as typeof work;
    const provided: Provided = {
      viewer: side,
      subject: parties.client,
      author: parties[side],
      encounter: 'Encounter/1',
      partner: [parties[side === 'client' ? 'therapist' : 'client']],
      store: this.outbox,
      drafts: {
        ...{ lasts: drafts.lasts, read: live(drafts.read), list: live(drafts.list) },
        ...{ write: live(drafts.write), remove: live(drafts.remove), clear: live(drafts.clear) },
      },
      signOuts: 0,
    };
    return new RecordsController<Value, Wire, Contradiction>(this.#element, {
      kind: () => kind,
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
    });
  }
}
