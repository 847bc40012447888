import { expect } from '@open-wc/testing';
import type { Outbox } from '../../../src/context/store.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { WaitingCount } from '../../../src/elements/alliance-provider/waiting-count.js';
import { createMemoryQueue, type Queue } from '../../../src/store/outbox/queue.js';
import { cutStore, outboxOver, stopOutboxes, until } from '../../support/outbox.js';
import { goal, rating } from '../../support/resources.js';
import { countRows, rowsReadBy, stopCounting } from '../../support/rows-read.js';

/*
 * What waits is read as often for each delivery, however much of it there is.
 */

let given = 0;

/** Counts the rows that a queue in memory gives. */
function countedInMemory(): Queue {
  const queue = createMemoryQueue();
  const counted =
    <Asked extends unknown[], Rows extends { length: number }>(ask: (...asked: Asked) => Promise<Rows>) =>
    async (...asked: Asked): Promise<Rows> => {
      const rows = await ask(...asked);
      given += rows.length;
      return rows;
    };
  const { all, lane, of, about } = queue;
  return { ...queue, all: counted(all), lane: counted(lane), of: counted(of), about: counted(about) };
}

const queues = {
  'in memory': {
    open: () => Promise.resolve(countedInMemory()),
    readBy: async (work: () => Promise<unknown>) => {
      const before = given;
      await work();
      return given - before;
    },
  },
  'on the device': {
    async open() {
      const { queue } = openDevice('growth');
      await queue.clear();
      return queue;
    },
    readBy: rowsReadBy,
  },
};

const present = () => ({ subject: 'Patient/1', author: undefined });
const other = () => ({ subject: 'Patient/2', author: undefined });

interface Page {
  readonly outbox: Outbox;
  readonly cut: ReturnType<typeof cutStore>['cut'];
  /** As its provider tells it. */
  readonly counts: () => Readonly<Record<string, number>>;
}

/** A page with goals, of which each has a rating, that wait; and one watched list of each type. */
async function pageWith(waiting: number, queue: Queue): Promise<Page> {
  const { store, cut } = cutStore();
  const outbox = outboxOver(store, { interval: 600_000, queue, present });
  let counts: Readonly<Record<string, number>> = {};
  new WaitingCount((told) => (counts = told)).follow(outbox, 'Patient/1');
  for (const type of ['Goal', 'Observation']) outbox.watch(type, { subject: 'Patient/1' }, () => undefined);
  cut.reason = 'offline';
  for (let at = 0; at < waiting; at += 1)
    await outbox.saveAll([{ resource: goal(`g${at}`) }, { resource: rating(`r${at}`, `g${at}`) }]);
  return { outbox, cut, counts: () => counts };
}

describe('the rows of an outbox that are read', () => {
  before(countRows);
  after(stopCounting);
  afterEach(stopOutboxes);

  for (const [where, { open, readBy }] of Object.entries(queues)) {
    describe(where, () => {
      /** Rows read for each act that is written down, for one that is sent, and for each that is delivered later. */
      async function costsWith(waiting: number) {
        const queue = await open();
        let page: Page | undefined;
        const written = await readBy(async () => (page = await pageWith(waiting, queue)));
        const { outbox, cut, counts } = page!;
        await until(() => counts()['Observation'] === waiting, 'all are counted');
        delete cut.reason;
        const sent = await readBy(() => outbox.save(goal('another')));
        const delivered = await readBy(async () => {
          await outbox.deliver();
          await until(() => Object.keys(counts()).length === 0, 'nothing is counted');
        });
        expect(await outbox.waiting()).to.deep.equal([]);
        return { written: written / waiting, sent, delivered: delivered / waiting };
      }

      it('are no more for each delivery where more waits', async () => {
        const [few, many] = [await costsWith(20), await costsWith(100)];
        expect(many.written, 'an act that is written down').to.be.at.most(few.written);
        expect(many.sent, 'a save that a person waits for').to.equal(few.sent);
        expect(many.delivered, 'an act that is delivered later').to.be.at.most(few.delivered);
        expect(Math.max(many.written, many.delivered), JSON.stringify(many)).to.be.at.most(8);
      });

      it('are none where what waits is counted, in however many tabs and however often', async () => {
        const queue = await open();
        const [mine, theirs] = ['growth of counts', 'growth of counts'].map(
          (name) => new BroadcastChannel(name),
        );
        const { store, cut } = cutStore();
        cut.reason = 'offline';
        const here = outboxOver(store, { interval: 600_000, queue, channel: mine, present });
        const there = outboxOver(store, { interval: 600_000, queue, channel: theirs, present });
        let counts = {};
        const counting = new WaitingCount((told) => (counts = told));
        counting.follow(there, 'Patient/1');
        const saves = Array.from({ length: 40 }, (_, at) => ({ resource: goal(`g${at}`) }));
        await here.saveAll(saves);
        const rows = await readBy(async () => {
          for (let at = 0; at < 200; at += 1) mine!.postMessage('changed');
          await until(() => 'Goal' in counts, 'it is counted');
        });
        expect(counts).to.deep.equal({ Goal: 40 });
        expect(rows).to.equal(0);
        counting.follow(undefined, undefined);
        for (const channel of [mine, theirs]) channel!.close();
      });

      it('are counted once and once again where much changes in one turn', async () => {
        const queue = await open();
        await pageWith(1, queue);
        const channel = new EventTarget() as BroadcastChannel; // on which nobody else says anything
        let asked = 0;
        const there = outboxOver(cutStore().store, {
          ...{ interval: 600_000, channel, present },
          queue: { ...queue, count: (person: string) => ((asked += 1), queue.count(person)) },
        });
        let counts = {};
        const counting = new WaitingCount((told) => (counts = told));
        counting.follow(there, 'Patient/1');
        await until(() => 'Goal' in counts, 'it is counted');
        expect(asked).to.equal(1);
        for (let at = 0; at < 200; at += 1) channel.dispatchEvent(new Event('message'));
        await until(() => asked === 3, 'it is counted again');
        await queue.count('Patient/1'); // by then a third would have been asked for
        await there.waiting();
        expect(asked).to.equal(3);
        counting.follow(undefined, undefined);
      });

      it('are those of the one person who is asked about', async () => {
        const queue = await open();
        const { outbox, cut } = await pageWith(1, queue);
        const others = Array.from({ length: 50 }, (_, at) => ({
          resource: { ...goal(`other ${at}`), subject: { reference: 'Patient/2' } },
        }));
        await outbox.saveAll(others);
        cut.reason = 'offline';
        for (const ask of [
          () => outbox.search('Goal', { subject: 'Patient/1' }),
          () => outbox.search('Goal', {}),
          () => outbox.waiting(),
          () => outbox.waiting('https://fhir.example.org/Patient/1/_history/2'),
          () => outbox.read('Goal', 'none').catch(() => undefined),
        ])
          expect(await readBy(ask), ask.toString()).to.equal(2);
      });

      it('are those in conflict, and what waits of the same, where somebody begins to watch', async () => {
        const queue = await open();
        const { outbox } = await pageWith(30, queue);
        const rows = await queue.all();
        await queue.change([{ ...rows[0]!, state: 'conflict' }]);
        outbox.stop();
        const { store, cut } = cutStore();
        const again = outboxOver(store, { interval: 600_000, queue, present: other });
        await again.deliver();
        const read = await readBy(async () => {
          again.watch('Goal', { subject: 'Patient/1' }, () => undefined);
          await until(() => cut.attempts > 0, 'the store is asked what it holds');
        });
        expect(read).to.equal(2);
      });
    });
  }
});
