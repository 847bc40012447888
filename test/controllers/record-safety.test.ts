import { expect } from '@open-wc/testing';
import type { Communication, Goal, Observation } from 'fhir/r4.js';
import type { ActStore, StoreChange } from '../../src/context/store.js';
import type { Resource } from '../../src/fhir/resource.js';
import { createMemoryDrafts } from '../../src/store/memory/memory-drafts.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { StoreError } from '../../src/store/store-error.js';
import { deskOn, leaveDesks } from '../support/desk.js';
import { outboxOver, stopOutboxes } from '../support/outbox.js';
import { deferred } from '../support/care.js';
import { until } from '../support/until.js';
import { note, noteKind } from '../suites/note-kind.js';
import { childrenOf, plan, planKind } from '../suites/plan-kind.js';

/*
 * The smallest inputs on which a record could lose words, give them to somebody else, or say more than holds.
 */

const SUBJECT = 'Patient/1';
const HELPER = 'RelatedPerson/1';
const owner = { subject: SUBJECT, author: SUBJECT };
const page = (store: ActStore = createMemoryStore()) => ({ store, drafts: createMemoryDrafts() });
const wordsOf = (found: readonly Resource[]) =>
  (found as Communication[]).map(({ payload }) => payload?.[0]?.contentString);
const notesIn = (store: ActStore) => store.search('Communication', { subject: SUBJECT });

/** A store that watchers can be told things by the test. */
function told(): { store: ActStore; tell: (change: StoreChange) => void } {
  const inner = createMemoryStore();
  const listeners = new Set<(change: StoreChange) => void>();
  return {
    store: {
      ...inner,
      watch(type, params, onChange) {
        listeners.add(onChange);
        const stop = inner.watch(type, params, onChange);
        return () => {
          listeners.delete(onChange);
          stop();
        };
      },
    },
    tell: (change) => {
      for (const listener of listeners) listener(change);
    },
  };
}

const stored = (id: string, words: string, changes: object = {}): Communication => ({
  resourceType: 'Communication',
  id,
  meta: { versionId: '1' },
  identifier: [{ system: 'https://example.org/notes', value: id }],
  status: 'completed',
  subject: { reference: SUBJECT },
  sender: { reference: SUBJECT },
  payload: [{ contentString: words }],
  ...changes,
});

describe('records: whose words they are', () => {
  afterEach(leaveDesks);

  it('a reader never decides about a conflict, nor sends', async () => {
    const { store, tell } = told();
    const kind = { ...noteKind, writers: ['client'] as const };
    const held = await store.save(stored('n', 'theirs'));
    const theirs = 'saved' in held ? held.saved : expect.fail('it was taken');
    const reader = deskOn(kind, page(store), { viewer: 'supervisor', author: 'Practitioner/9' });
    await until(() => reader.all().length === 1);
    tell({ conflict: theirs, mine: stored('n', 'mine'), base: undefined });
    expect(reader.open()).to.have.length(0);
    const sender = reader.edit(reader.all()[0]!);
    sender.edit.change(note('by a reader'));
    await sender.send('give');
    expect(wordsOf(await notesIn(store))).to.deep.equal(['theirs']);
  });

  it('what another author sent is theirs to decide about', () => {
    const { store, tell } = told();
    const desk = deskOn(noteKind, page(store), { author: HELPER });
    tell({ conflict: stored('n', 'theirs'), mine: stored('n', 'mine'), base: undefined });
    tell({ failed: stored('m', 'mine'), reason: 'refused' });
    expect(desk.open()).to.have.length(0);
  });

  it('what one author keeps is offered to no other', async () => {
    const here = page();
    const desk = deskOn(noteKind, here);
    desk.begin().edit.change(note('only for me'));
    await desk.pause();
    const helper = deskOn(noteKind, here, { author: HELPER });
    await here.drafts.list({ subject: SUBJECT, author: HELPER }, 'note'); // by then theirs were listed
    expect(helper.drafts()).to.deep.equal([]);
    expect(await here.drafts.list(owner, 'note')).to.have.length(1);
  });

  it('two records of other systems with the same number are two', async () => {
    const store = createMemoryStore();
    for (const system of ['urn:a', 'urn:b'])
      await store.save(stored(system.replace(':', '-'), system, { identifier: [{ system, value: '1' }] }));
    const desk = deskOn(noteKind, page(store));
    await until(() => desk.all().length === 2);
    expect(wordsOf(desk.all()).sort()).to.deep.equal(['urn:a', 'urn:b']);
  });
});

