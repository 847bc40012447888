import { expect } from '@open-wc/testing';
import type { Save, SaveResult, StoreChange, Waiting } from '../../../src/context/store.js';
import type { QuestionnaireResponse, Resource } from '../../../src/fhir/resource.js';
import { createMemoryQueue } from '../../../src/store/outbox/queue.js';
import { StoreError } from '../../../src/store/store-error.js';
import { freshServer, storeOn } from '../../support/fhir-server.js';
import { cutStore, outboxOver, stopOutboxes } from '../../support/outbox.js';
import {
  answers,
  goal,
  moment,
  nameOf,
  provenance,
  rating,
  score,
  step,
  SUBJECT,
} from '../../support/resources.js';

/*
 * What follows from a save (scores, who gave it) goes with it; and what waits can be taken back.
 */

const savedIn = (result: SaveResult | undefined): Resource => (result as { readonly saved: Resource }).saved;
const queuedIn = (result: SaveResult | undefined): Resource =>
  (result as { readonly queued: Resource }).queued;

/** A response with its score and who gave it. */
const given = (text: string, base?: Resource, minute = '00'): Save[] => [
  { resource: { ...base, ...answers('one', text) }, base },
  { resource: score('one', text.length, `2026-11-23T10:${minute}:00Z`), derived: true },
  { resource: provenance('QuestionnaireResponse', 'one', text), derived: true },
];

const texts = (found: readonly Resource[]): readonly unknown[] =>
  (found as QuestionnaireResponse[]).map(({ item }) => item?.[0]?.answer?.[0]?.valueString);
const values = (found: readonly Resource[]): readonly unknown[] =>
  (found as unknown as { valueQuantity?: { value?: number } }[]).map(
    ({ valueQuantity }) => valueQuantity?.value,
  );

interface About {
  readonly target?: readonly { readonly reference?: string }[];
  readonly activity?: { readonly text?: string };
}
const told = (found: readonly Resource[]): readonly string[] =>
  (found as unknown as About[])
    .map(({ target, activity }) => `${target?.[0]?.reference ?? ''} ${activity?.text ?? ''}`)
    .sort();

afterEach(stopOutboxes);

