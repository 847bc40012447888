import { expect } from '@open-wc/testing';
import {
  confirm,
  raise,
  read,
  refusalOfSharing,
  reply,
  share,
  type MomentOutcome,
} from '../../../src/domain/empathy/acts.js';
import {
  momentRefusals,
  refusalOf,
  refusalOfTakingBack,
  type MomentAction,
  type MomentRefusal,
} from '../../../src/domain/empathy/refusals.js';
import type { Moment } from '../../../src/domain/empathy/moment.js';
import { withEntry } from '../../../src/domain/empathy/shared-moment.js';
import {
  at,
  client,
  confirmedAt,
  minute,
  missed,
  reader,
  readAt,
  replyAt,
  sharedAs,
  therapist,
} from './build.js';

const valueOf = <Value>(outcome: MomentOutcome<Value>): Value => {
  if ('refused' in outcome) throw new Error(`refused: ${outcome.refused}`);
  return outcome.value;
};
const refusedIn = (outcome: MomentOutcome<unknown>) => ('refused' in outcome ? outcome.refused : 'ok');

type Expected = 'ok' | MomentRefusal;
type Row = Readonly<Record<Exclude<MomentAction, 'share'>, readonly [client: Expected, therapist: Expected]>>;

/** What each side may do to a moment that was shared, by hand. */
const rights = (read: Expected, confirm: Expected): Row => ({
  read: ['not-yours', read],
  reply: ['not-yours', 'ok'],
  confirm: [confirm, 'not-yours'],
  withdraw: ['ok', 'not-yours'],
  raise: ['ok', 'ok'],
});
const states = {
  sent: [],
  read: [readAt(1)],
  'read by another': [readAt(1, { by: 'therapist', author: 'Practitioner/9' })],
  answered: [readAt(1), replyAt(2)],
  'answered and not read': [replyAt(2)],
  'with words of the client alone': [replyAt(2, client)],
  'not-yet': [readAt(1), replyAt(2), confirmedAt(3, 'not-yet')],
  better: [readAt(1), replyAt(2), confirmedAt(3, 'better')],
};
const table: Readonly<Record<keyof typeof states, Row>> = {
  sent: rights('ok', 'not-answered'),
  read: rights('already-read', 'not-answered'),
  'read by another': rights('ok', 'not-answered'),
  answered: rights('already-read', 'ok'),
  'answered and not read': rights('ok', 'ok'),
  'with words of the client alone': rights('ok', 'not-answered'),
  'not-yet': rights('already-read', 'ok'),
  better: rights('already-read', 'ok'),
};

describe('moments: what each side may do', () => {
  for (const [state, row] of Object.entries(table) as [keyof typeof states, Row][])
    it(state, () => {
      const shared = sharedAs(states[state]);
      for (const [action, expected] of Object.entries(row) as [keyof Row, Row[keyof Row]][]) {
        const found = [client, therapist].map((who) => refusalOf(shared, action, who) ?? 'ok');
        expect(found, action).to.deep.equal(expected);
        expect(refusalOf(shared, action, reader), action).to.equal('reader');
      }
    });

  const sharing: readonly (readonly [what: string, moment: Moment, expected: Expected])[] = [
    ['nothing', {}, 'no-kind'],
    ['a kind', { kind: 'understood' }, 'not-chosen'],
    ['for oneself', { ...missed, visibility: 'only-me' }, 'only-me'],
    ['a kind, for now', { kind: 'understood', visibility: 'now' }, 'ok'],
    ['for next time, without words', { kind: 'missed', visibility: 'next' }, 'ok'],
    ['own words about help that are blank', { ...missed, help: { kind: 'own', words: ' ' } }, 'no-words'],
    ['own words about help', { ...missed, help: { kind: 'own', words: 'A chair' } }, 'ok'],
    ['help without words', { ...missed, help: { kind: 'slow' } }, 'ok'],
  ];
  for (const [what, moment, expected] of sharing)
    it(`sharing ${what}: ${expected}`, () => {
      expect(refusalOfSharing(moment, client) ?? 'ok').to.equal(expected);
      expect(refusedIn(share(moment, client))).to.equal(expected);
      expect(refusalOfSharing(moment, therapist)).to.equal('not-yours');
      expect(refusalOfSharing(moment, reader)).to.equal('reader');
    });

  it('words are kept without blanks around them, and blank ones not at all', () => {
    const said = { ...missed, words: ' Too fast ', help: { kind: 'slow', words: ' ' } } as const;
    const { words, help } = valueOf(share(said, client));
    expect([words, help]).to.deep.equal(['Too fast', { kind: 'slow', words: undefined }]);
    expect(valueOf(share({ ...missed, words: '  ' }, client)).words).to.equal(undefined);
    expect(refusedIn(reply(sharedAs([]), therapist, ' \n'))).to.equal('no-words');
    expect(valueOf(reply(sharedAs([]), therapist, ' Thanks ')).words).to.equal('Thanks');
  });
});

