import type { Known } from '../../../src/domain/link.js';
import { expect } from '@open-wc/testing';
import { attainmentOf, tScore } from '../../../src/domain/goals/attainment.js';
import { noGoal, type Rating, type SharedGoal } from '../../../src/domain/goals/goal.js';

const about = 0.00005;

const weighed = (weights: readonly number[], levels: readonly number[]) =>
  weights.map((weight, index) => ({ weight, level: levels[index]! }));

let made = 0;
const rating = (part: Partial<Rating> & Pick<Rating, 'level'>): Known<Rating> => ({
  kind: 'rating',
  goal: {},
  by: 'client',
  id: `r${String((made += 1))}`,
  ...part,
});

const shared = (
  ratings: readonly Known<Rating>[],
  state: SharedGoal['goal']['state'] = 'agreed',
): SharedGoal => ({
  id: 'g',
  goal: { ...noGoal, state },
  isForeign: false,
  why: undefined,
  ratings,
  setbacks: [],
  barriers: [],
  steps: [],
});

describe('goal attainment scaling', () => {
  it('one goal is 50 + 10x, whatever it weighs', () => {
    for (const weight of [1, 2, 6, 9])
      for (const level of [-2, -1, 0, 1, 2])
        expect(tScore([{ weight, level }])).to.be.closeTo(50 + 10 * level, about);
  });

  it('gives the published values for several goals', () => {
    const equal = [1, 1, 1];
    expect(tScore(weighed(equal, [1, 1, 1]))).to.be.closeTo(63.6931, about);
    expect(tScore(weighed(equal, [-1, -1, -1]))).to.be.closeTo(36.3069, about);
    expect(tScore(weighed(equal, [2, 2, 2]))).to.be.closeTo(77.3861, about);
    expect(tScore(weighed([9, 4, 1], [1, 0, -1]))).to.be.closeTo(57.0877, about);
  });

  it('is not defined where nothing has weight, and never 50 instead', () => {
    expect(tScore([])).to.equal(undefined);
    expect(tScore(weighed([0, 0], [1, 1]))).to.equal(undefined);
    const none = shared([rating({ level: 1, importance: 0, difficulty: 3 })]);
    expect(attainmentOf([none])).to.deep.equal({ client: { reason: 'no-weight' } });
  });

  it('keeps both sides apart, and a side that has not rated is absent', () => {
    const goal = shared([rating({ level: -1 }), rating({ level: 1, by: 'therapist' })]);
    expect(attainmentOf([goal])).to.deep.equal({
      client: { t: 40, reason: 'rated-once' },
      therapist: { t: 60, reason: 'rated-once' },
    });
    expect(attainmentOf([])).to.deep.equal({});
  });

  it('tells the change with the weights that held at each rating', () => {
    const first = shared([
      rating({ level: -1, importance: 3, difficulty: 3 }),
      rating({ level: 1, importance: 1, difficulty: 1 }),
    ]);
    const second = shared([
      rating({ level: 0, importance: 1, difficulty: 1 }),
      rating({ level: 0, importance: 3, difficulty: 3 }),
    ]);
    const { t, change } = attainmentOf([first, second]).client!;
    const later = tScore(weighed([1, 9], [1, 0]))!;
    expect(t).to.be.closeTo(later, about);
    expect(change).to.be.closeTo(later - tScore(weighed([9, 1], [-1, 0]))!, about);
  });

  it('counts what is worked for or was reached, not what was let go, proposed, or is in a foreign state', () => {
    const rated = [rating({ level: 2 })];
    for (const state of ['let-go', 'proposed', { foreign: 'paused' }] as const)
      expect(attainmentOf([shared(rated, state)])).to.deep.equal({});
    for (const state of ['agreed', 'on-hold', 'reached'] as const)
      expect(attainmentOf([shared(rated, state)]).client?.t).to.equal(70);
  });

  it('is 50 + 10x for one goal rated with whatever weight it had, and for both sides apart', () => {
    for (const level of [-2, -1, 0, 1, 2] as const)
      for (const importance of [1, 2, 3] as const) {
        const goal = shared([rating({ level, importance, difficulty: 3 })]);
        expect(attainmentOf([goal]).client?.t).to.be.closeTo(50 + 10 * level, about);
      }
  });

  it('goes by the last rating of each side, and tells each side its own change', () => {
    const goal = shared([
      rating({ level: -2 }),
      rating({ level: -1, by: 'therapist' }),
      rating({ level: 2 }),
      rating({ level: 0 }),
      rating({ level: -2, by: 'therapist' }),
      { ...rating({ level: 2 }), by: undefined },
    ]);
    expect(attainmentOf([goal])).to.deep.equal({
      client: { t: 50, change: 20 },
      therapist: { t: 30, change: -10 },
    });
  });

  it('tells the change over those goals alone that were rated twice', () => {
    const twice = shared([rating({ level: -1 }), rating({ level: 1 })]);
    const once = shared([rating({ level: -2 })]);
    const { t, change } = attainmentOf([twice, once]).client!;
    expect(t).to.be.closeTo(tScore(weighed([1, 1], [1, -2]))!, about);
    expect(change, 'of one goal, from 40 to 60').to.be.closeTo(20, about);
  });

  it('has no change, and says why, where the first or the last ratings have no weight', () => {
    const first = shared([rating({ level: 0, importance: 0 }), rating({ level: 1, importance: 3 })]);
    expect(attainmentOf([first])).to.deep.equal({ client: { t: 60, reason: 'no-weight' } });
    const last = shared([rating({ level: 0, importance: 3 }), rating({ level: 1, importance: 0 })]);
    expect(attainmentOf([last])).to.deep.equal({ client: { reason: 'no-weight' } });
  });

  it('counts a goal that nobody weighed as one, and one that was weighed by one number by that', () => {
    const [none, half] = [shared([rating({ level: 2 })]), shared([rating({ level: 0, difficulty: 3 })])];
    expect(attainmentOf([none, half]).client?.t).to.be.closeTo(tScore(weighed([1, 3], [2, 0]))!, about);
  });
});