describe('what follows from a save', () => {
  it('is delivered with it, about the version that was sent', async () => {
    const { store, inner } = cutStore();
    const outbox = outboxOver(store);
    const results = await outbox.saveAll(given('first'));
    expect(results.map((result) => Object.keys(result)[0])).to.deep.equal(['saved', 'saved', 'saved']);
    const { id = '', meta } = savedIn(results[0]);
    const [held] = await inner.search('Provenance', { target: `QuestionnaireResponse/${id}` });
    expect(held).to.have.nested.property(
      'target[0].reference',
      `QuestionnaireResponse/${id}/_history/${meta?.versionId ?? ''}`,
    );
    expect(held).to.have.property('recorded').that.equals(meta?.lastUpdated?.replace(/\.\d+/, ''));
  });

  it('is delivered later by another page, to a server, each version with its own', async () => {
    const base = freshServer();
    const away = { isAway: false };
    const store = storeOn(base, {
      fetch: (...args) => (away.isAway ? Promise.reject(new TypeError('away')) : fetch(...args)),
    });
    const queue = createMemoryQueue();
    const before = outboxOver(store, { queue, interval: 600_000 });
    away.isAway = true;
    const first = queuedIn((await before.saveAll(given('first')))[0]);
    await before.saveAll(given('second', first, '01'));
    before.stop();
    away.isAway = false;
    const after = outboxOver(store, { queue, interval: 600_000 });
    await after.deliver();
    expect(await after.waiting()).to.deep.equal([]);
    const [response] = await store.search('QuestionnaireResponse', {});
    const id = response!.id!;
    const versions = await store.history('QuestionnaireResponse', id);
    expect(texts(versions)).to.deep.equal(['second', 'first']);
    const [newest, oldest] = versions.map(({ meta }) => meta?.versionId ?? '');
    expect(told(await store.search('Provenance', {}))).to.deep.equal([
      `QuestionnaireResponse/${id}/_history/${oldest!} first`,
      `QuestionnaireResponse/${id}/_history/${newest!} second`,
    ]);
    expect(values(await store.search('Observation', {}))).to.deep.equal(['second'.length]);
  });

  it('tells of the version that was sent, also where the reply was lost and others went on from there', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store, { interval: 600_000 });
    Object.assign(cut, { reason: 'offline', after: true });
    await outbox.saveAll(given('first'));
    const [arrived] = await inner.search('QuestionnaireResponse', {});
    await inner.save({ ...arrived!, status: 'amended' } as Resource, arrived);
    delete cut.reason;
    await outbox.deliver();
    const versionId = arrived!.meta!.versionId!;
    expect(told(await inner.search('Provenance', {}))).to.deep.equal([
      `QuestionnaireResponse/${arrived!.id!}/_history/${versionId} first`,
    ]);
  });

  it('is not doubled by replies that are lost', async () => {
    const base = freshServer();
    let lost = 3;
    const store = storeOn(base, {
      fetch: async (...args) => {
        const reply = await fetch(...args);
        if (args[1]?.method === 'POST' && (lost -= 1) >= 0) throw new TypeError('lost on the way back');
        return reply;
      },
    });
    const outbox = outboxOver(store, { interval: 600_000 });
    await outbox.saveAll(given('first'));
    for (let round = 0; round < 4; round += 1) await outbox.deliver();
    expect(await outbox.waiting()).to.deep.equal([]);
    for (const type of ['QuestionnaireResponse', 'Observation', 'Provenance'])
      expect(await store.search(type, {}), type).to.have.length(1);
  });

  it('goes where that is in conflict: the save that settles it brings its own', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    const base = savedIn((await outbox.saveAll(given('first')))[0]);
    const changes: StoreChange[] = [];
    outbox.watch('QuestionnaireResponse', { subject: SUBJECT }, (change) => changes.push(change));
    cut.reason = 'offline';
    await outbox.saveAll(given('mine', base, '01'));
    await inner.save({ ...base, ...answers('one', 'theirs') }, base);
    delete cut.reason;
    await outbox.deliver();
    expect((await outbox.waiting()).map(({ state }) => state)).to.deep.equal(['conflict']);
    const late = changes.find((change) => 'conflict' in change)!;
    await outbox.saveAll(given('both of them', late.conflict, '02'));
    expect(await outbox.waiting()).to.deep.equal([]);
    expect(values(await inner.search('Observation', {}))).to.deep.equal(['both of them'.length]);
    const codes = told(await inner.search('Provenance', {})).map((text) =>
      text.split(' ').slice(1).join(' '),
    );
    expect(codes.sort()).to.deep.equal(['both of them', 'first']);
  });

  it('has the conflict as its result where somebody waits for it', async () => {
    const { store, inner } = cutStore();
    const outbox = outboxOver(store);
    const base = savedIn((await outbox.saveAll(given('first')))[0]);
    const theirs = savedIn(await inner.save({ ...base, ...answers('one', 'theirs') }, base));
    const results = await outbox.saveAll(given('mine', base, '01'));
    expect(results).to.deep.equal([{ conflict: theirs }, { conflict: theirs }, { conflict: theirs }]);
    expect(await outbox.waiting()).to.have.length(1);
  });

  it('goes with it also where it refers to it by its id', async () => {
    const { store, inner } = cutStore();
    const outbox = outboxOver(store);
    const base = savedIn((await outbox.saveAll(given('first')))[0]);
    await inner.save({ ...base, ...answers('one', 'theirs') }, base);
    const derivedFrom = [{ reference: `QuestionnaireResponse/${base.id!}` }];
    const value = { ...score('one', 7, '2026-11-23T12:00:00Z'), derivedFrom };
    const [, result] = await outbox.saveAll([
      { resource: value, derived: true },
      { resource: { ...base, ...answers('one', 'mine') }, base },
    ]);
    expect(result).to.have.property('conflict');
    expect(values(await inner.search('Observation', {}))).to.deep.equal(['first'.length]);
  });

  for (const late of [true, false])
    it(`is that of the answer which is stored, whatever the clocks say (late: ${String(late)})`, async () => {
      const { store, inner } = cutStore();
      const outbox = outboxOver(store);
      const first = savedIn((await outbox.saveAll(given('first')))[0]);
      const [scored] = await inner.search('Observation', {});
      // Another device, whose clock is an hour ahead
      const theirs = savedIn(await inner.save({ ...first, ...answers('one', 'theirs') }, first));
      await inner.save({ ...scored!, ...score('one', 6, '2026-11-23T11:00:00Z') }, scored);
      await outbox.saveAll(given('mine', theirs, '01'), { late });
      expect(texts(await inner.search('QuestionnaireResponse', {}))).to.deep.equal(['mine']);
      expect(values(await inner.search('Observation', {}))).to.deep.equal(['mine'.length]);
      expect(await outbox.waiting()).to.deep.equal([]);
    });

  it('stays away where it comes late and the answer has been followed by another, whatever the clocks say', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store, { interval: 600_000 });
    Object.assign(cut, { reason: 'offline', only: (one: Resource) => one.resourceType === 'Observation' });
    // This device's clock is an hour ahead
    const first = savedIn((await outbox.saveAll(given('first', undefined, '59')))[0]);
    await inner.save({ ...first, ...answers('one', 'theirs') }, first);
    await inner.save(score('one', 6, '2026-11-23T10:01:00Z'));
    delete cut.reason;
    await outbox.deliver();
    expect(await outbox.waiting()).to.deep.equal([]);
    expect(values(await inner.search('Observation', {}))).to.deep.equal([6]);
  });

  it('is marked by who saves it: somebody else’s rating of a goal is asked about', async () => {
    const { store, inner } = cutStore();
    const outbox = outboxOver(store);
    const { identifier } = rating('r', 'g');
    const looksDerived = (value: number): Resource =>
      Object.assign({}, score('one', value, `2026-11-23T1${String(value)}:00:00Z`), { identifier });
    const theirs = savedIn(await inner.save(looksDerived(1)));
    expect(await outbox.save(looksDerived(2))).to.deep.equal({ conflict: theirs });
    expect(values(await inner.search('Observation', {}))).to.deep.equal([1]);
  });

  it('is kept, and does not hide what others wrote, where the store does not take it', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    await inner.save(score('one', 3, '2026-11-23T09:00:00Z'));
    Object.assign(cut, { reason: 'refused', only: (one: Resource) => one.resourceType === 'Observation' });
    const results = await outbox.saveAll(given('first'));
    expect(Object.keys(results[0]!)).to.deep.equal(['saved']);
    expect(outbox.standingOf(queuedIn(results[1]))).to.deep.equal({ state: 'refused', reason: 'refused' });
    expect(await outbox.waiting()).to.have.length(1);
    expect(values(await outbox.search('Observation', {}))).to.deep.equal([3]);
    delete cut.reason;
    const [held] = await outbox.search('QuestionnaireResponse', {});
    await outbox.saveAll(given('second', held, '01'));
    expect(await outbox.waiting(), 'the next one takes its place').to.deep.equal([]);
    expect(values(await inner.search('Observation', {}))).to.deep.equal(['second'.length]);
  });
});

