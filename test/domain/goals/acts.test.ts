import { expect } from '@open-wc/testing';
import { carryOut, undo, type GoalAct } from '../../../src/domain/goals/acts.js';
import {
  goalRefusals,
  refusalOf,
  type Doable,
  type GoalRefusal,
} from '../../../src/domain/goals/refusals.js';
import { noGoal, type Goal } from '../../../src/domain/goals/goal.js';
import arabic from '../../../locales/ar/goal-tasks.json';
import english from '../../../locales/en/goal-tasks.json';
import spanish from '../../../locales/es/goal-tasks.json';
import { agreed, at, by, goals, proposed, table, wish, type Named, type Row } from './acts-table.js';

const outcome = (goal: Goal, act: GoalAct): Goal => {
  const done = carryOut(goal, act);
  if ('refused' in done) throw new Error(`refused: ${done.refused}`);
  return done.goal;
};
describe('goals: what each side may do', () => {
  const met = new Set<GoalRefusal>();

  for (const [action, row] of Object.entries(table) as [Doable, Row][]) {
    it(`${action}, in each state and by each side`, () => {
      for (const [state, [client, therapist]] of Object.entries(row) as [Named, Row[Named]][]) {
        const found = (['client', 'therapist'] as const).map(
          (side) => refusalOf(goals[state], action, side) ?? 'ok',
        );
        expect(found, state).to.deep.equal([client, therapist]);
        for (const one of found) if (one !== 'ok') met.add(one);
        expect(refusalOf(goals[state], action, undefined), `${state}, by a reader`).to.equal('reader');
      }
    });
  }

  it('and every reason is met, and has words in every language', () => {
    const words = { ...goals.proposed, text: ' ' };
    const said = [
      carryOut(words, { action: 'propose', ...by('client') }),
      carryOut(agreed, { action: 'weigh', ...by('client'), importance: undefined, difficulty: undefined }),
    ].map((one) => ('refused' in one ? one.refused : undefined));
    expect(said).to.deep.equal(['no-words', 'no-change']);
    const all = [...met, 'no-words', 'no-change', 'reader'].sort();
    expect(all).to.deep.equal([...goalRefusals].sort());
    for (const { refusal } of [english, spanish, arabic]) {
      expect(Object.keys(refusal).sort()).to.deep.equal([...goalRefusals].sort());
      expect(Object.values(refusal).filter((words) => words.trim() === '')).to.deep.equal([]);
    }
  });
});

describe('goals: what becomes of them', () => {
  it('whoever proposes agrees, and the other side is awaited', () => {
    const idea = { ...noGoal, text: ' Walk ' };
    const { text, accepted, proposedBy, state } = outcome(idea, { action: 'propose', ...by('therapist') });
    expect({ text, accepted, proposedBy, state }).to.deep.equal({
      text: 'Walk',
      accepted: { client: 'pending', therapist: 'agree' },
      proposedBy: 'therapist',
      state: 'proposed',
    });
  });

  it('what both agree to is agreed, from that day on', () => {
    const { state, accepted, startedOn } = outcome(proposed, { action: 'accept', ...by('therapist') });
    expect({ state, accepted, startedOn }).to.deep.equal({
      state: 'agreed',
      accepted: { client: 'agree', therapist: 'agree' },
      startedOn: '2026-11-26',
    });
  });

  it('asking for other words leaves the goal as it is, with both wordings', () => {
    const asked = outcome(proposed, { action: 'ask', ...by('therapist'), change: { text: 'Walk a little' } });
    expect(asked.text).to.equal('Walk to the shop');
    expect(asked.state).to.equal('proposed');
    expect(asked.accepted.therapist).to.equal('disagree');
    expect(asked.changes.therapist, 'the whole of what is wanted').to.deep.equal({
      ...{ by: 'therapist', at, text: 'Walk a little' },
      levels: new Map(),
    });
    const yes = outcome(asked, { action: 'accept', ...by('client') });
    expect([yes.text, yes.state, yes.changes]).to.deep.equal(['Walk a little', 'agreed', {}]);
  });

  it('before agreement an edit holds at once, and the other side is asked anew', () => {
    const edited = outcome(goals.asked, { action: 'edit', ...by('client'), terms: { text: 'Walk far' } });
    expect([edited.text, edited.accepted]).to.deep.equal([
      'Walk far',
      { client: 'agree', therapist: 'pending' },
    ]);
    expect(edited.changes.therapist, 'what the other side wants is kept').to.deep.equal(wish);
  });

  it('after agreement an edit is a wish; the goal stays as it was agreed', () => {
    for (const goal of [agreed, goals['on-hold']]) {
      const edited = outcome(goal, { action: 'edit', ...by('client'), terms: { text: 'Walk far' } });
      expect({ ...edited, changes: {} }).to.deep.equal({ ...goal, helps: undefined });
      expect(edited.changes.client?.text).to.equal('Walk far');
    }
  });

  it('who or what helps is no term: it holds at once', () => {
    const helped = outcome(agreed, { action: 'edit', ...by('client'), terms: { helps: 'My sister' } });
    expect([helped.helps, helped.changes, helped.state]).to.deep.equal(['My sister', {}, 'agreed']);
  });

  it('declining a wish leaves what was agreed', () => {
    const { changes, accepted, state } = outcome(goals.wished, { action: 'decline', ...by('client') });
    expect({ changes, accepted, state }).to.deep.equal({
      changes: {},
      accepted: agreed.accepted,
      state: 'agreed',
    });
  });

  it('hold, resume, reach, let go and reopen hold at once', () => {
    const held = outcome(agreed, { action: 'hold', ...by('client') });
    expect(held.state).to.equal('on-hold');
    expect(outcome(held, { action: 'resume', ...by('therapist') }).state).to.equal('agreed');
    const over = outcome(held, { action: 'reach', ...by('therapist') });
    expect(over.state).to.equal('reached');
    expect(outcome(over, { action: 'reopen', ...by('client') }).state).to.equal('agreed');
    const gone = outcome(proposed, { action: 'let-go', ...by('therapist') });
    expect(gone.state).to.equal('let-go');
    expect(outcome(gone, { action: 'reopen', ...by('client') }).state, 'nobody agreed meanwhile').to.equal(
      'proposed',
    );
  });

  it('0 is a weight, and notes are only added', () => {
    const weighed = outcome(agreed, { action: 'weigh', ...by('client'), importance: 0, difficulty: 3 });
    expect([weighed.importance, weighed.difficulty]).to.deep.equal([0, 3]);
    const noted = outcome(weighed, { action: 'note', ...by('client'), id: 'n1', words: ' Ask about pain ' });
    expect(noted.notes).to.deep.equal([{ id: 'n1', by: 'client', at, words: 'Ask about pain' }]);
  });

  it('an act is undone, unless the other side has answered it; notes stay', () => {
    const accepted = outcome(proposed, { action: 'accept', ...by('therapist') });
    const noted = { ...accepted, notes: [{ id: 'n', words: 'Hello' }] };
    const undone = undo(noted, proposed, 'therapist');
    expect(undone).to.deep.equal({ goal: { ...proposed, notes: noted.notes } });
    const answered = { ...accepted, writtenBy: 'therapist' as const };
    const before = { ...proposed, accepted: { client: 'agree', therapist: 'pending' } as const };
    expect(undo(answered, before, 'client')).to.deep.equal({ refused: 'already-accepted' });
  });
});
