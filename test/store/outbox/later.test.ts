import { expect } from '@open-wc/testing';
import type { StoreChange } from '../../../src/context/store.js';
import type { QuestionnaireResponse, Resource } from '../../../src/fhir/resource.js';
import { createMemoryQueue } from '../../../src/store/outbox/queue.js';
import { OutboxTimer } from '../../../src/store/outbox/timer.js';
import { StoreError } from '../../../src/store/store-error.js';
import { cutStore, outboxOver, stopOutboxes, until } from '../../support/outbox.js';
import { answers } from '../../support/resources.js';
import { answering } from '../../support/scripted-server.js';

/*
 * When an outbox tries again, and what becomes of a save that it gives up.
 */

const TYPE = 'QuestionnaireResponse';
const DAY = 86_400_000;
const mine = (): QuestionnaireResponse => answers('one');

afterEach(stopOutboxes);

describe('an outbox that gives a save up', () => {
  it('tells so, keeps and shows it, and is done when the person has sent it again', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    const seen: StoreChange[] = [];
    outbox.watch(TYPE, { subject: 'Patient/1' }, (change) => seen.push(change));
    cut.reason = 'offline';
    await outbox.save(mine());
    cut.reason = 'refused';
    await outbox.deliver();
    const [kept] = await outbox.waiting();
    expect(kept).to.include({ state: 'refused', reason: 'refused' });
    const change = seen.find((one) => 'failed' in one)!;
    expect(change.reason).to.equal('refused');

    delete cut.reason;
    await outbox.deliver();
    expect(await inner.search(TYPE, {}), 'not sent without the person').to.deep.equal([]);
    const [shown] = (await outbox.search(TYPE, { subject: 'Patient/1' })) as QuestionnaireResponse[];
    expect(shown?.item).to.deep.equal(mine().item);
    expect(shown).to.deep.equal(change.failed);
    const standing = { state: 'refused', reason: 'refused' };
    expect([outbox.standingOf(shown!), outbox.standingOf(change.failed)]).to.deep.equal([standing, standing]);

    const again = await outbox.save({ ...shown, status: 'amended' } as Resource, shown);
    expect(again).to.have.property('saved');
    expect(await outbox.waiting()).to.deep.equal([]);
    const held = (await inner.search(TYPE, {})) as QuestionnaireResponse[];
    expect(held.map(({ status }) => status)).to.deep.equal(['amended']);
  });

  it('saves what is sent again on the version that was edited', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    const first = await outbox.save(mine());
    const base = 'saved' in first ? first.saved : undefined;
    cut.reason = 'offline';
    await outbox.save({ ...base, status: 'amended' } as Resource, base);
    cut.reason = 'invalid';
    await outbox.deliver();
    delete cut.reason;
    const [shown] = await outbox.search(TYPE, {});
    await outbox.save({ ...shown, status: 'entered-in-error' } as Resource, shown);
    const versions = (await inner.history(TYPE, base!.id!)) as QuestionnaireResponse[];
    expect(versions.map(({ status }) => status)).to.deep.equal(['entered-in-error', 'completed']);
  });

  it('because it is too old says so, and does not drop it', async () => {
    const { store, inner, cut } = cutStore();
    const queue = createMemoryQueue();
    const before = outboxOver(store, { queue, now: () => new Date('2026-01-01T00:00:00Z') });
    cut.reason = 'offline';
    await before.save(mine());
    before.stop();
    delete cut.reason;
    const outbox = outboxOver(store, { queue, now: () => new Date('2026-03-01T00:00:00Z') });
    await outbox.deliver();
    expect((await outbox.waiting()).map(({ state }) => state)).to.deep.equal(['expired']);
    expect(await inner.search(TYPE, {})).to.deep.equal([]);
    const [shown] = await outbox.search(TYPE, {});
    expect(await outbox.save(shown!, shown)).to.have.property('saved');
    expect(await outbox.waiting()).to.deep.equal([]);
  });
});

