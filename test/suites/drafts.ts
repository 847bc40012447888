import { expect } from '@open-wc/testing';
import type { Draft, DraftStore } from '../../src/context/drafts.js';
import { response } from './store.js';

const draft = (key: string, changes: Partial<Draft> = {}): Draft => ({
  key,
  subject: 'Patient/1',
  kind: 'response',
  resource: response(),
  keptAt: '2026-11-23T10:00:00Z',
  ...changes,
});

/** What every place for drafts promises. */
export function draftContract(open: () => DraftStore): void {
  let drafts: DraftStore;
  beforeEach(async () => {
    drafts = open();
    await drafts.clear();
  });
  const keys = async (subject: string, kind: string, author?: string): Promise<readonly string[]> =>
    (await drafts.list({ subject, author }, kind)).map(({ key }) => key);

  it('keeps a draft under its key, the last one, until it is removed', async () => {
    expect(await drafts.read('a')).to.equal(undefined);
    await drafts.write(draft('a'));
    const last = draft('a', { position: 'trust', base: response({ id: 'held' }) });
    await drafts.write(last);
    expect(await drafts.read('a')).to.deep.equal(last);
    await drafts.remove('a');
    await drafts.remove('never there');
    expect(await drafts.read('a')).to.equal(undefined);
  });

  it('lists those of one person and kind as they were last kept', async () => {
    await drafts.write(draft('a', { keptAt: '2026-11-23T10:00:02Z' }));
    await drafts.write(draft('b', { keptAt: '2026-11-23T10:00:01Z' }));
    await drafts.write(draft('c', { kind: 'goal' }));
    await drafts.write(draft('d', { subject: 'Patient/2' }));
    expect(await keys('Patient/1', 'response')).to.deep.equal(['b', 'a']);
    await drafts.write(draft('b', { keptAt: '2026-11-23T10:00:03Z' }));
    expect(await keys('Patient/1', 'response')).to.deep.equal(['a', 'b']);
    expect(await keys('Patient/1', 'goal')).to.deep.equal(['c']);
    expect(await keys('Patient/3', 'goal')).to.deep.equal([]);
  });

  it('offers what one author keeps to nobody else', async () => {
    await drafts.write(draft('a', { author: 'Patient/1' }));
    await drafts.write(draft('b', { author: 'RelatedPerson/1' }));
    await drafts.write(draft('c'));
    expect(await keys('Patient/1', 'response', 'Patient/1')).to.deep.equal(['a']);
    expect(await keys('Patient/1', 'response', 'RelatedPerson/1')).to.deep.equal(['b']);
    expect(await keys('Patient/1', 'response'), 'of nobody who is named').to.deep.equal(['c']);
    expect(await keys('Patient/1', 'response', 'Patient/2')).to.deep.equal([]);
  });

  it('lists all of one author and nothing of another, however many each keeps and of whatever kind', async () => {
    const authors = ['Patient/1', 'RelatedPerson/1', undefined];
    const kinds = ['goal', 'moment'];
    for (let at = 0; at < 5; at += 1)
      for (const author of authors)
        for (const kind of kinds)
          await drafts.write(
            draft(`${kind} ${author} ${at}`, { author, kind, keptAt: `2026-11-23T10:00:0${at}Z` }),
          );
    const listed = (author: string | undefined, kind: string): readonly string[] =>
      [0, 1, 2, 3, 4].map((at) => `${kind} ${author} ${at}`);
    for (const author of authors)
      for (const kind of kinds)
        expect(await keys('Patient/1', kind, author)).to.deep.equal(listed(author, kind));
    for (const key of listed('RelatedPerson/1', 'goal')) await drafts.remove(key);
    expect(await keys('Patient/1', 'goal', 'RelatedPerson/1')).to.deep.equal([]);
    expect(await keys('Patient/1', 'goal', 'Patient/1')).to.deep.equal(listed('Patient/1', 'goal'));
    expect(await keys('Patient/1', 'goal')).to.deep.equal(listed(undefined, 'goal'));
    await drafts.clear('Patient/1');
    for (const author of authors)
      for (const kind of kinds)
        expect(await keys('Patient/1', kind, author), 'at sign-out').to.deep.equal([]);
  });

  it('does not hand out what it holds', async () => {
    const given = draft('a', { resource: response() });
    await drafts.write(given);
    Object.assign(given.resource, { status: 'stopped' });
    Object.assign((await drafts.read('a'))!.resource, { status: 'stopped' });
    expect((await drafts.read('a'))?.resource).to.deep.equal(response());
  });

  it('forgets one person, or everything, at sign-out', async () => {
    await drafts.write(draft('a'));
    await drafts.write(draft('b', { subject: 'Patient/2' }));
    await drafts.clear('Patient/1');
    expect(await drafts.read('a')).to.equal(undefined);
    expect(await keys('Patient/2', 'response')).to.deep.equal(['b']);
    await drafts.clear();
    expect(await drafts.read('b')).to.equal(undefined);
  });
}
