import { expect } from '@open-wc/testing';
import type { StoreChange } from '../../src/context/store.js';
import type { QuestionnaireResponse, Resource } from '../../src/fhir/resource.js';
import { createMemoryQueue } from '../../src/store/outbox-queue.js';
import { cutStore, outboxOver, stopOutboxes, until } from '../support/outbox.js';
import { pause, response } from '../suites/store.js';

/*
 * When an outbox tries again, and what becomes of a save that it gives up.
 */

const TYPE = 'QuestionnaireResponse';
const mine = (changes: Partial<QuestionnaireResponse> = {}): QuestionnaireResponse =>
  response({ identifier: { system: 'https://example.org', value: 'one' }, ...changes });

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
    expect(shown?.item).to.deep.equal(response().item);
    expect(shown).to.deep.equal(change.failed);

    const again = await outbox.save({ ...shown, status: 'amended' } as Resource, shown);
    expect(again).to.have.property('saved');
    expect(await outbox.waiting()).to.deep.equal([]);
    const held = (await inner.search(TYPE, {})) as QuestionnaireResponse[];
    expect(held.map(({ status }) => status)).to.deep.equal(['amended']);
    expect(held[0]?.meta?.tag, 'the mark stays on the device').to.equal(undefined);
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
    await pause(100);
    expect(cut.attempts).to.equal(attempts);
    delete cut.reason;
    await outbox.deliver();
    expect(await inner.search(TYPE, {})).to.have.length(1);
  });

  it('not before the server wants to be asked again, however many answers wait', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    Object.assign(cut, { reason: 'offline', retryAfter: 300 });
    const start = performance.now();
    await outbox.save(mine());
    const { attempts } = cut;
    delete cut.reason;
    globalThis.dispatchEvent(new Event('online'));
    expect(await outbox.save(mine({ identifier: { value: 'two' } }))).to.have.key('queued');
    await pause(100);
    expect(cut.attempts).to.equal(attempts);
    await until(async () => (await inner.search(TYPE, {})).length === 2);
    expect(performance.now() - start).to.be.at.least(290);
  });

  it('at once when the network is back', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store, { interval: 60_000 });
    cut.reason = 'offline';
    await outbox.save(mine());
    delete cut.reason;
    globalThis.dispatchEvent(new Event('online'));
    await until(async () => (await inner.search(TYPE, {})).length === 1);
  });
});
