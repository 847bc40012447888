import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { ThreadEntry } from '../../../src/domain/empathy/moment.js';
import {
  groupOf,
  inSessions,
  isForNext,
  joinMoments,
  momentGroups,
  stateOf,
  type Said,
} from '../../../src/domain/empathy/shared-moment.js';
import type { Known, Link } from '../../../src/domain/link.js';
import { client, confirmedAt, minute, missed, readAt, replyAt, sharedAs, therapist } from './build.js';

describe('where a moment stands', () => {
  const unknown = { by: undefined };
  const cases: readonly (readonly [state: string, what: string, thread: readonly ThreadEntry[]])[] = [
    ['sent', 'nothing', []],
    ['read', 'read', [readAt(1)]],
    ['read', 'read by somebody unknown', [readAt(1, unknown)]],
    ['sent', 'read by the client', [readAt(1, client)]],
    ['answered', 'answered', [readAt(1), replyAt(2)]],
    ['answered', 'answered before it was read', [replyAt(1), readAt(2)]],
    ['answered', 'answered by another system', [replyAt(1, unknown)]],
    ['sent', 'more words of the client', [replyAt(1, client)]],
    ['better', 'better', [replyAt(1), confirmedAt(2, 'better')]],
    ['same', 'the same', [replyAt(1), confirmedAt(2, 'same')]],
    ['not-yet', 'not yet', [replyAt(1), confirmedAt(2, 'not-yet')]],
    ['answered', 'not yet, answered', [replyAt(1), confirmedAt(2, 'not-yet'), replyAt(3)]],
    ['answered', 'the same, answered', [replyAt(1), confirmedAt(2, 'same'), replyAt(3)]],
    ['not-yet', 'not yet, read by another', [replyAt(1), confirmedAt(2, 'not-yet'), readAt(3)]],
    ['better', 'better, and one more word', [replyAt(1), confirmedAt(2, 'better'), replyAt(3)]],
    ['not-yet', 'better, then not', [replyAt(1), confirmedAt(2, 'better'), confirmedAt(3, 'not-yet')]],
    [
      'answered',
      'a therapist who confirms for the client',
      [replyAt(1), confirmedAt(2, 'better', therapist)],
    ],
  ];
  for (const [state, what, thread] of cases)
    it(`${what}: ${state}`, () => expect(stateOf(thread)).to.equal(state));
});

const root = (id: string, link: Link = { reference: `Communication/${id}` }) => ({
  ...{ id, link, moment: missed, ...client },
});
const said = (entry: Known<ThreadEntry>, ...answers: readonly Link[]): Said => ({
  entry,
  link: { reference: `Communication/${entry.id}` },
  answers,
});
const to = (id: string): Link => ({ reference: `Communication/${id}` });

describe('moments with what hangs on them', () => {
  it('are found by their identifier or by any address of theirs', () => {
    const identifier = { system: 'https://example.org', value: 'mine' };
    const link = { identifier, reference: 'Communication/1' };
    for (const name of [
      { identifier },
      { reference: 'https://example.org/fhir/Communication/1/_history/3' },
      { identifier: { system: 'https://example.org', value: 'other' }, reference: 'Communication/1' },
    ]) {
      const [shared] = joinMoments([root('m', link)], [said(replyAt(1), name)], []);
      expect(shared?.state).to.equal('answered');
    }
    const other = { identifier: { system: 'https://example.com', value: 'mine' } };
    expect(joinMoments([root('m', link)], [said(replyAt(1), other)], [])[0]?.state).to.equal('sent');
  });

  it('what hangs on a moment that is not here is left out, and so is a moment of no known kind', () => {
    const joined = joinMoments(
      [root('m'), { ...root('n'), moment: { words: 'Hm' } }],
      [said(replyAt(1), to('x'))],
      [],
    );
    expect(joined.map(({ id, thread }) => [id, thread.length])).to.deep.equal([['m', 0]]);
  });

  it('an answer to an answer belongs to the thread, in whatever order they come', () => {
    const all = [
      said(replyAt(3), to('e2')),
      said(confirmedAt(2, 'not-yet'), to('e1')),
      said(replyAt(1), to('m')),
    ];
    const [shared] = joinMoments([root('m')], all, []);
    expect(shared?.thread.map(({ id }) => id)).to.deep.equal(['e1', 'e2', 'e3']);
    const loop = [said(replyAt(1), to('e2')), said(replyAt(2), to('e1'))];
    expect(joinMoments([root('m')], loop, [])[0]?.thread, 'who answer only each other').to.deep.equal([]);
  });

  it('one reading a reader, the first; and each other one its own', () => {
    const colleague = { by: 'therapist', author: 'Practitioner/9' };
    const all = [readAt(3), readAt(1), readAt(2, colleague)].map((entry) => said(entry, to('m')));
    expect(joinMoments([root('m')], all, [])[0]?.thread.map(({ id }) => id)).to.deep.equal(['e1', 'e2']);
  });

  it('have the newest of what is to be brought up', () => {
    const raise = (id: string, minutes: number, isDone: boolean) => ({
      ...{ id, moment: to('m'), ...client, at: minute(minutes), isDone },
    });
    const [shared] = joinMoments([root('m')], [], [raise('new', 2, true), raise('old', 1, false)]);
    expect(shared?.raise?.id).to.equal('new');
  });

  it('are the same in whatever order they were found, and none is lost or doubled', () => {
    const entries = fc.uniqueArray(
      fc.tuple(
        fc.integer({ min: 0, max: 59 }),
        fc.constantFrom('read', 'reply', 'better', 'not-yet'),
        fc.boolean(),
      ),
      { selector: ([minutes]) => minutes, maxLength: 8 },
    );
    fc.assert(
      fc.property(entries, fc.infiniteStream(fc.nat()), (made, chance) => {
        const all = made.map(([minutes, kind, isSecond]) => {
          const entry =
            kind === 'read'
              ? readAt(minutes, { by: 'therapist', author: `Practitioner/${String(minutes)}` })
              : kind === 'reply'
                ? replyAt(minutes)
                : confirmedAt(minutes, kind === 'better' ? 'better' : 'not-yet');
          return said(entry, to(isSecond ? 'n' : 'm'));
        });
        const mixed = all
          .map((one) => [chance.next().value as number, one] as const)
          .sort(([one], [other]) => one - other)
          .map(([, one]) => one);
        const roots = [root('m'), root('n')];
        const joined = joinMoments(roots, all, []);
        expect(joinMoments(roots, mixed, [])).to.deep.equal(joined);
        expect(joined.flatMap(({ thread }) => thread)).to.have.length(all.length);
      }),
    );
  });
});

