import { expect } from '@open-wc/testing';
import { carryOut, undo, type GoalAct } from '../../../src/domain/goals/acts.js';
import { termsWith } from '../../../src/domain/goals/terms.js';
import { noGoal, type Goal, type Terms } from '../../../src/domain/goals/goal.js';
import { sides, type Side } from '../../../src/domain/side.js';
import { mergeGoals, resolveGoal, sameGoals } from '../../../src/domain/goals/merge.js';
import { sameTerms } from '../../../src/domain/goals/terms.js';
import { seeded } from '../build.js';

const at = '2026-11-26T10:00:00.000Z';
const by = (side: Side) => ({ by: side, at });

const proposed: Goal = {
  ...noGoal,
  text: 'Walk to the shop',
  levels: new Map([[0, 'There and back']]),
  accepted: { client: 'agree', therapist: 'pending' },
};
const agreed: Goal = {
  ...proposed,
  state: 'agreed',
  accepted: { client: 'agree', therapist: 'agree' },
  startedOn: '2026-11-01',
};

function done(goal: Goal, act: GoalAct): Goal {
  const outcome = carryOut(goal, act);
  if ('refused' in outcome) throw new Error(`refused: ${outcome.refused}`);
  return outcome.goal;
}

const wish = (goal: Goal, side: Side, terms: Partial<Terms>): Goal =>
  done(goal, { action: 'edit', ...by(side), terms });

describe('a wish that is accepted', () => {
  it('is what its writer said, and nothing that the goal has become since', () => {
    const asked = done(proposed, { action: 'ask', ...by('therapist'), change: { text: 'Walk a little' } });
    const dated = done(asked, { action: 'edit', ...by('client'), terms: { due: '2027' } });
    const { text, due, accepted, state } = done(dated, { action: 'accept', ...by('client') });
    expect({ text, due, accepted, state }, 'the therapist never saw a date').to.deep.equal({
      text: 'Walk a little',
      due: undefined,
      accepted: agreed.accepted,
      state: 'agreed',
    });
  });

  it('can be for no date any more', () => {
    const undated = wish({ ...agreed, due: '2027' }, 'therapist', { due: undefined });
    expect(done(undated, { action: 'accept', ...by('client') }).due).to.equal(undefined);
  });

  it('binds nobody who has taken it back meanwhile', () => {
    const wished = wish(agreed, 'therapist', { text: 'Swim' });
    const mine = done(wished, { action: 'accept', ...by('client') });
    const { value } = mergeGoals(wished, mine, wish(wished, 'therapist', { text: agreed.text }));
    expect([value.text, value.accepted, value.state]).to.deep.equal([
      'Swim',
      { client: 'agree', therapist: 'pending' },
      'proposed',
    ]);
  });

  it('holds where the other side answered another wish meanwhile', () => {
    const both = wish(wish(agreed, 'therapist', { text: 'Swim' }), 'client', { text: 'Run' });
    const mine = done(both, { action: 'accept', ...by('client') });
    const theirs = done(both, { action: 'decline', ...by('therapist') });
    const { value } = mergeGoals(both, mine, theirs);
    expect([value.text, value.accepted.client]).to.deep.equal(['Swim', 'agree']);
  });
});

describe('a wish of one’s own', () => {
  it('is taken back by asking for the words that hold', () => {
    const wished = wish(agreed, 'client', { text: 'Swim' });
    expect(wish(wished, 'client', { text: agreed.text }).changes).to.deep.equal({});
    expect(
      wish(wished, 'client', { helps: 'My sister' } as Partial<Terms>).changes.client?.text,
      'what is about something else leaves it',
    ).to.equal('Swim');
  });

  it('is none where only the place to begin is another: no term, it holds at once', () => {
    const { baseline, changes, accepted } = wish(agreed, 'client', { baseline: -2 });
    expect({ baseline, changes, accepted }).to.deep.equal({
      baseline: -2,
      changes: {},
      accepted: agreed.accepted,
    });
    expect(wish(proposed, 'therapist', { baseline: -2 }).accepted).to.deep.equal(proposed.accepted);
  });

  it('is not made of blanks: those of another system stay as they are, a level without words is absent', () => {
    const foreign: Goal = { ...agreed, text: ' Walk ', levels: new Map([[0, ' There ']]) };
    const form = { text: 'Walk', levels: new Map([[0, 'There'] as const, [1, ' '] as const]) };
    expect(carryOut(foreign, { action: 'edit', ...by('client'), terms: form })).to.deep.equal({
      refused: 'no-change',
    });
    const dated = wish(foreign, 'client', { due: '2027' }).changes.client;
    expect([dated?.text, dated?.levels?.get(0)]).to.deep.equal([' Walk ', ' There ']);
  });
});

describe('what another system calls active', () => {
  const theirs: Goal = { ...agreed, accepted: { client: 'pending', therapist: 'agree' } };

  it('stays so, though not both have agreed to it here', () => {
    for (const base of [theirs, noGoal]) {
      const { value } = mergeGoals(base, base, theirs);
      expect([value.state, value.accepted]).to.deep.equal([theirs.state, theirs.accepted]);
      expect(sameGoals(value, theirs)).to.equal(true);
    }
    const weighed = done(theirs, { action: 'weigh', ...by('client'), importance: 3, difficulty: 1 });
    const noted = done(theirs, { action: 'note', ...by('therapist'), id: 'n', words: 'Ask' });
    expect(mergeGoals(theirs, weighed, noted).value.state).to.equal('agreed');
  });

  it('what both had agreed to here, and no longer do, has not begun', () => {
    const accepted = done(proposed, { action: 'accept', ...by('therapist') });
    const edited = wish(proposed, 'client', { text: 'Swim' });
    const { state, startedOn } = mergeGoals(proposed, accepted, edited).value;
    expect({ state, startedOn }).to.deep.equal({ state: 'proposed', startedOn: undefined });
  });
});

