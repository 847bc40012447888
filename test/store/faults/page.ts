import type { Outbox, Save, SaveResult } from '../../../src/context/store.js';
import type { Resource } from '../../../src/fhir/resource.js';
import { type Alone, browserSurroundings } from '../../../src/store/surroundings.js';
import { createOutbox } from '../../../src/store/outbox/outbox.js';
import type { Queue } from '../../../src/store/outbox/queue.js';
import { personOf } from '../../../src/store/persons.js';
import { storeOn } from '../../support/fhir-server.js';
import { nameOf, SUBJECT } from '../../support/resources.js';
import { actOf, CHANGED, emptyOf, replyOf, saidBy, withWords, wordsIn, type Changed } from './record.js';
import { faultyFetch, type Schedule } from './schedule.js';

/** Locks as browsers give them: the lock of a page that has died goes to the next. */
export class TabLocks {
  readonly #last = new Map<string, Promise<unknown>>();

  of(died: Promise<void>): Alone {
    return (lane, work) => {
      const before = this.#last.get(lane) ?? Promise.resolve();
      const turn = before.then(work, work);
      this.#last.set(
        lane,
        Promise.race([turn, died]).catch(() => undefined),
      );
      return turn;
    };
  }
}

/** What the pages of one schedule share. */
export interface World {
  readonly base: string;
  readonly queue: Queue;
  readonly locks: TabLocks;
  readonly schedule: Schedule;
  /** A later instant at each call, ISO 8601. */
  readonly now: () => string;
  /** Words that a person has handed over: from here on they must not be lost. */
  /** What was sent with the sign-in of somebody else. */
  readonly strayed: string[];
  readonly owe: (words: readonly string[]) => void;
}

/** One life of the page's code in one tab: it writes as widgets do, until it crashes. */
export class Page {
  readonly #state: { isAlive: boolean; isFaulty: boolean } = { isAlive: true, isFaulty: true };
  /** What was not taken, and is on the screen still. */
  readonly #unsent = new Map<string, Resource>();
  /** What it has read or sent of each record. */
  readonly #known = new Map<string, Resource>();
  readonly outbox: Outbox;
  #die: () => void = () => undefined;
  /** What the page has asked of the device: a crash does not call it back. */
  readonly #onDevice = new Set<Promise<unknown>>();
  readonly #onServer = new Set<Promise<unknown>>();
  readonly #merging = new Set<Promise<unknown>>();
  readonly #stops: readonly (() => void)[];

