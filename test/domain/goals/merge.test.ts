import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { carryOut, type GoalAct } from '../../../src/domain/goals/acts.js';
import { termsWith } from '../../../src/domain/goals/terms.js';
import { levels, noGoal, type Goal, type Level } from '../../../src/domain/goals/goal.js';
import { otherSide, sides, type Side } from '../../../src/domain/side.js';
import { mergeGoals, resolveGoal, sameGoals } from '../../../src/domain/goals/merge.js';
import { sameTerms } from '../../../src/domain/goals/terms.js';

const at = '2026-11-26T10:00:00.000Z';
const by = (side: Side) => ({ by: side, at });

const proposed: Goal = {
  ...noGoal,
  text: 'Walk to the shop',
  levels: new Map<Level, string>([[0, 'I walk there and back.']]),
  accepted: { client: 'agree', therapist: 'pending' },
};
const agreed: Goal = { ...proposed, state: 'agreed', accepted: { client: 'agree', therapist: 'agree' } };

function done(goal: Goal, act: GoalAct): Goal {
  const outcome = carryOut(goal, act);
  return 'goal' in outcome ? outcome.goal : goal;
}

const edit = (side: Side, terms: Partial<Goal>): GoalAct => ({ action: 'edit', ...by(side), terms });

/** Any act of a side, whether it is possible or not. */
const acts = (side: Side): fc.Arbitrary<GoalAct> => {
  const text = fc.constantFrom('Walk', 'Walk far', 'Walk with a friend', 'Swim');
  const due = fc.constantFrom('2027', '2027-02', undefined);
  const texts = fc
    .dictionary(fc.constantFrom(...levels.map(String)), fc.constantFrom('one', 'two'), { maxKeys: 3 })
    .map((all) => new Map(Object.entries(all).map(([level, words]) => [Number(level) as Level, words])));
  const terms = fc.record({ text, due, levels: texts }, { requiredKeys: [] });
  return fc.oneof(
    fc
      .constantFrom('accept', 'decline', 'hold', 'resume', 'reach', 'let-go', 'reopen')
      .map((action) => ({ action: action as 'accept', ...by(side) })),
    terms.map((change) => ({ action: 'ask' as const, ...by(side), change })),
    terms.map((change) => ({ action: 'edit' as const, ...by(side), terms: change })),
    fc.uuid().map((id) => ({ action: 'note' as const, ...by(side), id, words: `A note ${id}` })),
  );
};

const goals = fc
  .tuple(fc.constantFrom(proposed, agreed), fc.array(fc.constantFrom(...sides).chain(acts), { maxLength: 6 }))
  .map(([start, all]) => all.reduce(done, start));

describe('two versions of a goal', () => {
  it('merged with itself, a version stays what it is', () => {
    fc.assert(
      fc.property(goals, goals, (base, goal) => {
        const { value, conflicts } = mergeGoals(base, goal, goal);
        expect(conflicts).to.deep.equal([]);
        expect(sameGoals(value, goal), 'the same').to.equal(true);
      }),
    );
  });

  it('a wish for no levels is the same, whether they are left out or empty', () => {
    const wishing = (wish: object): Goal => ({
      ...agreed,
      changes: { client: { ...by('client'), ...wish } },
    });
    const none = new Map<Level, string>();
    expect(sameGoals(wishing({ text: 'Swim' }), wishing({ text: 'Swim', levels: none }))).to.equal(true);
    // Without words what is left out stays
    expect(sameGoals(wishing({ due: '2027' }), wishing({ due: '2027', levels: none }))).to.equal(false);
  });

  it('a version that did not change gives the other one', () => {
    fc.assert(
      fc.property(goals, goals, (base, goal) => {
        for (const [mine, theirs] of [[base, goal] as const, [goal, base] as const]) {
          const { value, conflicts } = mergeGoals(base, mine, theirs);
          expect(conflicts).to.deep.equal([]);
          expect(value.text).to.equal(goal.text);
          expect(value.state).to.deep.equal(goal.state);
        }
      }),
    );
  });

  it('what is changed in different places comes together, from whichever side one looks', () => {
    const mine = done(agreed, { action: 'weigh', ...by('client'), importance: 3, difficulty: undefined });
    const theirs = done(agreed, { action: 'hold', ...by('therapist') });
    const [one, other] = [mergeGoals(agreed, mine, theirs), mergeGoals(agreed, theirs, mine)];
    expect([one.conflicts, other.conflicts]).to.deep.equal([[], []]);
    expect(sameGoals(one.value, other.value)).to.equal(true);
    expect([one.value.importance, one.value.state]).to.deep.equal([3, 'on-hold']);
  });

  it('words, date, state and the text of one level are asked about, and by default mine', () => {
    const mine = done(
      done(proposed, edit('client', { text: 'A', due: '2027', levels: new Map([[0, 'a']]) })),
      {
        action: 'let-go',
        ...by('client'),
      },
    );
    const theirs = {
      ...proposed,
      text: 'B',
      due: '2028',
      levels: new Map([[0, 'b'] as const]),
      state: 'reached' as const,
    };
    const { value, conflicts } = mergeGoals(proposed, mine, theirs);
    expect(conflicts.map(({ part, mine: here, theirs: there }) => [part, here, there])).to.deep.equal([
      ['text', 'A', 'B'],
      ['due', '2027', '2028'],
      ['state', 'let-go', 'reached'],
      ['level:0', 'a', 'b'],
    ]);
    expect([value.text, value.due, value.levels.get(0)]).to.deep.equal(['A', '2027', 'a']);
  });

  it('different levels do not contradict each other', () => {
    const with_ = (level: Level) => new Map([...proposed.levels, [level, 'words']] as [Level, string][]);
    const mine = done(proposed, edit('client', { levels: with_(1) }));
    const theirs = done(proposed, edit('therapist', { levels: with_(-1) }));
    const { value, conflicts } = mergeGoals(proposed, mine, theirs);
    expect(conflicts).to.deep.equal([]);
    expect([...value.levels.keys()].sort()).to.deep.equal([-1, 0, 1]);
    expect(value.accepted, 'nobody has seen both').to.deep.equal({ client: 'pending', therapist: 'pending' });
  });

  it('notes of both stay, once each', () => {
    const note = (goal: Goal, side: Side, id: string) =>
      done(goal, {
        action: 'note',
        by: side,
        at: `${at.slice(0, 17)}0${String(id.length)}.000Z`,
        id,
        words: id,
      });
    const mine = note(note(agreed, 'client', 'a'), 'client', 'bb');
    const theirs = note(agreed, 'therapist', 'ccc');
    const { value } = mergeGoals(agreed, mine, mergeGoals(agreed, mine, theirs).value);
    expect(value.notes.map(({ words }) => words)).to.deep.equal(['a', 'bb', 'ccc']);
  });
});

