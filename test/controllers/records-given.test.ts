import { expect } from '@open-wc/testing';
import type { Communication } from 'fhir/r4.js';
import type { Provided } from '../../src/context/provided.js';
import type { ActStore } from '../../src/context/store.js';
import { createMemoryDrafts } from '../../src/store/memory/memory-drafts.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { deskOn, leaveDesks, type Desk } from '../support/desk.js';
import { until } from '../support/until.js';
import { note, noteKind, type Note } from '../suites/note-kind.js';

/*
 * Records of a page that keeps them itself: no store is read, watched or written.
 */

type Notes = Desk<Note, Communication, never>;

const stored = (words: string, version = '1', more: Partial<Communication> = {}): Communication => ({
  resourceType: 'Communication',
  id: 'one',
  identifier: [{ system: noteKind.system, value: 'one' }],
  status: 'completed',
  subject: { reference: 'Patient/1' },
  payload: [{ contentString: words }],
  meta: { versionId: version },
  ...more,
});

const wordsIn = (desk: Pick<Notes, 'all'>): readonly string[] =>
  desk.all().map(({ payload }) => payload?.[0]?.contentString ?? '');

/** A store that notes what it is asked. */
function noting(): { readonly store: ActStore; readonly asked: string[] } {
  const inner = createMemoryStore();
  const asked: string[] = [];
  const store: ActStore = {
    ...inner,
    search: (...args) => (asked.push('search'), inner.search(...args)),
    saveAll: (...args) => (asked.push('save'), inner.saveAll(...args)),
    watch: (...args) => (asked.push('watch'), inner.watch(...args)),
  };
  return { store, asked };
}

const desk = (about: Partial<Provided> = {}, store: ActStore = createMemoryStore()): Notes =>
  deskOn(noteKind, { store, drafts: createMemoryDrafts() }, about) as unknown as Notes;

/** What the person was told holds for all that she gives. */
const toldTo = (audience: string, wire: Communication): Communication =>
  noteKind.write(
    noteKind.read(wire),
    {
      ...{ intent: 'give', at: '2026-11-24T10:00:00Z', identifier: 'one' },
      ...{ language: 'en', completion: 'self', subject: 'Patient/1', told: [audience] },
    },
    wire,
  );

describe('many records that the page keeps itself', () => {
  afterEach(leaveDesks);

  for (const [where, about] of [
    ['with a store beside it', {}],
    ['without a store', { store: undefined }],
  ] as const)
    it(`are those that it gave, and no other, ${where}`, async () => {
      const page = desk(about);
      page.take([stored('from the page'), { resourceType: 'Patient', id: 'p' }]);
      await until(() => wordsIn(page).length > 0, 'what the page gave');
      expect(wordsIn(page)).to.deep.equal(['from the page']);
      page.take([stored('newer', '2')]);
      expect(wordsIn(page)).to.deep.equal(['newer']);
      page.take([]);
      expect(wordsIn(page)).to.deep.equal([]);
    });

  it('are the last ones given, however quickly they follow each other', async () => {
    const page = desk();
    page.take([stored('first', '1', { id: 'a', identifier: [] })]);
    page.take([stored('second', '1', { id: 'b', identifier: [] })]);
    await until(() => wordsIn(page).length > 0, 'what the page gave');
    expect(wordsIn(page)).to.deep.equal(['second']);
  });

  it('are not mixed with those of another person', async () => {
    const page = desk();
    page.take([stored('of somebody else', '1', { subject: { reference: 'Patient/2' } })]);
    page.take([
      stored('of somebody else', '1', { subject: { reference: 'Patient/2' } }),
      stored('own', '1', { id: 'two', identifier: [] }),
    ]);
    await until(() => wordsIn(page).length > 0, 'what the page gave');
    expect(wordsIn(page)).to.deep.equal(['own']);
    page.provide({ subject: 'Patient/2' });
    await until(() => wordsIn(page).includes('of somebody else'), 'the other person’s');
    expect(wordsIn(page)).to.deep.equal(['of somebody else']);
  });

  it('are those of the store again once the page gives none', async () => {
    const store = createMemoryStore();
    await store.save(stored('stored'));
    const page = desk({}, store);
    await until(() => wordsIn(page).includes('stored'), 'what the store holds');
    page.take([stored('given')]);
    expect(wordsIn(page)).to.deep.equal(['given']);
    page.take(undefined);
    await until(() => wordsIn(page).includes('stored'), 'what the store holds');
    const bare = desk({ store: undefined });
    bare.take([stored('given')]);
    bare.take(undefined);
    expect(wordsIn(bare)).to.deep.equal([]);
  });

  it('are given to the page alone: what it takes over is held', async () => {
    const { store, asked } = noting();
    const page = desk({}, store);
    asked.length = 0;
    page.take([stored('before')]);
    const sender = page.edit(page.all()[0]!);
    sender.edit.change(note('after'));
    page.offer.outcomes = [Promise.resolve()];
    await sender.send('give');
    expect(sender.edit.delivery.state).to.equal('sent');
    expect(wordsIn(page)).to.deep.equal(['after']);
    page.provide({ signOuts: 1 });
    await until(() => wordsIn(page).length > 0, 'what the page keeps');
    expect(wordsIn(page)).to.deep.equal(['after']);
    expect(asked).to.deep.equal([]);
  });

  it('are not sent where the page does not take over', async () => {
    const { store, asked } = noting();
    const page = desk({}, store);
    asked.length = 0;
    page.take([stored('before')]);
    const sender = page.edit(page.all()[0]!);
    sender.edit.change(note('after'));
    await sender.send('give');
    expect(sender.edit.delivery).to.deep.include({ state: 'failed', reason: 'unsent' });
    expect(wordsIn(page)).to.deep.equal(['before']);
    expect(asked).to.deep.equal([]);
  });

  it('come to what is open, and leave what a person is changing', () => {
    const page = desk();
    page.take([stored('before')]);
    const sender = page.edit(page.all()[0]!);
    page.take([stored('newer', '2')]);
    expect(sender.edit.value.get('words')).to.equal('newer');
    sender.edit.change(note('mine'));
    page.take([stored('newest', '3')]);
    expect(sender.edit.value.get('words')).to.equal('mine');
  });

  it('are hidden from whom the person was not told of, also when that comes later', async () => {
    const page = desk({ viewer: 'therapist', author: 'Practitioner/1' });
    page.take([stored('shared')]);
    await until(() => wordsIn(page).length > 0, 'what the page gave');
    const sender = page.edit(page.all()[0]!);
    page.take([toldTo('supervisor', stored('not for you', '2'))]);
    expect(page.hasHidden()).to.equal(true);
    expect(wordsIn(page)).to.deep.equal([]);
    expect(JSON.stringify(page.open())).to.not.contain('shared');
    expect(sender.edit.isHidden).to.equal(true);
  });
});
