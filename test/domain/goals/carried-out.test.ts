import { expect } from '@open-wc/testing';
import { carryOut, undo, type GoalAct } from '../../../src/domain/goals/acts.js';
import type { Goal } from '../../../src/domain/goals/goal.js';
import { otherSide, sides, type Side } from '../../../src/domain/side.js';
import { sameGoals } from '../../../src/domain/goals/merge.js';
import { acts, agreed, at, by, goals, mirrored, proposed, table, type Named } from './acts-table.js';

type Action = GoalAct['action'];

/** All acts in all states by each side, with what the table expects. */
const cells = (Object.keys(acts) as Action[]).flatMap((action) =>
  (Object.keys(goals) as Named[]).flatMap((state) =>
    sides.map((side, index) => ({ action, state, side, expected: table[action][state][index as 0 | 1] })),
  ),
);

const frozen = (goal: Goal): Goal => {
  for (const part of [goal, goal.accepted, goal.changes, goal.notes]) Object.freeze(part);
  return goal;
};

const outcome = (goal: Goal, act: GoalAct): Goal => {
  const done = carryOut(goal, act);
  if ('refused' in done) throw new Error(`refused: ${done.refused}`);
  return done.goal;
};

describe('goals: carrying out', () => {
  it('is refused and done just where the table says so, and changes nothing that it was given', () => {
    for (const { action, state, side, expected } of cells) {
      const done = carryOut(frozen({ ...goals[state] }), acts[action](side));
      expect('refused' in done ? done.refused : 'ok', `${action}, ${state}, ${side}`).to.equal(expected);
    }
  });

  it('knows no difference between the two sides', () => {
    for (const { action, state, side } of cells) {
      const done = carryOut(goals[state], acts[action](side));
      const other = carryOut(mirrored(goals[state]), acts[action](otherSide(side)));
      const expected = 'goal' in done ? { goal: mirrored(done.goal) } : done;
      expect(other, `${action}, ${state}, ${side}`).to.deep.equal(expected);
    }
  });
});