describe('an acceptance holds only for the words that it was given to', () => {
  it('accepted offline while the words were changed, it is pending', () => {
    const mine = done(proposed, { action: 'accept', ...by('therapist') });
    const theirs = done(proposed, edit('client', { text: 'Walk far' }));
    const { value, conflicts } = mergeGoals(proposed, mine, theirs);
    expect(conflicts).to.deep.equal([]);
    expect([value.text, value.accepted.therapist, value.state]).to.deep.equal([
      'Walk far',
      'pending',
      'proposed',
    ]);
  });

  it('a wish that was accepted outlives nothing else: a newer wish stays', () => {
    const wished = done(agreed, edit('therapist', { text: 'Walk far' }));
    const mine = done(wished, { action: 'accept', ...by('client') });
    const theirs = done(wished, {
      action: 'edit',
      by: 'therapist',
      at: '2026-11-27T10:00:00Z',
      terms: { text: 'Swim' },
    });
    const { value } = mergeGoals(wished, mine, theirs);
    expect([value.text, value.state, value.changes.therapist?.text]).to.deep.equal([
      'Walk far',
      'agreed',
      'Swim',
    ]);
  });

  it('keeping both makes mine a wish, and theirs stay', () => {
    const mine = done(proposed, edit('client', { text: 'A' }));
    const theirs = done(proposed, edit('therapist', { text: 'B' }));
    const { value, conflicts } = mergeGoals(proposed, mine, theirs);
    const settled = conflicts.reduce(
      (goal, conflict) => resolveGoal(goal, conflict, 'both', { side: 'client', at }),
      value,
    );
    expect([settled.text, settled.changes.client?.text]).to.deep.equal(['B', 'A']);
    expect(settled.accepted).to.deep.equal({ client: 'pending', therapist: 'agree' });
  });

  it('in any order of two people, online and off, nobody agrees to what their page never showed', () => {
    const steps = fc.array(
      fc.record({
        side: fc.constantFrom(...sides),
        does: fc.constantFrom('act', 'act', 'send', 'look'),
        choice: fc.constantFrom('mine', 'theirs', 'both'),
        act: fc.constantFrom(...sides).chain(acts),
      }),
      { minLength: 4, maxLength: 24 },
    );
    fc.assert(
      fc.property(fc.constantFrom(proposed, agreed), steps, (start, all) => {
        let server = start;
        const pages = { client: { base: start, mine: start }, therapist: { base: start, mine: start } };
        /** Terms to which each side has said yes while they were on its page. */
        const said: Record<Side, Goal[]> = { client: [start], therapist: [start] };
        const notes = new Set<string>();
        for (const { side, does, act, choice } of all) {
          const page = pages[side];
          if (does === 'act') {
            const before = page.mine;
            page.mine = done(before, { ...act, ...by(side) });
            // Only an act that says so is a yes: not a pause of a goal that a merge has as agreed to
            const isYes = act.action === 'accept' || (act.action === 'edit' && !sameTerms(before, page.mine));
            if (isYes && page.mine.accepted[side] === 'agree') said[side].push(page.mine);
            // What one side wants is said to by it; the other accepts it as it stands on its own page
            const wish = page.mine.changes[side];
            if (wish && wish !== before.changes[side])
              said[side].push({ ...page.mine, ...termsWith(page.mine, wish) });
            for (const { id } of page.mine.notes) if (id !== undefined) notes.add(id);
          } else if (does === 'send') {
            const { value, conflicts } = mergeGoals(page.base, page.mine, server);
            // What is kept as a wish was on this page
            if (choice === 'both' && conflicts.length > 0) said[side].push(page.mine);
            server = conflicts.reduce(
              (goal, conflict) => resolveGoal(goal, conflict, choice as 'mine', { side, at }),
              value,
            );
            page.base = page.mine = server;
          } else if (sameGoals(page.base, page.mine)) {
            page.base = page.mine = server;
          }
          for (const who of sides) {
            const hasSaid = said[who].some((goal) => sameTerms(goal, server));
            if (server.accepted[who] === 'agree')
              expect(hasSaid, `${who} is said to agree to "${server.text}"`).to.equal(true);
            if (server.state === 'agreed')
              expect(server.accepted[otherSide(who)], 'agreed only where both are').to.equal('agree');
          }
        }
        for (const side of sides) {
          const { base, mine } = pages[side];
          server = mergeGoals(base, mine, server).value;
        }
        const ids = server.notes.map(({ id }) => id ?? '');
        expect(ids.sort()).to.deep.equal([...notes].sort());
      }),
      { numRuns: 400 },
    );
  });
});
