import { expect } from '@open-wc/testing';
import type { Save, SaveResult, StoreChange } from '../../../src/context/store.js';
import type { Resource } from '../../../src/fhir/resource.js';
import { createMemoryQueue } from '../../../src/store/outbox/queue.js';
import { failureIn, StoreError } from '../../../src/store/store-error.js';
import { freshServer, storeOn } from '../../support/fhir-server.js';
import { cutStore, outboxOver, stopOutboxes, until } from '../../support/outbox.js';
import { goal, moment, nameOf, provenance, rating, step, SUBJECT, to } from '../../support/resources.js';

/*
 * Acts of several resources, and resources that refer to what is not delivered yet.
 */

const kindOf = (result: SaveResult | undefined): string => Object.keys(result ?? {})[0] ?? '';
const kinds = (results: readonly SaveResult[]): readonly string[] => results.map(kindOf);
const queuedIn = (result: SaveResult | undefined): Resource =>
  (result as { readonly queued: Resource }).queued;
const savedIn = (result: SaveResult | undefined): Resource => (result as { readonly saved: Resource }).saved;
const acts = (...resources: readonly Resource[]): Save[] => resources.map((resource) => ({ resource }));
const namesOf = (found: readonly object[]): readonly string[] => found.map(nameOf).sort();

afterEach(stopOutboxes);

describe('an act of several resources', () => {
  it('is delivered in the order in which its parts depend on each other, and answered in its own', async () => {
    const { store, inner } = cutStore();
    const outbox = outboxOver(store);
    const results = await outbox.saveAll(acts(rating('r', 'g'), step('s', 'g'), goal('g')));
    expect(kinds(results)).to.deep.equal(['saved', 'saved', 'saved']);
    expect(results.map((result) => nameOf(savedIn(result)))).to.deep.equal(['r', 's', 'g']);
    const [held] = await inner.search('Goal', {});
    const reference = { ...to('Goal', 'g'), reference: `Goal/${held!.id!}` };
    expect(savedIn(results[0])).to.have.deep.property('focus', [reference]);
    expect(savedIn(results[1])).to.have.deep.property('focus', reference);
    expect(await outbox.waiting()).to.deep.equal([]);
  });

  it('is written down in one step, and delivered later as it was meant', async () => {
    const { store, inner, cut } = cutStore();
    const queue = createMemoryQueue();
    const steps: number[] = [];
    const counted = {
      ...queue,
      add: (saves: Parameters<typeof queue.add>[0]) => {
        steps.push(saves.length);
        return queue.add(saves);
      },
    };
    const outbox = outboxOver(store, { queue: counted });
    cut.reason = 'offline';
    const results = await outbox.saveAll(acts(moment('reply', 'm'), step('reminder', 'g'), moment('m')));
    expect(kinds(results)).to.deep.equal(['queued', 'queued', 'queued']);
    expect(steps).to.deep.equal([3]);
    delete cut.reason;
    await outbox.deliver();
    const [first, reply] = [await inner.search('Communication', {}), await inner.search('Task', {})];
    expect(namesOf(first)).to.deep.equal(['m', 'reply']);
    expect(namesOf(reply)).to.deep.equal(['reminder']);
  });

  it('is refused where its parts depend on each other in a circle', async () => {
    const { store, inner } = cutStore();
    const outbox = outboxOver(store);
    const error = await outbox
      .saveAll(acts(moment('one', 'other'), moment('other', 'one')))
      .catch((cause: unknown) => failureIn(cause));
    expect(error).to.include({ reason: 'invalid' });
    expect(await outbox.waiting()).to.deep.equal([]);
    expect(await inner.search('Communication', {})).to.deep.equal([]);
  });

  it('is refused where nobody knows whose a part is', async () => {
    const outbox = outboxOver(cutStore().store);
    const { subject, ...nobodys } = goal('g');
    const error = await outbox.saveAll([{ resource: nobodys }]).catch(failureIn);
    expect(error).to.include({ reason: 'invalid' });
  });

  it('that must not wait is sent now, or not at all', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    const late = { late: false };
    expect(kinds(await outbox.saveAll(acts(rating('r', 'g'), goal('g')), late))).to.deep.equal([
      'saved',
      'saved',
    ]);
    const [held] = await inner.search('Observation', {});
    expect((held as { focus?: { reference?: string }[] }).focus?.[0]?.reference).to.match(/^Goal\//);

    cut.reason = 'offline';
    const away = await outbox.saveAll(acts(moment('m')), late).catch(failureIn);
    expect(away).to.include({ reason: 'offline' });
    expect(await outbox.waiting()).to.deep.equal([]);

    await outbox.save(moment('waits'));
    delete cut.reason;
    const { attempts } = cut;
    const needs = await outbox.saveAll(acts(moment('reply', 'waits')), late).catch(failureIn);
    expect(needs).to.include({ reason: 'offline' });
    expect(cut.attempts, 'nothing was sent').to.equal(attempts);
  });

  it('keeps nothing of it where its main part is refused to the person who waits for it', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    Object.assign(cut, { reason: 'refused', only: ({ resourceType }: Resource) => resourceType === 'Goal' });
    const act = [...acts(goal('g'), rating('r', 'g')), { resource: provenance('Goal', 'g'), derived: true }];
    const error = await outbox.saveAll(act).catch(failureIn);
    expect(error).to.include({ reason: 'refused' });
    expect(await outbox.waiting()).to.deep.equal([]);
    expect(await inner.search('Observation', {})).to.deep.equal([]);
  });
});