describe('records: nothing that was entered is lost', () => {
  afterEach(leaveDesks);

  it('an edit of a stored record goes on from what was kept of it', async () => {
    const here = page();
    const desk = deskOn(noteKind, here);
    const first = desk.begin();
    first.edit.change(note('short'));
    await first.send('give');
    first.edit.change(note('a long text'));
    await desk.pause();
    const again = deskOn(noteKind, here);
    await until(() => again.all().length === 1 && again.drafts().length === 1);
    const sender = again.edit(again.all()[0]!);
    await until(() => sender.edit.value.get('words') === 'a long text');
    sender.edit.change(note('a long text', 'title'));
    await again.pause();
    const kept = await here.drafts.list(owner, 'note');
    expect(wordsOf(kept.map(({ resource }) => resource))).to.deep.equal(['a long text']);
  });

  it('a tap before the earlier draft was read does not write over it, also where the session changes', async () => {
    const drafts = { ...createMemoryDrafts(), lasts: 'device' as const };
    const { list, ...one } = noteKind;
    const kind = { ...one, keyed: ['subject', 'encounter'] as const, find: () => ({ subject: SUBJECT }) };
    const here = { store: createMemoryStore(), drafts };
    const desk = deskOn(kind, here);
    desk.begin().edit.change(note('many words'));
    await desk.pause();
    const reading = deferred<undefined>();
    const slow = {
      ...drafts,
      read: async (key: string) => (await reading.promise, drafts.read(key)),
    };
    const again = deskOn(kind, { ...here, drafts: slow });
    const { edit } = again.begin();
    edit.change(new Map([['title', 'a tap']]) as never);
    again.provide({ encounter: 'Encounter/2' });
    reading.resolve(undefined);
    await edit.end(false);
    const [kept] = await drafts.list(owner, 'note');
    expect(wordsOf([kept!.resource])).to.deep.equal(['many words']);
    expect((kept!.resource as Communication).topic?.text).to.equal('a tap');
  });

  it('what was entered on a stored version is taken up over it, whichever is found first', async () => {
    for (const slow of ['search', 'draft'] as const) {
      const drafts = { ...createMemoryDrafts(), lasts: 'device' as const };
      const store = createMemoryStore();
      const { list, ...one } = noteKind;
      const kind = { ...one, find: () => ({ subject: SUBJECT }) };
      const desk = deskOn(kind, { store, drafts });
      const first = desk.begin();
      first.edit.change(note('sent'));
      await first.send('give');
      await first.edit.end(false);
      const second = deskOn(kind, { store, drafts });
      await until(() => second.stored());
      second.begin().edit.change(note('sent, and more'));
      await second.pause();
      const gate = deferred<undefined>();
      const late = <Found>(find: Promise<Found>): Promise<Found> => gate.promise.then(() => find);
      const again = deskOn(kind, {
        store: slow === 'search' ? { ...store, search: (...args) => late(store.search(...args)) } : store,
        drafts: slow === 'draft' ? { ...drafts, read: (key) => late(drafts.read(key)) } : drafts,
      });
      gate.resolve(undefined);
      await until(() => !again.begin().edit.isLoading);
      expect(again.begin().edit.value.get('words'), slow).to.equal('sent, and more');
      expect(again.begin().edit.isDirty, slow).to.equal(true);
    }
  });

  it('the late end of a former edit leaves the draft of the present one', async () => {
    const drafts = { ...createMemoryDrafts(), lasts: 'device' as const };
    const inner = createMemoryStore();
    const gate = deferred<undefined>();
    const store: ActStore = {
      ...inner,
      saveAll: async (...args) => (await gate.promise, inner.saveAll(...args)),
    };
    const { list, ...one } = noteKind;
    const kind = { ...one, keyed: ['subject', 'encounter'] as const, find: () => ({ subject: SUBJECT }) };
    const desk = deskOn(kind, { store, drafts });
    const former = desk.begin();
    former.edit.change(note('first words'));
    const sending = former.send('give');
    desk.provide({ encounter: 'Encounter/2' });
    desk.provide({ encounter: 'Encounter/1' });
    const { edit } = desk.begin();
    await until(() => !edit.isLoading);
    edit.change(note('newer words'));
    await until(async () =>
      wordsOf((await drafts.list(owner, 'note')).map(({ resource }) => resource)).includes('newer words'),
    );
    gate.resolve(undefined);
    await sending;
    await former.edit.end(false);
    const kept = await drafts.list(owner, 'note');
    expect(wordsOf(kept.map(({ resource }) => resource))).to.deep.equal(['newer words']);
  });

  it('a slow search does not put an old version over what was heard meanwhile', async () => {
    const { store: inner, tell } = told();
    const searching = deferred<undefined>();
    const store: ActStore = {
      ...inner,
      search: async () => (await searching.promise, [stored('n', 'old')]),
    };
    const desk = deskOn(noteKind, page(store));
    tell({ saved: stored('n', 'new', { meta: { versionId: '2' } }) });
    searching.resolve(undefined);
    await until(() => desk.all().length === 1);
    await store.search('Communication', {}); // by then the first search was taken up
    expect(wordsOf(desk.all())).to.deep.equal(['new']);
  });
});

