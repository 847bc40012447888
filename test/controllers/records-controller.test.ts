import { expect } from '@open-wc/testing';
import type { Communication, Task } from 'fhir/r4.js';
import type { ActStore } from '../../src/context/store.js';
import { createMemoryDrafts } from '../../src/store/memory/memory-drafts.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { deskOn, leaveDesks } from '../support/desk.js';
import { until } from '../support/until.js';
import { note, noteKind } from '../suites/note-kind.js';

/*
 * Many records of one person: what `test/suites/record.ts` cannot ask of a kind that has one.
 */

/** A store that counts what it is asked. */
function counting(): { store: ActStore; asked: { searches: number; watches: number; saves: number } } {
  const inner = createMemoryStore();
  const asked = { searches: 0, watches: 0, saves: 0 };
  const store: ActStore = {
    ...inner,
    search: (...args) => ((asked.searches += 1), inner.search(...args)),
    watch: (...args) => ((asked.watches += 1), inner.watch(...args)),
    save: (...args) => ((asked.saves += 1), inner.save(...args)),
    saveAll: (...args) => ((asked.saves += 1), inner.saveAll(...args)),
  };
  return { store, asked };
}

describe('many records of one person', () => {
  afterEach(leaveDesks);

  it('are found by one search and followed by one watch, however many are edited', async () => {
    const { store, asked } = counting();
    const drafts = createMemoryDrafts();
    const writer = deskOn(noteKind, { store, drafts });
    const words = ['one', 'two', 'three'];
    for (const word of words) {
      const sender = writer.begin();
      sender.edit.change(note(word));
      await sender.send('give');
    }
    Object.assign(asked, { searches: 0, watches: 0, saves: 0 });
    const reader = deskOn(noteKind, { store, drafts });
    await until(() => reader.all().length === 3);
    expect(asked).to.deep.equal({ searches: 1, watches: 1, saves: 0 });
    const edits = reader.all().map((one) => reader.edit(one));
    edits.forEach(({ edit }, index) => {
      edit.change(note(`${words[index]!}, changed`));
    });
    await Promise.all(edits.map((sender) => sender.send('give')));
    expect(asked).to.deep.equal({ searches: 1, watches: 1, saves: 3 });
    const held = (await store.search('Communication', { subject: 'Patient/1' })) as Communication[];
    expect(held.map(({ payload }) => payload?.[0]?.contentString).sort()).to.deep.equal(
      words.map((word) => `${word}, changed`).sort(),
    );
  });

  it('are one edit each: the same one for the same record, and none before the first change', async () => {
    const { store } = counting();
    const desk = deskOn(noteKind, { store, drafts: createMemoryDrafts() });
    const sender = desk.begin();
    sender.edit.change(note('one'));
    await sender.send('give');
    const [stored] = desk.all();
    expect(desk.edit(stored!)).to.equal(sender);
    const other = deskOn(noteKind, { store, drafts: createMemoryDrafts() });
    await until(() => other.all().length === 1);
    expect(other.open()).to.have.length(0);
  });

  it('are kept as drafts, any number of them, each under its own key', async () => {
    const { store } = counting();
    const drafts = createMemoryDrafts();
    const desk = deskOn(noteKind, { store, drafts });
    for (const word of ['an idea', 'another idea']) desk.begin().edit.change(note(word));
    await desk.pause();
    const kept = await drafts.list({ subject: 'Patient/1', author: 'Patient/1' }, 'note');
    expect(new Set(kept.map(({ key }) => key)).size).to.equal(2);
    expect(await store.search('Communication', {}), 'none of it is stored').to.deep.equal([]);
    const again = deskOn(noteKind, { store, drafts });
    await until(() => again.drafts().length === 2);
    const [first, second] = again.drafts();
    const sender = again.edit(first!);
    await sender.send('give');
    await until(
      async () => (await drafts.list({ subject: 'Patient/1', author: 'Patient/1' }, 'note')).length === 1,
    );
    expect((await drafts.list({ subject: 'Patient/1', author: 'Patient/1' }, 'note'))[0]?.key).to.equal(
      second?.key,
    );
    expect(await store.search('Communication', {})).to.have.length(1);
  });
});

/** A note as somebody stored it. */
const stored = (id: string, words: string, versionId = '1', title?: string): Communication => ({
  resourceType: 'Communication',
  id,
  meta: { versionId },
  identifier: [{ system: 'https://example.org/notes', value: id }],
  status: 'completed',
  subject: { reference: 'Patient/1' },
  sender: { reference: 'Patient/1' },
  payload: [{ contentString: words }],
  ...(title !== undefined && { topic: { text: title } }),
});

const wordsOf = (all: readonly Communication[]) => all.map(({ payload }) => payload?.[0]?.contentString);

