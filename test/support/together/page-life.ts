import type { Provided } from '../../../src/context/provided.js';
import type { Outbox } from '../../../src/context/store.js';
import { otherSide, type Side } from '../../../src/domain/side.js';
import type { Resource } from '../../../src/fhir/resource.js';
import { createOutbox } from '../../../src/store/outbox/outbox.js';
import type { Queue } from '../../../src/store/outbox/queue.js';
import { faultyFetch } from '../../store/faults/schedule.js';
import { signedInAs, storeOn } from '../fhir-server.js';
import { parties, type TwoPeople } from './two-people.js';

/** So long that nothing is ever done because time has passed. */
const NEVER = 3_600_000;

const forEver = new Promise<never>(() => undefined);

/** One life of one person's page, whatever is drawn on it: an outbox over a server, and drafts on the device. */
export class PageLife {
  readonly outbox: Outbox;
  /** What the page tells its widgets. */
  readonly provided: Provided;
  /** What went wrong in the code. */
  readonly failures: string[] = [];
  readonly #network = { isAlive: true, isFaulty: true, isAway: false };
  readonly #store: ReturnType<typeof storeOn>;
  /** What the page waits for: a crash does not call it back. */
  readonly #underWay = new Set<Promise<unknown>>();
  #die: () => void = () => undefined;

  /** @param owe hears of what is written down on the device: from here on it must not be lost */
  constructor(
    private readonly people: TwoPeople,
    readonly side: Side,
    owe: (resource: Resource) => void,
  ) {
    const { base, schedule, wire, now, newId } = people;
    const { locks, queue, drafts } = people.devices[side];
    const died = new Promise<void>((resolve) => (this.#die = resolve));
    const faulty = faultyFetch(schedule, this.#network, {
      fetch: signedInAs(parties.client, wire.fetch),
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
      queue: this.#queueOf(queue, owe),
      alone: locks.of(died),
      interval: NEVER,
    });
    const live = <Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
      ((...given) => (this.isAlive ? work(...given) : forEver)) as typeof work;
    this.provided = {
      viewer: side,
      subject: parties.client,
      author: parties[side],
      encounter: 'Encounter/1',
      partner: [parties[otherSide(side)]],
      store: this.outbox,
      drafts: {
        ...{ lasts: drafts.lasts, read: live(drafts.read), list: live(drafts.list) },
        ...{ write: live(drafts.write), remove: live(drafts.remove), clear: live(drafts.clear) },
      },
      signOuts: 0,
    };
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

  /** Lets what is done be under way. */
  doing(work: Promise<unknown>): void {
    this.wait(work).catch((error: unknown) => void this.failures.push(String(error)));
  }

  /** Until it waits for nothing any more. */
  async idle(): Promise<void> {
    for (let quiet = 0; quiet < 3 && this.isAlive; quiet += 1) {
      if (this.#underWay.size > 0) quiet = -1;
      await this.people.wire.letThrough();
    }
  }

  /** Asks the server for news, as it does every few seconds. */
  poll(): void {
    this.#store.retry();
  }

  /** The network goes, or comes back: the browser then says so to the page. */
  goAway(isAway: boolean): void {
    this.isAway = isAway;
    if (isAway) return;
    this.poll();
    this.doing(this.outbox.deliver());
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
    this.#die();
  }

  async #fetch(faulty: typeof fetch, ...args: Parameters<typeof fetch>): Promise<Response> {
    if (this.isAlive && this.isAway) throw new TypeError('away');
    const response = await faulty(...args);
    if (this.isAlive && this.isAway) throw new TypeError('away');
    return this.isAlive ? response : forEver;
  }

  /** The queue of the device: what it gives are copies, and nobody hears from it whose page is gone. */
  #queueOf(queue: Queue, owe: (resource: Resource) => void): Queue {
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
      for (const { resource } of saves) owe(resource);
      return rows;
    };
    return {
      ...{ isLasting, all: live(queue.all), lane: live(queue.lane), of: live(queue.of) },
      ...{ about: live(queue.about), count: live(queue.count) },
      ...{ add: live(add), change: live(queue.change), clear: live(queue.clear) },
    };
  }
}