describe('goals: what each act leaves', () => {
  /** Acceptances of client and therapist, and whose wishes stand, by hand. */
  const rows: readonly (readonly [Named, Action, Side, state: string, said: string, wishes: string])[] = [
    ['unsaid', 'propose', 'therapist', 'proposed', 'pending agree', ''],
    ['declined', 'propose', 'client', 'proposed', 'agree pending', ''],
    ['proposed', 'accept', 'therapist', 'agreed', 'agree agree', ''],
    ['declined', 'accept', 'therapist', 'agreed', 'agree agree', ''],
    ['reworded', 'accept', 'client', 'agreed', 'agree agree', ''],
    ['unsaid', 'accept', 'client', 'proposed', 'agree pending', ''],
    ['unwanted', 'accept', 'client', 'proposed', 'agree disagree', ''],
    ['asked', 'accept', 'client', 'agreed', 'agree agree', ''],
    ['asked', 'accept', 'therapist', 'agreed', 'agree agree', 'therapist'],
    ['wished', 'accept', 'client', 'agreed', 'agree agree', ''],
    ['active', 'accept', 'therapist', 'agreed', 'agree agree', ''],
    ['halted', 'accept', 'therapist', 'on-hold', 'agree agree', ''],
    ['proposed', 'decline', 'therapist', 'proposed', 'agree disagree', ''],
    ['asked', 'decline', 'client', 'proposed', 'agree disagree', ''],
    ['wished', 'decline', 'client', 'agreed', 'agree agree', ''],
    ['proposed', 'ask', 'therapist', 'proposed', 'agree disagree', 'therapist'],
    ['unsaid', 'ask', 'client', 'proposed', 'disagree pending', 'client'],
    ['asked', 'ask', 'client', 'proposed', 'disagree disagree', 'client therapist'],
    ['wished', 'ask', 'client', 'agreed', 'agree agree', 'client therapist'],
    ['proposed', 'edit', 'client', 'proposed', 'agree pending', ''],
    ['proposed', 'edit', 'therapist', 'proposed', 'pending agree', ''],
    ['asked', 'edit', 'client', 'proposed', 'agree pending', 'therapist'],
    ['asked', 'edit', 'therapist', 'proposed', 'pending agree', ''],
    ['agreed', 'edit', 'client', 'agreed', 'agree agree', 'client'],
    ['wished', 'edit', 'client', 'agreed', 'agree agree', 'client therapist'],
    ['on-hold', 'edit', 'therapist', 'on-hold', 'agree agree', 'therapist'],
    ['wished', 'hold', 'client', 'on-hold', 'agree agree', 'therapist'],
    ['on-hold', 'resume', 'therapist', 'agreed', 'agree agree', ''],
    ['halted', 'resume', 'client', 'proposed', 'agree pending', ''],
    ['agreed', 'reach', 'client', 'reached', 'agree agree', ''],
    ['on-hold', 'reach', 'therapist', 'reached', 'agree agree', ''],
    ['proposed', 'let-go', 'therapist', 'let-go', 'agree pending', ''],
    ['reached', 'let-go', 'client', 'let-go', 'agree agree', ''],
    ['reached', 'reopen', 'client', 'agreed', 'agree agree', ''],
    ['let-go', 'reopen', 'therapist', 'agreed', 'agree agree', ''],
    ['declined', 'withdraw', 'client', 'withdrawn', 'agree disagree', ''],
    ['reached', 'weigh', 'therapist', 'reached', 'agree agree', ''],
    ['declined', 'note', 'therapist', 'proposed', 'agree disagree', ''],
  ];

  for (const [from, action, side, ...expected] of rows) {
    it(`${from}: ${action} by the ${side}`, () => {
      const { state, accepted, changes } = outcome(goals[from], acts[action](side));
      const said = `${accepted.client} ${accepted.therapist}`;
      expect([state, said, Object.keys(changes).sort().join(' ')]).to.deep.equal(expected);
    });
  }

  it('every act that there is is in the list', () => {
    expect([...new Set(rows.map(([, action]) => action))].sort()).to.deep.equal(Object.keys(acts).sort());
  });

  it('nobody takes over, and then takes away, what the other side says yes to', () => {
    expect(carryOut(proposed, acts.propose('therapist'))).to.deep.equal({ refused: 'already-accepted' });
    expect(carryOut(proposed, acts.withdraw('therapist'))).to.deep.equal({ refused: 'not-yours' });
  });

  it('a wish without words leaves those that are there, and binds its writer to none that came since', () => {
    const dated: Goal = { ...goals.declined, changes: { therapist: { by: 'therapist', at, due: '2027' } } };
    const known = outcome(dated, acts.accept('client'));
    expect([known.text, known.due, known.state]).to.deep.equal(['Walk to the shop', '2027', 'agreed']);
    const reworded = outcome(dated, { action: 'edit', ...by('client'), terms: { text: 'Swim' } });
    const { text, due, accepted, state } = outcome(reworded, acts.accept('client'));
    expect({ text, due, accepted, state }).to.deep.equal({
      ...{ text: 'Swim', due: '2027', state: 'proposed' },
      accepted: { client: 'agree', therapist: 'pending' },
    });
  });

  it('words of blanks are refused by every act that has some, and so is what changes nothing', () => {
    const blank: readonly (readonly [Goal, GoalAct])[] = [
      [{ ...goals.unsaid, text: ' ' }, acts.propose('client')],
      [proposed, { action: 'ask', ...by('therapist'), change: { text: ' ' } }],
      [
        { ...proposed, text: ' ' },
        { action: 'edit', ...by('client'), terms: { due: '2027' } },
      ],
      [agreed, { action: 'note', ...by('client'), id: 'n', words: '\n ' }],
    ];
    for (const [goal, act] of blank)
      expect(carryOut(goal, act), act.action).to.deep.equal({ refused: 'no-words' });
    const same: readonly (readonly [Goal, GoalAct])[] = [
      [proposed, { action: 'ask', ...by('therapist'), change: { text: ` ${proposed.text} ` } }],
      [agreed, { action: 'edit', ...by('client'), terms: { text: proposed.text, helps: ' ' } }],
      [agreed, { action: 'weigh', ...by('client'), importance: undefined, difficulty: undefined }],
    ];
    for (const [goal, act] of same)
      expect(carryOut(goal, act), act.action).to.deep.equal({ refused: 'no-change' });
  });
});

describe('goals: undoing each act', () => {
  it('gives back what was before, but for notes, which stay; what was taken back stays away', () => {
    for (const { action, state, side } of cells.filter(({ expected }) => expected === 'ok')) {
      const before: Goal = goals[state];
      const after = outcome(before, acts[action](side));
      const undone = undo(after, before, side, after);
      const expected = action === 'withdraw' ? { refused: 'withdrawn' } : { goal: true };
      const found =
        'goal' in undone ? { goal: sameGoals(undone.goal, { ...before, notes: after.notes }) } : undone;
      expect(found, `${action}, ${state}, ${side}`).to.deep.equal(expected);
    }
  });

  it('is refused in a state that is another system’s', () => {
    expect(undo(goals.foreign, proposed, 'client')).to.deep.equal({ refused: 'foreign' });
  });
});
