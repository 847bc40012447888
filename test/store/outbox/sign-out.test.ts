import { expect } from '@open-wc/testing';
import type { AllianceStore, Save, StoreChange } from '../../../src/context/store.js';
import type { Resource } from '../../../src/fhir/resource.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { createMemoryQueue, type Queue } from '../../../src/store/outbox/queue.js';
import { failureIn } from '../../../src/store/store-error.js';
import { cutStore, outboxOver, stopOutboxes } from '../../support/outbox.js';
import { answers, goal, provenance, score, SUBJECT } from '../../support/resources.js';

/*
 * A person signs out while something of theirs is being saved: at each point at which it waits for the queue or the store.
 */

const TYPES = ['QuestionnaireResponse', 'Observation', 'Provenance'];
const act: readonly Save[] = [
  { resource: answers('one') },
  { resource: score('one', 4), derived: true },
  { resource: provenance('QuestionnaireResponse', 'one'), derived: true },
];

/** Something happens at one of the points at which a step waits, counted from zero. */
class Points {
  passed = 0;
  at = -1;
  happens: () => Promise<void> = () => Promise.resolve();

  /** A store begins at once what it is asked to do: its answer is late. */
  readonly answer =
    <Given extends unknown[], Answer>(work: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      const answer = await work(...given);
      await this.#pass();
      return answer;
    };

  readonly step =
    <Given extends unknown[], Answer>(work: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      await this.#pass();
      return this.answer(work)(...given);
    };

  async #pass(): Promise<void> {
    const here = this.passed;
    this.passed += 1;
    if (here === this.at) await this.happens();
  }
}

const stepwise = (store: AllianceStore, { answer }: Points): AllianceStore => ({
  ...store,
  read: answer(store.read),
  search: answer(store.search),
  save: answer(store.save),
  history: answer(store.history),
});

const queueStepwise = (queue: Queue, { step }: Points): Queue => ({
  ...queue,
  all: step(queue.all),
  lane: step(queue.lane),
  of: step(queue.of),
  add: step(queue.add),
  change: step(queue.change),
});

const queues: readonly (readonly [string, () => Queue])[] = [
  ['in memory', createMemoryQueue],
  ['on the device', () => openDevice('signing out').queue],
];

afterEach(stopOutboxes);

for (const [name, make] of queues) {
  describe(`a sign-out while an act is saved, with a queue ${name}`, () => {
    /** What is left of an act where its person signs out at a point; at none of them where it is -1. */
    async function signOutAt(point: number, late: boolean) {
      const { inner } = cutStore();
      const queue = make();
      await queue.clear();
      const points = new Points();
      const outbox = outboxOver(stepwise(inner, points), {
        queue: queueStepwise(queue, points),
        interval: 600_000,
      });
      await outbox.deliver(); // it has looked for what waits
      const changes: StoreChange[] = [];
      for (const type of TYPES) outbox.watch(type, {}, (change) => changes.push(change));
      Object.assign(points, { passed: 0, at: point, happens: () => outbox.clear(SUBJECT) });
      const error = await outbox.saveAll(act, { late }).then(() => undefined, failureIn);
      const { passed } = points;
      await outbox.deliver();
      const held = await Promise.all(TYPES.map((type) => inner.search(type, {})));
      return { error, passed, held: held.flat(), rows: await queue.all(), changes };
    }

    for (const late of [true, false]) {
      it(`leaves nothing and says so, ${late ? 'wherever it was' : 'also where nothing may wait'}`, async () => {
        const whole = await signOutAt(-1, late);
        expect(whole.error).to.equal(undefined);
        expect(whole.held).to.have.length(3);
        for (let point = 0; point < whole.passed; point += 1) {
          const { error, held, rows, changes } = await signOutAt(point, late);
          const where = `at ${String(point)} of ${String(whole.passed)}`;
          expect(error, where).to.include({ reason: 'refused' });
          expect(error?.message, where).to.contain('given up at sign-out');
          expect(held, `${where}, in the store`).to.deep.equal([]);
          expect(rows, `${where}, in the queue`).to.deep.equal([]);
          const after = changes.slice(changes.findIndex((change) => 'cleared' in change));
          expect(after.flatMap(Object.keys), `${where}, told since`).to.deep.equal(
            TYPES.map(() => 'cleared'),
          );
        }
      });
    }

    it('leaves nothing where it comes at once', async () => {
      const queue = make();
      await queue.clear();
      const inner = createMemoryStore();
      const outbox = outboxOver(inner, { queue, interval: 600_000 });
      const saving = outbox.saveAll([{ resource: answers('one') }]).catch(failureIn);
      await outbox.clear(SUBJECT);
      expect(await saving).to.include({ reason: 'refused' });
      expect(await inner.search('QuestionnaireResponse', {})).to.deep.equal([]);
      expect(await queue.all()).to.deep.equal([]);
    });
  });
}

describe('a sign-out of one person', () => {
  it('does not end what is saved of another', async () => {
    const points = new Points();
    const inner = createMemoryStore();
    const outbox = outboxOver(stepwise(inner, points), { interval: 600_000 });
    await outbox.deliver();
    Object.assign(points, { passed: 0, at: 0, happens: () => outbox.clear(SUBJECT) });
    const others = { ...goal('g'), subject: { reference: 'Patient/2' } } as Resource;
    expect(await outbox.save(others)).to.have.property('saved');
    expect(points.passed).to.be.greaterThan(0);
  });

  it('does not end the waiting of another', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store, { interval: 600_000 });
    cut.reason = 'offline';
    await outbox.save(goal('mine'));
    await outbox.save({ ...goal('others'), subject: { reference: 'Patient/2' } } as Resource);
    delete cut.reason;
    const delivering = outbox.deliver();
    await outbox.clear(SUBJECT);
    await delivering;
    expect(await inner.search('Goal', { subject: 'Patient/2' })).to.have.length(1);
    expect(await inner.search('Goal', { subject: SUBJECT })).to.deep.equal([]);
  });
});
