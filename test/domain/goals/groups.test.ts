import { expect } from '@open-wc/testing';
import type { Goal } from '../../../src/domain/goals/goal.js';
import type { Side } from '../../../src/domain/side.js';
import { groupOf, groups, joinGoals, type GoalGroup } from '../../../src/domain/goals/shared-goal.js';
import { at, goals, mirrored, type Named } from './acts-table.js';

const sharedOf = (goal: Goal) => joinGoals([{ id: 'g', link: {}, goal, isForeign: false }], [], [])[0]!;
const group = (goal: Goal, side: Side | undefined): GoalGroup => groupOf(sharedOf(goal), side);

describe('whose turn it is', () => {
  /** By hand: how each side finds a goal of the client's in its list, and whoever only reads. */
  const table: Readonly<
    Record<Named, readonly [client: GoalGroup, therapist: GoalGroup, reader: GoalGroup]>
  > = {
    proposed: ['waiting-for-them', 'waiting-for-me', 'waiting-for-them'],
    declined: ['disagreed', 'disagreed', 'disagreed'],
    asked: ['waiting-for-me', 'disagreed', 'disagreed'],
    reworded: ['waiting-for-me', 'waiting-for-them', 'waiting-for-them'],
    unsaid: ['waiting-for-me', 'waiting-for-me', 'waiting-for-them'],
    unwanted: ['disagreed', 'disagreed', 'disagreed'],
    agreed: ['working', 'working', 'working'],
    wished: ['waiting-for-me', 'working', 'working'],
    active: ['working', 'waiting-for-me', 'working'],
    'on-hold': ['on-hold', 'on-hold', 'on-hold'],
    halted: ['on-hold', 'waiting-for-me', 'on-hold'],
    reached: ['reached', 'reached', 'reached'],
    'let-go': ['let-go', 'let-go', 'let-go'],
    withdrawn: ['waiting-for-me', 'waiting-for-me', 'waiting-for-me'],
    foreign: ['working', 'working', 'working'],
  };

  for (const [name, [client, therapist, reader]] of Object.entries(table) as [Named, (typeof table)[Named]][])
    it(name, () => {
      const goal = goals[name];
      expect([group(goal, 'client'), group(goal, 'therapist'), group(goal, undefined)]).to.deep.equal([
        ...[client, therapist, reader],
      ]);
      const other = mirrored(goal);
      expect([group(other, 'therapist'), group(other, 'client'), group(other, undefined)]).to.deep.equal([
        ...[client, therapist, reader],
      ]);
    });

  it('every group has some goal in it', () => {
    expect([...new Set(Object.values(table).flat())].sort()).to.deep.equal([...groups].sort());
  });

  it('a goal on hold waits for whoever is asked for other words', () => {
    const wish = { by: 'client', at, text: 'Swim' } as const;
    const goal: Goal = { ...goals['on-hold'], changes: { client: wish } };
    expect([group(goal, 'therapist'), group(goal, 'client')]).to.deep.equal(['waiting-for-me', 'on-hold']);
  });
});
