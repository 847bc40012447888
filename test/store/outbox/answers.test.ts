import { expect } from '@open-wc/testing';
import type { Save, SaveResult, StoreChange } from '../../../src/context/store.js';
import type { Resource } from '../../../src/fhir/resource.js';
import { aloneOnPage, type Alone } from '../../../src/store/surroundings.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { createMemoryQueue, type Queue } from '../../../src/store/outbox/queue.js';
import { failureIn } from '../../../src/store/store-error.js';
import { cutStore, outboxOver, stopOutboxes, until } from '../../support/outbox.js';
import { goal, provenance, rating, step, SUBJECT } from '../../support/resources.js';

/*
 * Whoever waits for an act is told what became of each part, whichever walk of whichever page came to it first; and what
 * they cannot be told any more, the watchers are.
 */

const kinds = (results: readonly object[]): readonly string[] =>
  results.map((result) => Object.keys(result)[0] ?? '');
const savedIn = (result: SaveResult | undefined): Resource => (result as { readonly saved: Resource }).saved;
const queuedIn = (result: SaveResult | undefined): Resource =>
  (result as { readonly queued: Resource }).queued;
const changed = (base: Resource, text: string): Resource => ({ ...base, description: { text } }) as Resource;
const textsOf = (found: readonly Resource[]): readonly unknown[] =>
  found.map((one) => (one as { description?: { text?: string } }).description?.text);

/** What an outbox alone tells of goals: its store tells of its own saves too. */
function silent(store: ReturnType<typeof cutStore>['store']) {
  return { ...store, watch: () => () => undefined };
}

/** Locks whose holder the test chooses. */
function turns() {
  const alone = aloneOnPage();
  let first: (() => Promise<void>) | undefined;
  const locks: Alone = async (lane, work) => {
    const before = first;
    first = undefined;
    await before?.();
    return alone(lane, work);
  };
  /** Before the next one that wants a lock gets it. */
  const before = (work: () => Promise<void>): void => void (first = work);
  return { locks, before };
}

afterEach(stopOutboxes);

for (const pages of ['the same page', 'another page'] as const) {
  describe(`a save that a walk of ${pages} comes to first`, () => {
    async function stage() {
      const { store, inner, cut } = cutStore();
      const queue = createMemoryQueue();
      const { locks, before } = turns();
      const outbox = outboxOver(silent(store), { queue, alone: locks, interval: 600_000 });
      const other =
        pages === 'the same page' ? outbox : outboxOver(silent(store), { queue, interval: 600_000 });
      await Promise.all([outbox.deliver(), other.deliver()]);
      const changes: StoreChange[] = [];
      outbox.watch('Goal', { subject: SUBJECT }, (change) => changes.push(change));
      cut.reason = 'offline';
      const first = queuedIn(await outbox.save(goal('g', 'first')));
      delete cut.reason;
      return { inner, cut, queue, outbox, other, before, changes, first };
    }

    it('is answered as saved, and told once', async () => {
      const { inner, outbox, other, before, changes, first } = await stage();
      before(() => other.deliver());
      const result = await outbox.save(changed(first, 'second'), first);
      expect(kinds([result])).to.deep.equal(['saved']);
      const [held] = await inner.search('Goal', {});
      expect(savedIn(result)).to.deep.equal(held);
      expect(textsOf([held!])).to.deep.equal(['second']);
      expect(await outbox.waiting()).to.deep.equal([]);
      const told = changes.flatMap((change) => ('saved' in change ? textsOf([change.saved]) : []));
      expect(told).not.to.contain('second');
    });

    it('is answered as in conflict, and settled by the save that follows', async () => {
      const { inner, outbox, other, before, changes, first } = await stage();
      await outbox.deliver();
      const [base] = await inner.search('Goal', {});
      before(async () => {
        await inner.save(changed(base!, 'theirs'), base);
        await other.deliver();
      });
      const result = await outbox.save(changed(first, 'mine'), first);
      expect(textsOf([(result as { conflict: Resource }).conflict])).to.deep.equal(['theirs']);
      expect(changes.filter((change) => 'conflict' in change)).to.deep.equal([]);
      const theirs = (result as { conflict: Resource }).conflict;
      expect(await outbox.save(changed(theirs, 'both'), theirs)).to.have.property('saved');
      expect(await outbox.waiting()).to.deep.equal([]);
    });

    it('is answered with the reason for which it was refused, and waits no more', async () => {
      const { cut, outbox, other, before, first } = await stage();
      await outbox.deliver();
      before(async () => {
        cut.reason = 'invalid';
        await other.deliver();
        delete cut.reason;
      });
      const error = await outbox.save(changed(first, 'second'), first).catch(failureIn);
      expect(error).to.include({ reason: 'invalid' });
      expect(await outbox.waiting()).to.deep.equal([]);
    });

    it('is answered as taken back where it was', async () => {
      const { inner, outbox, other, before } = await stage();
      before(async () => {
        await other.drop(goal('h'));
      });
      const error = await outbox.save(goal('h')).catch(failureIn);
      expect(error).to.include({ reason: 'refused' });
      await outbox.deliver();
      expect(textsOf(await inner.search('Goal', { identifier: '|h' }))).to.deep.equal([]);
    });

    it('has its act answered whole, also what follows from it', async () => {
      const { outbox, other, before } = await stage();
      before(() => other.deliver());
      const act: Save[] = [
        { resource: goal('h') },
        { resource: rating('r', 'h') },
        { resource: provenance('Goal', 'h'), derived: true },
      ];
      expect(kinds(await outbox.saveAll(act))).to.deep.equal(['saved', 'saved', 'saved']);
    });
  });
}