describe('what refers to something that waits', () => {
  it('waits with it, is all of it read meanwhile, and is delivered after it with both names of it', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    cut.reason = 'offline';
    await outbox.save(goal('g'));
    for (const name of ['r1', 'r2', 'r3']) await outbox.save(rating(name, 'g'));
    const read = await outbox.search('Observation', { subject: SUBJECT });
    expect(namesOf(read)).to.deep.equal(['r1', 'r2', 'r3']);
    for (const one of read) {
      expect(outbox.standingOf(one)).to.deep.equal({ state: 'waiting' });
      expect(one.meta, 'as it is').to.equal(undefined);
    }
    delete cut.reason;
    await outbox.deliver();
    const [held] = await inner.search('Goal', {});
    const delivered = await inner.search('Observation', {});
    expect(namesOf(delivered)).to.deep.equal(['r1', 'r2', 'r3']);
    for (const one of delivered)
      expect(one).to.have.deep.property('focus', [{ ...to('Goal', 'g'), reference: `Goal/${held!.id!}` }]);
    expect(outbox.standingOf((await outbox.search('Observation', {}))[0]!)).to.equal(undefined);
  });

  it('says where that is also where another page delivered it meanwhile', async () => {
    const server = storeOn(freshServer());
    await server.save(goal('g'));
    const result = await outboxOver(server).save(rating('r', 'g'));
    expect(savedIn(result))
      .to.have.nested.property('focus[0].reference')
      .that.matches(/^Goal\//);
  });

  it('is sent with its identifier alone where the store cannot be asked for that', async () => {
    const { store, inner } = cutStore();
    const search = (): Promise<never> => Promise.reject(new StoreError('refused', 'no searching here'));
    const result = await outboxOver({ ...store, search }).save(rating('r', 'g'));
    expect(savedIn(result)).to.have.deep.property('focus', [to('Goal', 'g')]);
    expect(await inner.search('Observation', {})).to.have.length(1);
  });

  it('is held while a person must decide about that, told so, and delivered when they have', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store, { interval: 600_000 });
    const base = savedIn(await outbox.save(goal('g')));
    const changes: StoreChange[] = [];
    for (const type of ['Goal', 'Observation'])
      outbox.watch(type, { subject: SUBJECT }, (change) => changes.push(change));
    cut.reason = 'offline';
    await outbox.save({ ...base, description: { text: 'mine' } } as Resource, base);
    await outbox.save(rating('r', 'g'));
    await inner.save({ ...base, description: { text: 'theirs' } } as Resource, base);
    delete cut.reason;
    await outbox.deliver();
    expect(await inner.search('Observation', {}), 'not sent on its own').to.deep.equal([]);
    const told = changes.find((change) => 'failed' in change)!;
    expect(told).to.include({ reason: 'held' });
    expect(nameOf(told.failed)).to.equal('r');
    const held = { state: 'waiting', reason: 'held' };
    expect(outbox.standingOf(told.failed)).to.deep.equal(held);
    const [read] = await outbox.search('Observation', {});
    expect(outbox.standingOf(read!)).to.deep.equal(held);
    const another = await outbox.save(rating('r2', 'g'));
    expect(outbox.standingOf(queuedIn(another))).to.deep.equal(held);

    const late = changes.find((change) => 'conflict' in change)!;
    expect(outbox.standingOf(late.mine)).to.deep.equal({ state: 'conflict' });
    await outbox.save({ ...late.mine, description: { text: 'both' } } as Resource, late.conflict);
    await until(async () => (await inner.search('Observation', {})).length === 2);
    await until(async () => (await outbox.waiting()).length === 0);
  });

  for (const state of ['refused', 'expired'] as const) {
    it(`is held where that is ${state}, and delivered when it was sent again`, async () => {
      const { store, inner, cut } = cutStore();
      let time = Date.parse('2026-01-01T00:00:00Z');
      const outbox = outboxOver(store, { now: () => new Date(time) });
      const changes: StoreChange[] = [];
      outbox.watch('Observation', { subject: SUBJECT }, (change) => changes.push(change));
      cut.reason = 'offline';
      await outbox.save(goal('g'));
      if (state === 'expired') {
        time += 40 * 86_400_000;
        delete cut.reason;
      } else {
        cut.reason = 'refused';
        cut.only = ({ resourceType }) => resourceType === 'Goal';
      }
      await outbox.saveAll(acts(rating('r', 'g')));
      await until(async () => (await outbox.waiting()).some((waiting) => waiting.state === state));
      expect(await inner.search('Observation', {})).to.deep.equal([]);
      const [read] = await outbox.search('Observation', {});
      expect(outbox.standingOf(read!)).to.deep.equal({ state: 'waiting', reason: 'held' });
      delete cut.reason;
      const [again] = await outbox.search('Goal', {});
      await outbox.save(again!, again);
      await until(async () => (await inner.search('Observation', {})).length === 1);
      await until(async () => (await outbox.waiting()).length === 0);
    });
  }

  it('is never held up by what it does not refer to', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    cut.reason = 'offline';
    await outbox.saveAll(acts(goal('g'), rating('r', 'g')));
    await outbox.saveAll(acts(goal('h'), rating('q', 'h')));
    cut.reason = 'refused';
    cut.only = (resource) => nameOf(resource) === 'g';
    await outbox.deliver();
    expect(namesOf(await inner.search('Observation', {}))).to.deep.equal(['q']);
  });
});

