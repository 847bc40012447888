import { expect } from '@open-wc/testing';
import { noGoal, type Goal, type GoalLink, type Known, type Rating } from '../../../src/domain/goals/goal.js';
import { changesSince } from '../../../src/domain/goals/news.js';
import { joinGoals } from '../../../src/domain/goals/shared-goal.js';

const agreed: Goal = {
  ...noGoal,
  text: 'Walk',
  state: 'agreed',
  accepted: { client: 'agree', therapist: 'agree' },
};

const root = (id: string, link: GoalLink) => ({ id, link, goal: agreed, isForeign: false });
const rating = (id: string, goal: GoalLink, at?: string): Known<Rating> => ({
  ...{ id, kind: 'rating', level: 0, goal, at },
});

describe('what hangs on a goal', () => {
  it('is found by identifier and by reference, relative, absolute or of a version, in the order of time', () => {
    const goals = [root('a', { identifier: { system: 's', value: '1' }, reference: 'Goal/7' })];
    const found = joinGoals(
      goals,
      [
        rating('late', { reference: 'https://example.org/fhir/Goal/7' }, '2026-03'),
        rating('early', { identifier: { system: 's', value: '1' } }, '2026-01'),
        rating('between', { reference: 'Goal/7/_history/2' }, '2026-02'),
        rating('stranger', { reference: 'Goal/8' }),
      ],
      [],
    );
    expect(found.map(({ ratings }) => ratings.map(({ id }) => id))).to.deep.equal([
      ['early', 'between', 'late'],
    ]);
  });

  it('is not given to the goal of another system with the same number', () => {
    const one = { system: 's', value: '1' };
    const goals = [root('a', { identifier: one }), root('b', { identifier: { system: 't', value: '1' } })];
    const found = joinGoals(goals, [rating('r', { identifier: one })], []);
    expect(found.map(({ id, ratings }) => [id, ratings.length])).to.deep.equal([
      ['a', 1],
      ['b', 0],
    ]);
  });
});

describe('news of a goal', () => {
  const told = (was: Goal, is: Goal) => {
    const [before, now] = [was, is].map((goal) => joinGoals([{ ...root('a', {}), goal }], [], [])[0]!);
    return changesSince(before, now!).map(({ what, by }) => [what, by]);
  };
  const written = (goal: Goal, by: 'client' | 'therapist'): Goal => ({ ...goal, writtenBy: by });
  const wish = { by: 'therapist', at: '2026-11-26T10:00:00Z', text: 'Swim' } as const;
  const wished: Goal = { ...agreed, changes: { therapist: wish } };

  it('tells that it goes on after a pause, and not twice that it is agreed', () => {
    expect(told({ ...agreed, state: 'on-hold' }, written(agreed, 'client'))).to.deep.equal([
      ['state', 'client'],
    ]);
    const proposed: Goal = {
      ...agreed,
      state: 'proposed',
      accepted: { client: 'agree', therapist: 'pending' },
    };
    expect(told(proposed, agreed)).to.deep.equal([['accepted', 'therapist']]);
  });

  it('tells whoever had a wish that it was declined, but not that it was taken back or accepted', () => {
    expect(told(wished, written(agreed, 'client'))).to.deep.equal([['declined', 'client']]);
    expect(told(wished, written(agreed, 'therapist'))).to.deep.equal([]);
    expect(told(wished, written({ ...agreed, text: 'Swim' }, 'client'))).to.deep.equal([['words', 'client']]);
  });

  it('tells of weights and of who helps, and nothing where nothing changed', () => {
    expect(told(agreed, written({ ...agreed, importance: 0 }, 'client'))).to.deep.equal([
      ['changed', 'client'],
    ]);
    expect(told(agreed, written({ ...agreed, helps: 'My sister' }, 'client'))).to.deep.equal([
      ['changed', 'client'],
    ]);
    const foreign = (): Goal => ({ ...agreed, state: { foreign: 'paused' } });
    expect(told(foreign(), foreign())).to.deep.equal([]);
  });
});