describe('many records that the page keeps itself', () => {
  afterEach(leaveDesks);

  /** A desk whose page has handed in what it keeps. */
  async function given(...notes: readonly Communication[]) {
    const { store, asked } = counting();
    const desk = deskOn(noteKind, { store, drafts: createMemoryDrafts() });
    await until(() => asked.searches === 1);
    desk.take(notes);
    await until(() => desk.all().length === notes.length);
    Object.assign(asked, { searches: 0, watches: 0, saves: 0 });
    return { desk, store, asked };
  }

  it('are read from no store, and written to none', async () => {
    const { desk, store, asked } = await given(stored('a', 'one'), stored('b', 'two'));
    expect(wordsOf(desk.all())).to.deep.equal(['one', 'two']);
    const sender = desk.edit(desk.all()[0]!);
    sender.edit.change(note('one, changed'));
    Object.assign(desk.offer, { defaultPrevented: true });
    await sender.send('give');
    expect(sender.edit.delivery.state).to.equal('handed-over');
    expect(wordsOf(desk.all()).sort()).to.deep.equal(['one, changed', 'two']);
    desk.take([stored('a', 'one, changed', '2')]);
    expect(asked).to.deep.equal({ searches: 0, watches: 0, saves: 0 });
    expect(await store.search('Communication', {})).to.deep.equal([]);
  });

  it('say that they were not sent, where the page does not take them over', async () => {
    const { desk, asked } = await given(stored('a', 'one'));
    const sender = desk.edit(desk.all()[0]!);
    sender.edit.change(note('one, changed'));
    await sender.send('give');
    expect(sender.edit.delivery).to.include({ state: 'failed', reason: 'unsent' });
    expect(sender.edit.value.get('words')).to.equal('one, changed');
    expect(asked.saves).to.equal(0);
  });

  it('are exactly those that the page sets next', async () => {
    const { desk } = await given(stored('a', 'one'), stored('b', 'two'));
    desk.take([stored('b', 'two, changed', '2'), stored('c', 'three')]);
    expect(wordsOf(desk.all())).to.deep.equal(['two, changed', 'three']);
  });

  it('show a newer version in an open edit, but not over what a person is changing', async () => {
    const { desk } = await given(stored('a', 'one'), stored('b', 'two'));
    const [idle, busy] = desk.all().map((one) => desk.edit(one));
    busy!.edit.change(note('mine'));
    desk.take([stored('a', 'one, newer', '2'), stored('b', 'two, newer', '2')]);
    expect(idle!.edit.value.get('words')).to.equal('one, newer');
    expect(busy!.edit.value.get('words')).to.equal('mine');
  });

  it('go back to the store when the page keeps them no more', async () => {
    const { desk, store } = await given(stored('a', 'one'));
    await store.save(stored('s', 'of the store'), undefined);
    desk.take(undefined);
    await until(() => wordsOf(desk.all()).join() === 'of the store');
  });
});

describe('many records, and what others do with them', () => {
  afterEach(leaveDesks);

  it('take up what another list of the element has written, and nothing of another kind', async () => {
    const { store, asked } = counting();
    const desk = deskOn(noteKind, { store, drafts: createMemoryDrafts() });
    await until(() => asked.searches === 1);
    desk.hold(stored('a', 'one'));
    const step: Task = { resourceType: 'Task', id: 't', status: 'requested', intent: 'plan' };
    desk.hold(step);
    expect(wordsOf(desk.all())).to.deep.equal(['one']);
    desk.hold(stored('a', 'one, newer', '2'));
    expect(wordsOf(desk.all())).to.deep.equal(['one, newer']);
  });

  it('are changed apart from what was kept of them, which stays for later', async () => {
    const { store } = counting();
    const drafts = createMemoryDrafts();
    const page = { store, drafts };
    const owner = { subject: 'Patient/1', author: 'Patient/1' };
    const first = deskOn(noteKind, page);
    const begun = first.begin();
    begun.edit.change(note('one'));
    await begun.send('give');
    first.leave();
    const second = deskOn(noteKind, page);
    await until(() => second.all().length === 1);
    second.edit(second.all()[0]!).edit.change(note('one', 'begun'));
    await second.pause();
    second.leave();
    const third = deskOn(noteKind, page);
    await until(() => third.all().length === 1 && third.drafts().length === 1);
    const apart = third.edit(third.all()[0]!, true);
    expect(apart.edit).to.include({ isLoading: false, isTouched: false });
    expect(apart.edit.value.has('title')).to.equal(false);
    apart.edit.change(note('two'));
    await apart.send('give');
    expect(apart.edit.delivery.state).to.equal('saved');
    const kept = await until(async () => {
      const all = await drafts.list(owner, 'note');
      return all.length === 1 && all;
    }, 'what was sent is no draft any more');
    expect(kept.map(({ resource }) => (resource as Communication).topic?.text)).to.deep.equal(['begun']);
    const again = deskOn(noteKind, page);
    await until(() => again.all().length === 1);
    const goesOn = again.edit(again.all()[0]!);
    await until(() => goesOn.edit.value.get('title') === 'begun', 'what was kept is gone on with');
  });

  it('are ideas that are removed and brought back, under the same key', async () => {
    const { store } = counting();
    const drafts = createMemoryDrafts();
    const desk = deskOn(noteKind, { store, drafts });
    for (const word of ['an idea', 'another idea']) desk.begin().edit.change(note(word));
    await desk.pause();
    await until(() => desk.drafts().length === 2);
    const [idea] = desk.drafts();
    await desk.remove(idea!);
    expect(desk.drafts().map(({ key }) => key)).to.not.contain(idea!.key);
    expect(await drafts.read(idea!.key)).to.equal(undefined);
    await desk.restore(idea!);
    expect(desk.drafts().map(({ key }) => key)).to.contain(idea!.key);
    expect((await drafts.read(idea!.key))?.resource).to.deep.equal(idea!.resource);
    expect(await store.search('Communication', {}), 'none of it is stored').to.deep.equal([]);
  });
});