describe('records: nothing more is said than holds', () => {
  afterEach(leaveDesks);

  it('an act is not called saved where a part of it was not taken', async () => {
    const store = createMemoryStore();
    const desk = deskOn(planKind, page(store));
    const sender = desk.begin();
    sender.edit.change(plan('walk'));
    const also = childrenOf(sender.edit.toResource());
    const somebodys = { ...also[0]!.resource, valueInteger: 2 } as Observation;
    await store.save({ ...somebodys, focus: [] } as Observation);
    await sender.send('give', also);
    expect(sender.edit.delivery).to.include({ state: 'failed', reason: 'refused' });
    expect(desk.news.map((news) => Object.keys(news)[0])).to.deep.equal(['failed']);
  });

  it('an act is called sent when all of it has arrived, not when the page alone remembers a part', async () => {
    const inner = createMemoryStore();
    const away = { types: ['Observation', 'Task', 'Provenance'] };
    const store = outboxOver({
      ...inner,
      save: (resource, base) =>
        away.types.includes(resource.resourceType)
          ? Promise.reject(new StoreError('offline', 'away'))
          : inner.save(resource, base),
    });
    const desk = deskOn(planKind, page(store));
    const sender = desk.begin();
    sender.edit.change(plan('walk'));
    await sender.send('give', childrenOf(sender.edit.toResource()));
    expect(sender.edit.delivery.state).to.equal('queued');
    expect(await inner.search('Goal', {})).to.have.length(1);
    away.types = [];
    await store.deliver();
    await until(() => sender.edit.delivery.state === 'saved');
    for (const type of ['Observation', 'Task']) expect(await inner.search(type, {}), type).to.have.length(1);
    stopOutboxes();
  });

  it('what may have left the page is taken back by sending that, not by forgetting it', async () => {
    const inner = createMemoryStore();
    const network = { isAway: true };
    const store = outboxOver(
      {
        ...inner,
        save: (resource, base) =>
          network.isAway ? Promise.reject(new StoreError('offline', 'away')) : inner.save(resource, base),
      },
      { interval: 60_000 },
    );
    const desk = deskOn(noteKind, page(store));
    const first = desk.begin();
    first.edit.change(note('tried once'));
    await first.send('give'); // it may have arrived: taking it back is sent after it
    await first.send('withdraw');
    expect(first.edit.delivery.state).to.equal('queued');
    network.isAway = false;
    await store.deliver();
    expect((await notesIn(inner)).map((one) => (one as Communication).status)).to.deep.equal([
      'entered-in-error',
    ]);
    stopOutboxes();
  });

  it('what never left the page is taken back without being sent', async () => {
    const busy = new StoreError('offline', 'busy', { retryAfter: 3_600_000 });
    const store = outboxOver({ ...createMemoryStore(), save: () => Promise.reject(busy) });
    const desk = deskOn(noteKind, page(store));
    const [tried, kept] = [desk.begin(), desk.begin()];
    tried.edit.change(note('tried once'));
    await tried.send('give');
    kept.edit.change(note('never sent'));
    await kept.send('give');
    expect(kept.edit.delivery.state).to.equal('queued');
    await kept.send('withdraw');
    expect(kept.edit.delivery.state).to.equal('taken-back');
    expect(wordsOf((await store.waiting()).map(({ resource }) => resource))).to.deep.equal(['tried once']);
    expect(wordsOf(desk.all())).to.deep.equal(['tried once']);
    stopOutboxes();
  });

  it('a part without an identifier is refused, since it would be doubled', async () => {
    const sender = deskOn(planKind, page()).begin();
    sender.edit.change(plan('walk'));
    const { identifier, ...nameless } = childrenOf(sender.edit.toResource())[1]!.resource as Goal;
    const refused = await sender.send('give', [{ resource: nameless }]).then(
      () => undefined,
      (error: unknown) => error as Error,
    );
    expect(refused?.message).to.contain('Task').and.to.contain('identifier');
    expect(identifier).to.have.length(1);
  });

  it('choosing theirs when something is taken back leaves what they wrote', async () => {
    const store = createMemoryStore();
    const here = page(store);
    const [mine, other] = [deskOn(noteKind, here), deskOn(noteKind, page(store))];
    const first = mine.begin();
    first.edit.change(note('one'));
    await first.send('give');
    await until(() => other.all().length === 1);
    const theirs = other.edit(other.all()[0]!);
    first.edit.change(note('two'));
    theirs.edit.change(note('three'));
    await theirs.send('give');
    await first.send('withdraw');
    expect(first.edit.delivery.state).to.equal('conflict');
    await first.resolve('theirs');
    expect(first.edit.delivery.state).to.equal('saved');
    await until(async () => (await here.drafts.list(owner, 'note')).length === 0, 'the draft is gone');
    expect(wordsOf(await notesIn(store))).to.deep.equal(['three']);
    expect((await notesIn(store)).map((one) => (one as Communication).status)).to.deep.equal(['completed']);
  });

  it('a record that is not keyed by its session is about the one in which it was begun', () => {
    const encounters: (string | undefined)[] = [];
    const kind: typeof noteKind = {
      ...noteKind,
      write: (value, about, base) => (encounters.push(about.encounter), noteKind.write(value, about, base)),
    };
    const desk = deskOn(kind, page(), { encounter: 'Encounter/1' });
    const before = desk.begin();
    desk.provide({ encounter: 'Encounter/2' });
    expect(before.edit.isEnded).to.equal(false);
    before.edit.change(note('one'));
    desk.begin().edit.change(note('two'));
    expect(new Set(encounters)).to.deep.equal(new Set(['Encounter/1', 'Encounter/2']));
  });

  it('what the page has taken over is what the record holds', async () => {
    const desk = deskOn(noteKind, { ...page(), store: undefined as never });
    Object.assign(desk.offer, { defaultPrevented: true, outcomes: [Promise.resolve()] });
    const sender = desk.begin();
    sender.edit.change(note('taken over'));
    await sender.send('give');
    expect(sender.edit.delivery.state).to.equal('sent');
    expect(wordsOf(desk.all())).to.deep.equal(['taken over']);
  });
});