describe('undoing', () => {
  const weighed = done(agreed, { action: 'weigh', ...by('client'), importance: 2, difficulty: 1 });

  it('leaves what the other side did beside it', () => {
    const held = done(weighed, { action: 'hold', ...by('therapist') });
    const now = wish(held, 'therapist', { text: 'Swim' });
    const outcome = undo(now, agreed, 'client', weighed);
    const { state, importance, changes } = 'goal' in outcome ? outcome.goal : noGoal;
    expect([state, importance, changes.therapist?.text]).to.deep.equal(['on-hold', undefined, 'Swim']);
  });

  it('is refused where the other side has acted on it', () => {
    const edited = wish(proposed, 'client', { text: 'Swim' });
    const answered = done(edited, { action: 'accept', ...by('therapist') });
    expect(undo(answered, proposed, 'client', edited)).to.deep.equal({ refused: 'already-accepted' });
    const resumed = done(done(agreed, { action: 'hold', ...by('client') }), {
      action: 'let-go',
      ...by('therapist'),
    });
    const held = done(agreed, { action: 'hold', ...by('client') });
    expect(undo(resumed, agreed, 'client', held)).to.deep.equal({ refused: 'already-accepted' });
  });

  it('gives back each act as it was', () => {
    const asked = done(proposed, { action: 'ask', ...by('therapist'), change: { text: 'Swim' } });
    const cases: readonly (readonly [Goal, GoalAct])[] = [
      [proposed, { action: 'accept', ...by('therapist') }],
      [proposed, { action: 'decline', ...by('therapist') }],
      [asked, { action: 'accept', ...by('client') }],
      [proposed, { action: 'edit', ...by('client'), terms: { text: 'Run', due: '2027' } }],
      [agreed, { action: 'edit', ...by('client'), terms: { levels: new Map([[1, 'More']]) } }],
      [agreed, { action: 'reach', ...by('client') }],
      [agreed, { action: 'hold', ...by('therapist') }],
    ];
    for (const [before, act] of cases) {
      const after = done(before, act);
      const outcome = undo(after, before, act.by, after);
      expect('goal' in outcome && sameGoals(outcome.goal, before), act.action).to.equal(true);
    }
  });
});

describe('over many courses of two people', () => {
  const SEEDS = 2_000;
  const ACTS = ['accept', 'accept', 'decline', 'hold', 'resume', 'ask', 'edit', 'edit'] as const;

  it('nobody is said to agree to terms that they never agreed to, on either page or between them', () => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const random = seeded(seed);
      const pick = <One>(all: readonly One[]): One => all[Math.floor(random() * all.length)]!;
      const terms = (): Partial<Terms> =>
        pick<() => Partial<Terms>>([
          () => ({ text: pick(['A', 'B']) }),
          () => ({ due: pick(['2027', undefined]) }),
          () => ({ levels: new Map([[0, pick(['x', 'y'])]]) }),
          () => ({ text: pick(['A', 'B']), due: pick(['2027', undefined]) }),
        ])();
      let server = proposed;
      const pages = {
        client: { base: proposed, mine: proposed, acts: [] as [Goal, Goal][] },
        therapist: { base: proposed, mine: proposed, acts: [] as [Goal, Goal][] },
      };
      const said: Record<Side, Terms[]> = { client: [proposed], therapist: [] };
      for (let step = 0; step < 20; step++) {
        const side = pick(sides);
        const page = pages[side];
        const when = `2026-11-26T10:00:${String(step).padStart(2, '0')}.000Z`;
        if (random() < 0.5) {
          const action = pick(ACTS);
          const outcome = carryOut(page.mine, {
            ...{ action, by: side, at: when, terms: terms(), change: terms() },
          });
          if ('refused' in outcome) continue;
          const before = page.mine;
          page.mine = outcome.goal;
          page.acts.push([before, page.mine]);
          // Only an act that says so is a yes: not a pause of a goal that a merge has as agreed to
          const isYes = action === 'accept' || (action === 'edit' && !sameTerms(before, page.mine));
          if (isYes && page.mine.accepted[side] === 'agree') said[side].push(page.mine);
          const own = page.mine.changes[side];
          if (own?.at === when) said[side].push(termsWith(page.mine, own));
        } else if (random() < 0.2 && page.acts.length > 0) {
          const [before, after] = page.acts.pop()!;
          const outcome = undo(page.mine, before, side, after);
          if ('goal' in outcome) page.mine = outcome.goal;
        } else {
          const { value, conflicts } = mergeGoals(page.base, page.mine, server);
          const choice = pick(['mine', 'theirs', 'both'] as const);
          // What is kept as a wish was on this page
          if (conflicts.length > 0 && choice === 'both') said[side].push(page.mine);
          server = conflicts.reduce(
            (goal, conflict) => resolveGoal(goal, conflict, choice, { side, at: when }),
            value,
          );
          page.base = page.mine = server;
        }
        for (const goal of [server, pages.client.mine, pages.therapist.mine])
          for (const who of sides)
            if (goal.accepted[who] === 'agree')
              expect(
                said[who].some((one) => sameTerms(one, goal)),
                `seed ${seed}, step ${step}: ${who}, "${goal.text}", ${goal.due ?? 'no date'}`,
              ).to.equal(true);
      }
    }
  });
});