describe('moments: what becomes of them', () => {
  it('the whole loop: read, answered, not yet, answered again, better', () => {
    let shared = sharedAs([]);
    const said: string[] = [shared.state];
    const add = (entry: MomentOutcome<Parameters<typeof withEntry>[1] | object>): void => {
      const id = `e${String(said.length)}`;
      shared = withEntry(shared, { ...valueOf(entry), id } as Parameters<typeof withEntry>[1]);
      said.push(shared.state);
    };
    add(read(shared, { ...therapist, at: minute(1) }));
    add(reply(shared, { ...therapist, at: minute(2) }, 'Next time I will go slower'));
    add(confirm(shared, { ...client, at: minute(3) }, 'not-yet', 'Still fast'));
    add(reply(shared, { ...therapist, at: minute(4) }, 'I will ask you'));
    add(confirm(shared, { ...client, at: minute(5) }, 'better'));
    expect(said).to.deep.equal(['sent', 'read', 'answered', 'not-yet', 'answered', 'better']);
    expect(shared.thread.map(({ by }) => by)).to.deep.equal([
      ...['therapist', 'therapist', 'client', 'therapist', 'client'],
    ]);
  });

  it('comes after what it answers, whatever the clocks say', () => {
    const shared = sharedAs([replyAt(30)]);
    const confirmed = valueOf(confirm(shared, { ...client, at: minute(20) }, 'better'));
    expect(confirmed.at).to.equal('2026-11-26T10:30:00.001Z');
    expect(withEntry(shared, { ...confirmed, id: 'c' }).state).to.equal('better');
    expect(valueOf(confirm(shared, { ...client, at: minute(40) }, 'better')).at).to.equal(minute(40));
  });

  it('the same is not said twice, but with other words or after another answer it is', () => {
    const same = sharedAs([replyAt(1), confirmedAt(2, 'same')]);
    expect(refusedIn(confirm(same, client, 'same'))).to.equal('no-change');
    expect(refusedIn(confirm(same, client, 'same', 'As before'))).to.equal('ok');
    expect(refusedIn(confirm(same, client, 'better'))).to.equal('ok');
    expect(refusedIn(confirm(sharedAs([...same.thread, replyAt(3)]), client, 'same'))).to.equal('ok');
  });

  it('is brought up next time once, and then it is done', () => {
    const shared = sharedAs([]);
    expect(refusedIn(raise(shared, therapist, true)), 'nobody wanted it').to.equal('no-change');
    const planned = valueOf(raise(shared, therapist));
    expect(planned).to.deep.equal({ ...therapist, moment: shared.link, isDone: false });
    const raised = { ...shared, raise: { ...planned, id: 'r' } };
    expect(refusedIn(raise(raised, client))).to.equal('no-change');
    const done = valueOf(raise(raised, { ...client, at: minute(9) }, true));
    expect(done, 'who wanted it, and when, stays').to.deep.equal({ ...planned, isDone: true });
    const brought = { ...shared, raise: { ...done, id: 'r' } };
    expect(refusedIn(raise(brought, therapist, true))).to.equal('no-change');
    expect(valueOf(raise(brought, client)).isDone, 'and again').to.equal(false);
    expect(refusedIn(raise(shared, reader))).to.equal('reader');
  });

  it('what was shared for next time is done without anybody having raised it', () => {
    const next = sharedAs([], { ...missed, visibility: 'next' });
    expect(valueOf(raise(next, therapist, true)).isDone).to.equal(true);
    expect(refusedIn(raise(next, client))).to.equal('ok');
  });

  it('what was said is taken back by whoever said it, until there is an answer', () => {
    const thread = [readAt(1), replyAt(2), confirmedAt(3, 'better'), replyAt(4)];
    const shared = sharedAs(thread);
    const found = (id: string, who: typeof client | typeof therapist | typeof reader) =>
      refusalOfTakingBack(shared, id, who) ?? 'ok';
    expect([found('e2', therapist), found('e4', therapist)]).to.deep.equal(['already-answered', 'ok']);
    expect([found('e3', client), found('e3', therapist)]).to.deep.equal(['already-answered', 'not-yours']);
    expect([found('e4', client), found('none', client)]).to.deep.equal(['not-yours', 'not-yours']);
    expect(found('e4', reader)).to.equal('reader');
    const colleague = { by: 'therapist', author: 'Practitioner/9', at } as const;
    expect(refusalOfTakingBack(shared, 'e4', colleague)).to.equal('not-yours');
  });

  it('every refusal is met', () => {
    const met = new Set<string>([
      ...Object.values(table).flatMap((row) => Object.values(row).flat()),
      ...['reader', 'no-kind', 'not-chosen', 'only-me', 'no-words', 'already-answered', 'no-change'],
    ]);
    expect(momentRefusals.filter((one) => !met.has(one))).to.deep.equal([]);
  });
});
