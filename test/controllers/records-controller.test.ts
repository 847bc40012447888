import { expect } from '@open-wc/testing';
import type { Communication } from 'fhir/r4.js';
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
function counting(): { store: ActStore; asked: { searches: number; watches: number } } {
  const inner = createMemoryStore();
  const asked = { searches: 0, watches: 0 };
  const store: ActStore = {
    ...inner,
    search: (...args) => ((asked.searches += 1), inner.search(...args)),
    watch: (...args) => ((asked.watches += 1), inner.watch(...args)),
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
    Object.assign(asked, { searches: 0, watches: 0 });
    const reader = deskOn(noteKind, { store, drafts });
    await until(() => reader.all().length === 3);
    expect(asked).to.deep.equal({ searches: 1, watches: 1 });
    const edits = reader.all().map((one) => reader.edit(one));
    edits.forEach(({ edit }, index) => {
      edit.change(note(`${words[index]!}, changed`));
    });
    await Promise.all(edits.map((sender) => sender.send('give')));
    expect(asked).to.deep.equal({ searches: 1, watches: 1 });
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