describe('changes to what waits', () => {
  it('take its place where the store refuses it: they say all that it says', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    cut.reason = 'offline';
    const first = queuedIn(await outbox.save(goal('g', 'once')));
    await outbox.save({ ...first, description: { text: 'twice' } } as Resource, first);
    cut.reason = 'refused';
    cut.only = (resource) => (resource as { description?: { text?: string } }).description?.text === 'once';
    await outbox.deliver();
    expect(await outbox.waiting()).to.deep.equal([]);
    const [held] = await inner.search('Goal', {});
    expect(held).to.have.deep.property('description', { text: 'twice' });
  });

  it('meet a conflict with the version that was edited first, so that nothing of either is lost', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    const base = savedIn(await outbox.save(goal('g')));
    const changes: StoreChange[] = [];
    outbox.watch('Goal', { subject: SUBJECT }, (change) => changes.push(change));
    cut.reason = 'offline';
    const first = queuedIn(await outbox.save({ ...base, description: { text: 'once' } } as Resource, base));
    await outbox.save({ ...first, note: [{ text: 'more' }] } as Resource, first);
    await inner.save({ ...base, description: { text: 'theirs' } } as Resource, base);
    delete cut.reason;
    await outbox.deliver();
    const conflicts = changes.filter((change) => 'conflict' in change);
    expect(conflicts, 'asked once').to.have.length(1);
    expect(conflicts[0]?.base).to.deep.equal(base);
    expect(conflicts[0]?.mine).to.deep.include({ description: { text: 'once' }, note: [{ text: 'more' }] });
    expect((await outbox.waiting()).map(({ state }) => state)).to.deep.equal(['conflict']);
  });
});
