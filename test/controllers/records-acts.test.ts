import { expect } from '@open-wc/testing';
import type { Communication } from 'fhir/r4.js';
import type { AllianceStore, StoreChange } from '../../src/context/store.js';
import { createMemoryDrafts } from '../../src/store/memory/memory-drafts.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { deskOn, leaveDesks } from '../support/desk.js';
import { until } from '../support/until.js';
import { note, noteKind } from '../suites/note-kind.js';

/*
 * What a person does to one of many records: to the version that was drawn, with what belongs to the same act, or to
 * none of them yet.
 */

const wordsOf = ({ payload }: Communication): string => payload?.[0]?.contentString ?? '';

/** Two pages of one person over one store, and the note that both have drawn. */
async function twoPages() {
  const [store, drafts] = [createMemoryStore(), createMemoryDrafts()];
  const open = () => deskOn(noteKind, { store, drafts });
  const here = open();
  const elsewhere = open();
  const sender = elsewhere.begin();
  sender.edit.change(note('words', 'title'));
  await sender.send('give');
  await until(() => here.all().length === 1, 'the note on the other page');
  const held = async (): Promise<Communication> => {
    const [found] = (await store.search('Communication', {})) as Communication[];
    return found!;
  };
  const change = async (words: string, title: string): Promise<void> => {
    sender.edit.change(note(words, title));
    await sender.send('give');
  };
  return { store, here, drawn: here.all()[0]!, change, held };
}

describe('what a person does to one of many records', () => {
  afterEach(leaveDesks);

  it('goes on from the version that was drawn, and is brought together with a newer one', async () => {
    const { here, drawn, change, held } = await twoPages();
    await change('words', 'another title');
    await until(() => here.all()[0]?.topic?.text === 'another title', 'the newer one');
    const sender = here.edit(drawn, true);
    expect(sender.edit.base).to.equal(drawn);
    expect(sender.edit.value.get('title')).to.equal('title');
    sender.edit.change(note('other words', 'title'));
    await sender.send('give');
    expect(sender.edit.delivery.state).to.equal('saved');
    const stored = await held();
    expect([wordsOf(stored), stored.topic?.text]).to.deep.equal(['other words', 'another title']);
  });

  it('sends nothing that is entered while it is brought together with a newer one', async () => {
    const { here, drawn, change, held } = await twoPages();
    await change('words', 'another title');
    const sender = here.edit(drawn, true);
    sender.edit.change(note('other words', 'title'));
    const sending = sender.send('give');
    sender.edit.change(note('other words, and half a', 'title'));
    await sending;
    const stored = await held();
    expect([wordsOf(stored), stored.topic?.text]).to.deep.equal(['other words', 'another title']);
    expect(sender.edit.value).to.deep.equal(note('other words, and half a', 'another title'));
    expect(sender.edit.delivery.state).to.equal('open');
  });

  it('overwrites nothing that was said in the same place meanwhile', async () => {
    const { here, drawn, change, held } = await twoPages();
    await change('words', 'their title');
    const sender = here.edit(drawn, true);
    sender.edit.change(note('words', 'my title'));
    await sender.send('give');
    expect(sender.edit.delivery.state).to.equal('conflict');
    expect((await held()).topic?.text).to.equal('their title');
    await sender.resolve('mine');
    expect((await held()).topic?.text).to.equal('my title');
  });

  for (const [choice, words] of [
    ['mine', 'my words'],
    ['theirs', 'their words'],
  ] as const)
    it(`sends nothing that was entered since when a conflict is ended with ${choice}`, async () => {
      const { here, drawn, change, held } = await twoPages();
      await change('their words', 'title');
      const sender = here.edit(drawn, true);
      sender.edit.change(note('my words', 'title'));
      const sending = sender.send('give');
      sender.edit.change(note('my words, and half a', 'title'));
      await sending;
      const { delivery } = sender.edit;
      const [asked] = delivery.state === 'conflict' ? delivery.items : [];
      expect([asked?.mine, asked?.theirs]).to.deep.equal(['my words', 'their words']);
      await sender.resolve(choice);
      expect(wordsOf(await held())).to.equal(words);
      expect(sender.edit.value).to.deep.equal(note('my words, and half a', 'title'));
      expect(sender.edit.delivery.state).to.equal('open');
    });

  it('tells all that it wrote, as it came back, for every list that it belongs to', async () => {
    const { here } = await twoPages();
    const beside: Communication = {
      ...{ resourceType: 'Communication', status: 'completed', subject: { reference: 'Patient/1' } },
      identifier: [{ system: noteKind.system, value: 'beside' }],
      payload: [{ contentString: 'beside' }],
    };
    const sender = here.begin();
    sender.edit.change(note('main'));
    await sender.send('give', [{ resource: beside }]);
    const [news] = here.news;
    const also = news && 'saved' in news ? news.also : [];
    expect(also.map(({ id, meta }) => [typeof id, typeof meta?.versionId])).to.deep.equal([
      ['string', 'string'],
    ]);
    expect(here.all().map(wordsOf)).to.include.members(['main', 'beside']);
    const other = deskOn(noteKind, { store: createMemoryStore(), drafts: createMemoryDrafts() });
    other.hold(also[0]!);
    other.hold({ resourceType: 'Patient', id: 'p' });
    expect(other.all().map(wordsOf)).to.deep.equal(['beside']);
  });

  it('is among the drafts of no other view of the page once it was given', async () => {
    const [store, drafts] = [createMemoryStore(), createMemoryDrafts()];
    const kept = () => drafts.list({ subject: 'Patient/1', author: 'Patient/1' }, 'note');
    const sender = deskOn(noteKind, { store, drafts }).begin();
    sender.edit.change(note('words', 'title'));
    await until(async () => (await kept()).length === 1, 'the draft');
    let tell: (change: StoreChange) => void = () => undefined;
    const watch: AllianceStore['watch'] = (_type, _params, onChange) => {
      tell = onChange;
      return () => undefined;
    };
    const other = deskOn(noteKind, { store: { ...store, watch }, drafts });
    await until(() => other.drafts().length === 1, 'the draft in the other view');
    await sender.send('give');
    await until(async () => (await kept()).length === 0, 'it is given');
    tell({ saved: sender.edit.base! });
    await until(() => other.drafts().length === 0, 'no draft any more');
  });

  it('is an idea until it is given: kept when it is closed, opened again, let go and brought back', async () => {
    const store = createMemoryStore();
    const desk = deskOn(noteKind, { store, drafts: createMemoryDrafts() });
    desk.begin().edit.change(note('an idea'));
    await desk.pause();
    await until(() => desk.drafts().length === 1, 'the idea');
    const [idea] = desk.drafts();
    await desk.remove(idea!);
    expect(desk.drafts()).to.deep.equal([]);
    await desk.restore(idea!);
    const [back] = desk.drafts();
    const sender = desk.edit(back!);
    expect(sender.edit.value.get('words')).to.equal('an idea');
    expect(await store.search('Communication', {}), 'it was given to nobody').to.deep.equal([]);
    await sender.send('give');
    await until(() => desk.drafts().length === 0, 'an idea that is given');
    expect(desk.all().map(wordsOf)).to.deep.equal(['an idea']);
  });
});
