import { expect } from '@open-wc/testing';
import { createMemoryDrafts } from '../../src/store/memory/memory-drafts.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { deferred } from '../support/care.js';
import { deskOn, leaveDesks } from '../support/desk.js';
import { until } from '../support/until.js';
import { note, noteKind } from '../suites/note-kind.js';

const owner = { subject: 'Patient/1', author: 'Patient/1' };

describe('a draft of what was given, found late', () => {
  afterEach(leaveDesks);

  it('does not take away the version that a change is made on', async () => {
    const store = createMemoryStore();
    const drafts = { ...createMemoryDrafts(), lasts: 'device' as const };
    const first = deskOn(noteKind, { store, drafts });
    const sender = first.begin();
    sender.edit.change(note('one', 'ours'));
    await first.pause();
    const [kept] = await until(async () => {
      const all = await drafts.list(owner, 'note');
      return all.length > 0 && all;
    });
    await sender.send('give');
    await until(async () => (await drafts.list(owner, 'note')).length === 0);
    await drafts.write(kept!); // its removal was still under way when the page was left

    const gate = deferred<undefined>();
    const read: typeof drafts.read = async (key) => {
      await gate.promise;
      return drafts.read(key);
    };
    const list: typeof drafts.list = async (...asked) => {
      await gate.promise;
      return drafts.list(...asked);
    };
    const second = deskOn(noteKind, { store, drafts: { ...drafts, read, list } });
    const going = await until(second.stored, 'it is found');
    going.edit.change(note('two', 'ours'));
    gate.resolve(undefined);
    await until(() => !going.edit.isLoading, 'the draft was found');
    expect(going.edit.base?.meta?.versionId).to.equal('1');

    const other = await until(deskOn(noteKind, { store, drafts: createMemoryDrafts() }).stored);
    other.edit.change(note('one', 'mine'));
    await other.send('give');
    await going.send('give');
    expect(going.edit.delivery.state).to.equal('saved');
  });
});
