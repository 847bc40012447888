import type { Outbox, SaveResult } from '../../../src/context/store.js';
import type {
  QuestionnaireResponse,
  QuestionnaireResponseItem,
  Resource,
} from '../../../src/fhir/resource.js';
import type { Alone } from '../../../src/store/alone.js';
import { createOutbox } from '../../../src/store/outbox.js';
import type { Queue } from '../../../src/store/outbox-queue.js';
import { browserSurroundings } from '../../../src/store/versions.js';
import { storeOn } from '../../support/fhir-server.js';
import { faultyFetch, type Schedule } from './schedule.js';

const TYPE = 'QuestionnaireResponse';
const SUBJECT = 'Patient/1';

/** Locks as browsers give them: the lock of a page that has died goes to the next. */
export class TabLocks {
  readonly #last = new Map<string, Promise<unknown>>();

  of(died: Promise<void>): Alone {
    return (lane, work) => {
      const before = this.#last.get(lane) ?? Promise.resolve();
      const turn = before.then(work, work);
      this.#last.set(lane, Promise.race([turn, died]));
      return turn;
    };
  }
}

/** What a page has read or sent of one response. */
interface Known {
  readonly response: QuestionnaireResponse;
  readonly base: Resource | undefined;
}

/** One life of the page's code in one tab: it writes answers as a widget does, until it crashes. */
export class Page {
  readonly #state: { isAlive: boolean; isFaulty: boolean } = { isAlive: true, isFaulty: true };
  readonly #known = new Map<string, Known>();
  readonly outbox: Outbox;
  #die: () => void = () => undefined;
  /** What the page has asked of the device: a crash does not call it back. */
  readonly #onDevice = new Set<Promise<unknown>>();
  readonly #onServer = new Set<Promise<unknown>>();
  readonly #stop: () => void;

  constructor(
    base: string,
    queue: Queue,
    locks: TabLocks,
    schedule: Schedule,
    /** An answer that the person has handed over: from here on it must not be lost. */
    private readonly owe: (answer: string) => void,
  ) {
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
        fetch: (...args) => noted(this.#onServer, faulty(...args)),
        timeout: 2000,
        interval: 60_000,
      }),
      {
        ...browserSurroundings,
        queue: {
          all: live(queue.all),
          add: live(async (save) => {
            const entry = await queue.add(save);
            for (const answer of answersIn(save.resource as QuestionnaireResponse)) this.owe(answer);
            return entry;
          }),
          put: live(queue.put),
          remove: live(queue.remove),
          clear: live(queue.clear),
        },
        alone: locks.of(died),
        interval: 5,
      },
    );
    this.#stop = this.outbox.watch(TYPE, { subject: SUBJECT }, (change) => {
      if ('conflict' in change && this.#state.isAlive) void this.#merge(change.mine, change.conflict);
    });
  }

  get isAlive(): boolean {
    return this.#state.isAlive;
  }

  /** Nothing of it acts any more, whatever it was doing. */
  crash(): void {
    this.#state.isAlive = false;
    this.outbox.stop();
    this.#stop();
    this.#die();
  }

  /** Resolves when the device has done what the page had asked of it. */
  async hasEnded(): Promise<void> {
    await Promise.allSettled(this.#onDevice);
  }

  /** It waits for the device or the server, and may go on from what they answer. */
  get isBusy(): boolean {
    return this.#onDevice.size + this.#onServer.size > 0;
  }

  /** The network is well again. */
  heal(): void {
    this.#state.isFaulty = false;
  }

  /** Hands over one more answer to the response of this name, begun here or elsewhere. */
  async answer(name: string, answer: string): Promise<void> {
    const known = this.#known.get(name) ?? (await this.#find(name));
    const response = known?.response ?? empty(name);
    const next = { ...response, item: [...(response.item ?? []), itemOf(answer)] };
    this.#learn(name, await this.outbox.save(next, known?.base), next);
  }

  #learn(name: string, result: SaveResult, sent: QuestionnaireResponse): void {
    if ('conflict' in result) void this.#merge(sent, result.conflict);
    else {
      const held = ('saved' in result ? result.saved : result.queued) as QuestionnaireResponse;
      this.#known.set(name, { response: held, base: held });
    }
  }

  /** What both said, on what the other one saved: as the widget does for a clean merge. */
  async #merge(mine: Resource, theirs: Resource): Promise<void> {
    const [here, there] = [mine, theirs] as QuestionnaireResponse[];
    const known = new Set(there?.item?.map(({ linkId }) => linkId));
    const missing = (here?.item ?? []).filter(({ linkId }) => !known.has(linkId));
    const next = { ...there!, item: [...(there?.item ?? []), ...missing] };
    const name = there?.identifier?.value ?? '';
    try {
      this.#learn(name, await this.outbox.save(next, theirs), next);
    } catch {
      this.#known.delete(name); // read anew at the next answer; what was handed over waits in the outbox
    }
  }

  async #find(name: string): Promise<Known | undefined> {
    const [found] = await this.outbox.search(TYPE, { identifier: `https://example.org|${name}` });
    return found && { response: found as QuestionnaireResponse, base: found };
  }
}

function noted<Result>(underWay: Set<Promise<unknown>>, work: Promise<Result>): Promise<Result> {
  underWay.add(work);
  const forget = (): void => void underWay.delete(work);
  work.then(forget, forget);
  return work;
}

const empty = (name: string): QuestionnaireResponse => ({
  resourceType: TYPE,
  status: 'completed',
  identifier: { system: 'https://example.org', value: name },
  questionnaire: 'https://example.org/q|1',
  subject: { reference: SUBJECT },
  authored: '2026-11-23T10:00:00Z',
});

const itemOf = (answer: string): QuestionnaireResponseItem => ({
  linkId: answer,
  answer: [{ valueString: answer }],
});

export const answersIn = ({ item = [] }: QuestionnaireResponse): readonly string[] =>
  item.flatMap(({ answer = [] }) => answer.map(({ valueString = '' }) => valueString));