  /** @param person who is there, as a FHIR reference */
  constructor(
    private readonly world: World,
    private readonly person = SUBJECT,
  ) {
    const { base, queue, locks, schedule, owe } = world;
    const forEver = new Promise<never>(() => undefined);
    const died = new Promise<void>((resolve) => {
      this.#die = resolve;
    });
    const isAlive = (): boolean => this.#state.isAlive;
    const live = <Arguments extends unknown[], Result>(
      work: (...given: Arguments) => Promise<Result>,
    ): ((...given: Arguments) => Promise<Result>) => {
      return async (...given) => {
        if (!isAlive()) return forEver;
        const result = await noted(this.#onDevice, work(...given));
        return isAlive() ? result : forEver;
      };
    };
    const faulty = faultyFetch(schedule, this.#state);
    this.outbox = createOutbox(
      storeOn(base, {
        fetch: (...args) => {
          this.#requireOwn(args[1]?.body);
          return noted(this.#onServer, faulty(...args));
        },
        timeout: 60_000,
        interval: 60_000,
      }),
      {
        ...browserSurroundings,
        queue: {
          isLasting: queue.isLasting,
          all: live(queue.all),
          lane: live(queue.lane),
          of: live(queue.of),
          about: live(queue.about),
          count: live(queue.count),
          add: live(async (saves) => {
            const entries = await queue.add(saves);
            for (const { resource, derived } of saves) if (!derived) owe(wordsIn(resource));
            return entries;
          }),
          change: live(queue.change),
          clear: live(queue.clear),
        },
        alone: locks.of(died),
        present: () => ({ subject: person, author: person }),
        interval: 5,
        settling: 30,
      },
    );
    this.#stops = CHANGED.map((type) =>
      this.outbox.watch(type, { subject: person }, (change) => {
        if ('conflict' in change && this.#state.isAlive) this.#merge(change.mine, change.conflict);
      }),
    );
  }

  /** With a person's sign-in goes nothing but what is theirs. */
  #requireOwn(body: unknown): void {
    if (typeof body !== 'string') return;
    const whose = personOf(JSON.parse(body) as Resource);
    if (whose !== this.person) this.world.strayed.push(`${whose} by ${this.person}`);
  }

  /** Nothing of it acts any more, whatever it was doing. */
  crash(): void {
    this.#state.isAlive = false;
    this.outbox.stop();
    for (const stop of this.#stops) stop();
    this.#die();
  }

  /** Resolves when the device has done what the page had asked of it. */
  async hasEnded(): Promise<void> {
    await Promise.allSettled(this.#onDevice);
  }

  /** It waits for the device or the server, and may go on from what they answer. */
  get isBusy(): boolean {
    return this.#onDevice.size + this.#onServer.size + this.#merging.size > 0;
  }

  /** The network is well again. */
  heal(): void {
    this.#state.isFaulty = false;
  }

  /** Hands over one more word for a record, begun here or elsewhere. */
  async change(type: Changed, name: string, word: string): Promise<void> {
    const base = this.#known.get(name) ?? (await this.#find(type, name));
    const unsent = wordsIn(this.#unsent.get(name) ?? emptyOf(type, name));
    const next = withWords(base ?? saidBy(this.person, emptyOf(type, name)), [...unsent, word]);
    await this.#send(next, base, word);
  }

  /** Hands over one more reply in a thread. */
  async reply(name: string, word: string): Promise<void> {
    await this.outbox.saveAll(saidBy(this.person, replyOf(name, word)));
  }

  /** Sends again what was not taken, as it is on the screen. */
  async again(): Promise<void> {
    for (const { resource, state, derived } of await this.outbox.waiting()) {
      if (state !== 'refused' || derived) continue;
      const type = CHANGED.find((one) => one === resource.resourceType);
      if (type) await this.#send(resource, resource);
      else await this.outbox.save(resource, resource);
    }
  }

  async #send(next: Resource, base: Resource | undefined, child?: string): Promise<void> {
    const parts: readonly Save[] = actOf(next, base, this.world.now(), child);
    const act = parts.map((save) => (save.resource === next ? save : saidBy(this.person, save)));
    this.#unsent.set(nameOf(next), next);
    const results = await this.outbox.saveAll(act);
    this.#unsent.delete(nameOf(next));
    const result = results[act.findIndex(({ resource }) => resource === next)];
    if (result) this.#learn(result, next);
  }

  #learn(result: SaveResult, sent: Resource): void {
    if ('conflict' in result) this.#merge(sent, result.conflict);
    else this.#known.set(nameOf(sent), 'saved' in result ? result.saved : result.queued);
  }

  /**
   * What both said, on what the other one saved: as a widget does for a clean merge. Each version is one of its own, and
   * two tabs that hear of the same conflict say the same.
   */
  #merge(mine: Resource, theirs: Resource): void {
    const words = wordsIn(mine);
    const merged = `merged ${nameOf(theirs)} ${theirs.meta?.versionId ?? ''} ${words.at(-1) ?? ''}`;
    const work = this.#send(withWords(theirs, [...words, merged]), theirs);
    // Read anew at the next change; what was handed over waits in the outbox
    void noted(this.#merging, work).catch(() => this.#known.delete(nameOf(theirs)));
  }

  async #find(type: Changed, name: string): Promise<Resource | undefined> {
    const identifier = `https://alliance-elements.org/test|${name}`;
    const [found] = await this.outbox.search(type, { identifier });
    return found;
  }
}

function noted<Result>(underWay: Set<Promise<unknown>>, work: Promise<Result>): Promise<Result> {
  underWay.add(work);
  const forget = (): void => void underWay.delete(work);
  work.then(forget, forget);
  return work;
}