describe('an outbox that tries again', () => {
  it('asks nothing after "sign in" until the portal says so', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    cut.reason = 'unauthorized';
    await outbox.save(mine());
    const { attempts } = cut;
    globalThis.dispatchEvent(new Event('online'));
    await outbox.waiting(); // what the event set off has come to its first question by now
    expect(cut.attempts).to.equal(attempts);
    delete cut.reason;
    await outbox.deliver();
    expect(await inner.search(TYPE, {})).to.have.length(1);
  });

  it('not before the server wants to be asked again, however many answers wait', async () => {
    const { store, inner, cut } = cutStore();
    let time = Date.parse('2026-11-23T10:00:00Z');
    const outbox = outboxOver(store, { now: () => new Date(time) });
    Object.assign(cut, { reason: 'offline', retryAfter: 60_000 });
    await outbox.save(mine());
    const { attempts } = cut;
    delete cut.reason;
    globalThis.dispatchEvent(new Event('online'));
    expect(await outbox.save(answers('two'))).to.have.key('queued');
    expect(cut.attempts).to.equal(attempts);
    time += 60_000;
    globalThis.dispatchEvent(new Event('online'));
    await until(async () => (await inner.search(TYPE, {})).length === 2);
  });

  it('sets no timer that a browser would fire at once, however long the server wants to be left alone', () => {
    const delays: unknown[] = [];
    const { setTimeout: real } = globalThis;
    globalThis.setTimeout = ((_work: unknown, delay: unknown) => delays.push(delay)) as never;
    const clock = { now: 400 * DAY };
    const timer = new OutboxTimer({ now: () => new Date(clock.now), interval: 5 }, () => undefined);
    try {
      // A day at most; and what a portal's own store says may be no number
      for (const retryAfter of [31 * DAY, 365 * DAY, Infinity, NaN, '60' as never]) {
        timer.failed(new StoreError('offline', 'busy', { retryAfter }));
        timer.schedule();
      }
      timer.failed(new StoreError('offline', 'busy', { retryAfter: DAY }));
      clock.now -= 399 * DAY;
      timer.schedule();
      expect(timer.isTooEarly, 'a clock that was set back').to.equal(false);
    } finally {
      globalThis.setTimeout = real;
      timer.stop();
    }
    expect(delays).to.deep.equal([DAY, DAY, 40, 80, 160, DAY]);
  });

  for (const header of [String(31 * 86_400), new Date(Date.now() + 31 * DAY).toUTCString(), '1e9', '-5']) {
    it(`reads the queue a few times where the server says Retry-After: ${header}`, async () => {
      const memory = createMemoryQueue();
      let reads = 0;
      const queue = { ...memory, all: () => ((reads += 1), memory.all()) };
      const headers = { 'Retry-After': header };
      const { store } = answering(() => new Response(null, { status: 503, headers }));
      const outbox = outboxOver(store, { queue, interval: 600_000 });
      expect(await outbox.save(mine())).to.have.property('queued');
      const before = reads;
      // What a timer of too many milliseconds would do has been done many times by then
      for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setTimeout(resolve));
      expect(reads - before).to.be.below(5);
    });
  }

  it('at once when the network is back', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store, { interval: 60_000 });
    cut.reason = 'offline';
    await outbox.save(mine());
    delete cut.reason;
    globalThis.dispatchEvent(new Event('online'));
    await until(async () => (await inner.search(TYPE, {})).length === 1);
  });

  it('tells what was left to decide, also where the page was opened while the store could not be asked', async () => {
    const { store, inner, cut } = cutStore();
    const queue = createMemoryQueue();
    const before = outboxOver(store, { queue });
    const first = await before.save(mine());
    const base = 'saved' in first ? first.saved : undefined;
    cut.reason = 'offline';
    await before.save({ ...base, status: 'amended' } as Resource, base);
    await inner.save({ ...base, status: 'stopped' } as Resource, base);
    delete cut.reason;
    await before.deliver();
    before.stop();

    Object.assign(cut, { reason: 'offline', attempts: 0 });
    const outbox = outboxOver(store, { queue });
    const told: StoreChange[] = [];
    const stop = outbox.watch(TYPE, { subject: 'Patient/1' }, (change) => told.push(change));
    await until(() => cut.attempts > 1, 'it is asked again');
    expect(told).to.deep.equal([]);
    delete cut.reason;
    const change = await until(() => told.find((one) => 'conflict' in one), 'the conflict');
    expect(change.mine).to.include({ status: 'amended' });
    await outbox.deliver();
    expect(told.filter((one) => 'conflict' in one).length, 'told once').to.equal(1);
    stop();
  });
});
