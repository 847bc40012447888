import { expect } from '@open-wc/testing';
import type { Communication } from 'fhir/r4.js';
import { createMemoryDrafts } from '../../src/store/memory/memory-drafts.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { deskOn, leaveDesks } from '../support/desk.js';
import { holdPatience } from '../support/patience.js';
import { deferred } from '../support/care.js';
import { until } from '../support/until.js';
import { note, noteKind } from '../suites/note-kind.js';

/*
 * One record of a key, as a widget with one form has it: whose it is, what of it is kept, and what is said of it.
 */

const SUBJECT = 'Patient/1';
const owner = { subject: SUBJECT, author: SUBJECT };
const { list, ...one } = noteKind;
const kind: typeof noteKind = {
  ...one,
  keyed: ['subject', 'author', 'encounter'],
  find: ({ encounter }) => (encounter === undefined ? undefined : { subject: SUBJECT }),
};
const page = () => ({
  store: createMemoryStore(),
  drafts: { ...createMemoryDrafts(), lasts: 'device' as const },
});
const wordsOf = (resource: unknown): string | undefined =>
  (resource as Communication).payload?.[0]?.contentString;
type Page = ReturnType<typeof page>;
const draftsIn = async ({ drafts }: Page) =>
  (await drafts.list(owner, 'note')).map(({ resource }) => wordsOf(resource)).sort();
const stored = (changes: Partial<Communication> = {}): Communication => ({
  resourceType: 'Communication',
  id: 'n',
  meta: { versionId: '1' },
  identifier: [{ system: 'https://example.org/notes', value: 'n' }],
  status: 'completed',
  subject: { reference: SUBJECT },
  payload: [{ contentString: 'theirs' }],
  ...changes,
});

describe('one record: what is kept of it', () => {
  afterEach(leaveDesks);

  it('is two drafts where two tabs change it, and sending one leaves the other', async () => {
    const here = page();
    const [first, second] = [deskOn(kind, here), deskOn(kind, here)];
    await until(() => !first.begin().edit.isLoading && !second.begin().edit.isLoading);
    first.begin().edit.change(note('of the first tab'));
    second.begin().edit.change(note('of the second tab'));
    await first.pause();
    await until(async () => (await draftsIn(here)).length === 2);
    expect(await draftsIn(here)).to.deep.equal(['of the first tab', 'of the second tab']);
    await second.begin().send('give');
    await until(async () => (await draftsIn(here)).length === 1);
    expect(await draftsIn(here)).to.deep.equal(['of the first tab']);
  });

  it('is one draft where a page goes on from what another has kept', async () => {
    const here = page();
    const first = deskOn(kind, here);
    first.begin().edit.change(note('begun'));
    await first.pause();
    const again = deskOn(kind, here);
    const kept = await until(again.kept);
    kept.edit.change(note('begun, and gone on with'));
    await again.pause();
    expect(await draftsIn(here)).to.deep.equal(['begun, and gone on with']);
  });

  it('is written by nobody after a sign-out, though it was left before', async () => {
    const here = page();
    const reading = deferred<undefined>();
    const slow = {
      ...here.drafts,
      read: async (key: string) => (await reading.promise, here.drafts.read(key)),
    };
    const signedOut = new AbortController();
    const gate = deferred<undefined>();
    const desk = deskOn(kind, { ...here, drafts: slow }, { signedOut: signedOut.signal });
    const sender = desk.begin();
    sender.edit.change(note('secret'));
    desk.offer.outcomes.push(gate.promise);
    const sending = sender.send('give');
    desk.leave();
    signedOut.abort();
    reading.resolve(undefined);
    gate.resolve(undefined);
    await sending;
    await sender.edit.end(false);
    expect(await draftsIn(here)).to.deep.equal([]);
    expect(await here.store.search('Communication', { subject: SUBJECT })).to.deep.equal([]);
  });

  it('is offered while a search hangs, which is said, and what it finds later is taken up', async () => {
    const here = page();
    const before = deskOn(kind, here);
    before.begin().edit.change(note('kept'));
    await before.pause();
    const searching = deferred<[]>();
    const patience = holdPatience();
    const desk = deskOn(kind, { ...here, store: { ...here.store, search: () => searching.promise } });
    patience.restore();
    const { edit } = desk.begin();
    await until(() => edit.value.get('words') === 'kept');
    expect(edit.isLoading).to.equal(true);
    patience.end();
    await until(() => !edit.isLoading);
    expect(edit.notice).to.equal('load');
  });

  it('says of many too that a search hangs, and shows what it finds later', async () => {
    const here = page();
    const searching = deferred<Communication[]>();
    const patience = holdPatience();
    let notice: unknown;
    const desk = deskOn(noteKind, { ...here, store: { ...here.store, search: () => searching.promise } });
    patience.restore();
    patience.end();
    await until(() => (notice = desk.notice()));
    expect(notice).to.equal('load');
    searching.resolve([stored()]);
    await until(() => desk.all().length === 1);
    expect(desk.notice()).to.equal(undefined);
  });
});