describe('taking back what waits', () => {
  it('removes what was never sent, and all that depends on it', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store, { interval: 600_000 });
    Object.assign(cut, { reason: 'offline', retryAfter: 600_000 });
    await outbox.save(goal('first')); // after this one nothing is sent before ten minutes are over
    const [queued] = await outbox.saveAll([
      { resource: moment('m') },
      { resource: moment('reply', 'm') },
      { resource: step('reminder', 'g') },
      { resource: provenance('Communication', 'm'), derived: true },
    ]);
    await outbox.save(moment('reply to the reply', 'reply'));
    expect(await outbox.drop(queuedIn(queued))).to.equal('dropped');
    const left = (await outbox.waiting()).map(({ resource }) => nameOf(resource));
    expect(left).to.deep.equal(['first', 'reminder']);
    delete cut.reason;
    await outbox.deliver();
    expect(await inner.search('Communication', {})).to.deep.equal([]);
    expect(await outbox.drop(queuedIn(queued)), 'it is not known any more').to.equal('maybe-sent');
  });

  it('removes nothing that was on its way once', async () => {
    const { store, cut } = cutStore();
    const outbox = outboxOver(store, { interval: 600_000 });
    Object.assign(cut, { reason: 'offline', after: true });
    const queued = queuedIn(await outbox.save(moment('m')));
    expect(await outbox.drop(queued)).to.equal('maybe-sent');
    expect(await outbox.waiting()).to.have.length(1);
  });

  it('says "maybe" where only a later change waits, and what it changes has been delivered', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store, { interval: 600_000 });
    cut.reason = 'offline';
    const first = queuedIn(await outbox.save(moment('m')));
    delete cut.reason;
    await outbox.deliver();
    Object.assign(cut, { reason: 'offline', retryAfter: 600_000 });
    await outbox.save(goal('g')); // after this one nothing is sent before ten minutes are over
    const second = await outbox.save({ ...first, sent: '2026-11-23T10:00:00Z' } as Resource, first);
    expect(await outbox.drop(queuedIn(second))).to.equal('maybe-sent');
    expect(await inner.search('Communication', {})).to.have.length(1);
  });

  it('waits for a delivery that is under way, and then says the truth', async () => {
    const { store, inner } = cutStore();
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    let isAsked = (): void => undefined;
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    const outbox = outboxOver({
      ...store,
      save: async (...args) => {
        isAsked();
        await gate;
        return inner.save(...args);
      },
    });
    const saving = outbox.save(moment('m'));
    await asked;
    const dropping = outbox.drop(moment('m'));
    go();
    expect(await saving).to.have.property('saved');
    expect(await dropping).to.equal('maybe-sent');
  });

  it('takes out what was refused where the person wants it no more, and says whether it may have arrived', async () => {
    for (const mayHaveArrived of [false, true]) {
      const { store } = cutStore();
      const save = () => Promise.reject(new StoreError('refused', 'Not taken.', { mayHaveArrived }));
      const outbox = outboxOver({ ...store, save }, { queue: { ...createMemoryQueue(), isLasting: true } });
      await outbox.saveAll([{ resource: moment('m') }, { resource: moment('reply', 'm') }]).catch(() => []);
      const [{ resource: refused }] = (await outbox.waiting()) as [Waiting];
      const outcome = mayHaveArrived ? 'maybe-sent' : 'dropped';
      expect(await outbox.drop(refused)).to.equal(outcome);
      expect(await outbox.waiting(), 'what may be there can be taken back').to.have.length(
        mayHaveArrived ? 2 : 0,
      );
      if (mayHaveArrived) expect(await outbox.drop(refused, true)).to.equal('maybe-sent');
      expect(await outbox.waiting()).to.have.length(0);
    }
  });
});