describe('whose turn it is', () => {
  const next = { ...missed, visibility: 'next' } as const;
  const raised = (isDone: boolean) => ({ id: 'r', moment: {}, isDone });
  const cases: readonly (readonly [
    what: string,
    shared: ReturnType<typeof sharedAs>,
    client: string,
    therapist: string,
  ])[] = [
    ['sent', sharedAs([]), 'waiting-for-them', 'waiting-for-me'],
    ['read', sharedAs([readAt(1)]), 'waiting-for-them', 'waiting-for-me'],
    ['answered', sharedAs([replyAt(1)]), 'waiting-for-me', 'waiting-for-them'],
    ['not yet', sharedAs([replyAt(1), confirmedAt(2, 'not-yet')]), 'waiting-for-them', 'waiting-for-me'],
    ['better', sharedAs([replyAt(1), confirmedAt(2, 'better')]), 'settled', 'settled'],
    ['the same', sharedAs([replyAt(1), confirmedAt(2, 'same')]), 'settled', 'settled'],
    ['for next time', sharedAs([], next), 'waiting-for-them', 'next-session'],
    [
      'for next time, brought up',
      { ...sharedAs([], next), raise: raised(true) },
      'waiting-for-them',
      'waiting-for-me',
    ],
    ['for next time, answered', sharedAs([replyAt(1)], next), 'waiting-for-me', 'next-session'],
    ['for next time, better', sharedAs([replyAt(1), confirmedAt(2, 'better')], next), 'settled', 'settled'],
    ['raised', { ...sharedAs([]), raise: raised(false) }, 'waiting-for-them', 'next-session'],
    ['raised and done', { ...sharedAs([]), raise: raised(true) }, 'waiting-for-them', 'waiting-for-me'],
  ];
  for (const [what, shared, ofClient, ofTherapist] of cases)
    it(what, () => {
      expect([groupOf(shared, 'client'), groupOf(shared, 'therapist')]).to.deep.equal([
        ofClient,
        ofTherapist,
      ]);
      expect(groupOf(shared, undefined), 'nothing waits for who only reads').to.not.equal('waiting-for-me');
      expect(isForNext(shared)).to.equal(ofTherapist === 'next-session');
    });
});

it('what waits for the one who looks is shown first, and what is settled last', () => {
  expect(momentGroups).to.deep.equal(['waiting-for-me', 'next-session', 'waiting-for-them', 'settled']);
});

describe('moments in the order of sessions', () => {
  const of = (id: string, minutes: number, encounter?: string) => ({
    ...sharedAs([]),
    ...{ id, at: minute(minutes), encounter },
  });
  it('the newest session first, and in each the order of time', () => {
    const all = [of('c', 3, 'Encounter/1'), of('b', 2, 'Encounter/2'), of('a', 1, 'Encounter/1')];
    expect(inSessions(all).map(({ id }) => id)).to.deep.equal(['a', 'c', 'b']);
  });

  it('without a session by the day', () => {
    const yesterday = { ...of('x', 0), at: '2026-11-25T10:00:00Z' };
    expect(inSessions([of('b', 2), yesterday, of('a', 1)]).map(({ id }) => id)).to.deep.equal([
      'a',
      'b',
      'x',
    ]);
  });
});