describe('a part of an act', () => {
  const act = (base?: Resource): Save[] => [
    { resource: base ? changed(base, 'changed') : goal('g'), base },
    { resource: rating('r', 'g') },
    { resource: step('s', 'g') },
  ];

  it('that is in conflict is told by watch too, since no edit waits for it; also after a reload', async () => {
    const { store, inner } = cutStore();
    const queue = createMemoryQueue();
    const outbox = outboxOver(silent(store), { queue, interval: 600_000 });
    const changes: StoreChange[] = [];
    for (const type of ['Goal', 'Observation'])
      outbox.watch(type, { subject: SUBJECT }, (change) => changes.push(change));
    const theirs = savedIn(await inner.save(rating('r', 'g', 4)));
    const results = await outbox.saveAll(act());
    expect(kinds(results)).to.deep.equal(['saved', 'conflict', 'saved']);
    expect(results[1]).to.deep.equal({ conflict: theirs });
    expect(kinds(changes)).to.deep.equal(['conflict']);
    expect(changes[0]).to.deep.include({ conflict: theirs });
    outbox.stop();
    const again: StoreChange[] = [];
    outboxOver(store, { queue }).watch('Observation', { subject: SUBJECT }, (change) => again.push(change));
    await until(() => again.some((change) => 'conflict' in change));
  });

  it('that waits is answered so, and when it has arrived the main part is told again', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(silent(store), { interval: 600_000 });
    const told: (readonly [string, number])[] = [];
    outbox.watch('Goal', { subject: SUBJECT }, (change) => {
      void outbox.waiting().then(({ length }) => told.push([kinds([change])[0]!, length]));
    });
    Object.assign(cut, { reason: 'offline', only: ({ resourceType }: Resource) => resourceType !== 'Goal' });
    const results = await outbox.saveAll(act());
    expect(kinds(results)).to.deep.equal(['saved', 'queued', 'queued']);
    expect(outbox.isLasting).to.equal(false);
    cut.only = ({ resourceType }) => resourceType === 'Task';
    await outbox.deliver();
    await outbox.waiting();
    expect(told, 'the step waits still').to.deep.equal([]);
    // Others go on meanwhile: what is told is what is stored
    const theirs = savedIn(await inner.save(changed(savedIn(results[0]), 'theirs'), savedIn(results[0])));
    const last = new Promise<Resource>((resolve) =>
      outbox.watch('Goal', { subject: SUBJECT }, (change) => {
        if ('saved' in change) resolve(change.saved);
      }),
    );
    delete cut.reason;
    await outbox.deliver();
    expect(await last).to.deep.equal(theirs);
    await until(() => told.length > 0);
    expect(told).to.deep.equal([['saved', 0]]);
    await outbox.deliver();
    await outbox.waiting();
    expect(told, 'once').to.have.length(1);
  });

  it('is safe in a queue that survives the page', () => {
    const queues: readonly Queue[] = [createMemoryQueue(), openDevice('lasting').queue];
    const lasting = queues.map((queue) => outboxOver(cutStore().store, { queue }).isLasting);
    expect(lasting).to.deep.equal([false, true]);
  });
});