describe('one record: what the page sets', () => {
  afterEach(leaveDesks);

  /** What an edit shows after a draft was kept on one version, and the page sets another at the next load. */
  async function afterReload(kept: [string, string?], draftBase: Communication, set: Communication) {
    const here = page();
    const given = (base: Communication) => ({ value: kind.read(base), base });
    const before = deskOn(kind, here);
    before.begin().edit.take(given(draftBase));
    before.begin().edit.change(note(...kept));
    await before.pause();
    const again = deskOn(kind, here);
    again.begin().edit.take(given(set));
    await until(() => !again.begin().edit.isLoading);
    return { edit: again.begin().edit, here };
  }

  it('again at each load does not take away what was kept on it', async () => {
    const { edit } = await afterReload(['mine'], stored(), stored());
    expect([...edit.value]).to.deep.equal([['words', 'mine']]);
    expect(edit.isDirty).to.equal(true);
  });

  it('anew is brought together with what was kept on the version before', async () => {
    const set = stored({ meta: { versionId: '2' }, topic: { text: 'new title' } });
    const { edit } = await afterReload(['mine'], stored(), set);
    expect(edit.value).to.deep.equal(note('mine', 'new title'));
    expect(edit.base?.meta?.versionId).to.equal('2');
  });

  it('anew and against what was kept leaves the person’s words, and sending asks', async () => {
    const set = stored({ meta: { versionId: '2' }, payload: [{ contentString: 'changed elsewhere' }] });
    const { edit } = await afterReload(['mine'], stored(), set);
    expect(edit.value.get('words')).to.equal('mine');
    expect(edit.base?.meta?.versionId, 'the version that they were written for').to.equal('1');
  });

  it('about another record leaves the draft where it is', async () => {
    const other = stored({
      id: 'other',
      identifier: [{ system: 'https://example.org/notes', value: 'other' }],
    });
    const { edit, here } = await afterReload(['mine'], stored(), other);
    expect(edit.value.get('words')).to.equal('theirs');
    edit.change(note('about the other'));
    await edit.end(false);
    expect(await draftsIn(here)).to.deep.equal(['about the other', 'mine']);
  });
});

describe('one record: whose it is', () => {
  afterEach(leaveDesks);

  for (const [author, sender, isFound] of [
    [SUBJECT, SUBJECT, true],
    [SUBJECT, 'RelatedPerson/1', false],
    [SUBJECT, `https://fhir.example.org/${SUBJECT}/_history/2`, true],
    [undefined, 'Practitioner/9', false],
    [undefined, undefined, true],
  ] as const) {
    it(`of ${sender ?? 'nobody who is named'} is ${isFound ? '' : 'not '}gone on with by ${author ?? 'nobody who is named'}`, async () => {
      const here = page();
      await here.store.save(stored(sender === undefined ? {} : { sender: { reference: sender } }));
      const desk = deskOn(kind, here, { author });
      const { edit } = desk.begin();
      await until(() => !edit.isLoading);
      expect(edit.base !== undefined).to.equal(isFound);
    });
  }
});

describe('one record: that it was taken back', () => {
  afterEach(leaveDesks);

  it('is said when it is confirmed, and not while the page has it in hand', async () => {
    const desk = deskOn(kind, page());
    const sender = desk.begin();
    sender.edit.change(note('one'));
    await sender.send('give');
    Object.assign(desk.offer, { defaultPrevented: true });
    await sender.send('withdraw');
    expect(sender.edit.delivery.state).to.equal('handed-over');
    desk.offer.outcomes.push(Promise.resolve());
    await sender.send('withdraw');
    expect(sender.edit.delivery.state).to.equal('taken-back');
  });

  it('is not said of what a store has kept as it was', async () => {
    const here = page();
    let saved = stored();
    const store = { ...here.store, saveAll: () => Promise.resolve([{ saved }]) };
    const sender = deskOn(kind, { ...here, store }).begin();
    sender.edit.change(note('one'));
    await sender.send('give');
    saved = stored({ meta: { versionId: '2' } });
    await sender.send('withdraw');
    expect(sender.edit.delivery.state).to.equal('saved');
  });

  it('is tried again, where it failed, and nothing is given instead', async () => {
    const here = page();
    let isAway = false;
    const store = {
      ...here.store,
      saveAll: (...args: Parameters<typeof here.store.saveAll>) =>
        isAway
          ? Promise.reject(Object.assign(new Error('away'), { reason: 'offline' }))
          : here.store.saveAll(...args),
    };
    const sender = deskOn(kind, { ...here, store }).begin();
    sender.edit.change(note('one'));
    await sender.send('give');
    isAway = true;
    await sender.send('withdraw');
    expect(sender.edit.delivery).to.include({ state: 'failed', intent: 'withdraw' });
    isAway = false;
    await sender.retry();
    expect(sender.edit.delivery.state).to.equal('taken-back');
    const found = (await here.store.search('Communication', {})) as Communication[];
    expect(found.map(({ status }) => status)).to.deep.equal(['entered-in-error']);
  });
});
