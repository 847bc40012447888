import { expect } from '@open-wc/testing';
import { noGoal, type Goal, type Rating } from '../../../src/domain/goals/goal.js';
import type { Link, Known } from '../../../src/domain/link.js';
import { changesSince } from '../../../src/domain/goals/news.js';
import {
  joinGoals,
  levelOf,
  matches,
  nextStepOf,
  withEntry,
  withStep,
} from '../../../src/domain/goals/shared-goal.js';

const agreed: Goal = {
  ...noGoal,
  text: 'Walk',
  state: 'agreed',
  accepted: { client: 'agree', therapist: 'agree' },
};

const root = (id: string, link: Link) => ({ id, link, goal: agreed, isForeign: false });
const rating = (id: string, goal: Link, at?: string): Known<Rating> => ({
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

describe('a goal with all that hangs on it', () => {
  const step = (id: string, isDone: boolean, at?: string) => ({
    ...{ id, text: id, isDone, at },
    goal: { reference: 'Goal/7' },
  });
  const why = (id: string, at: string) => ({
    ...({ id, kind: 'why', words: id, at } as const),
    goal: { reference: 'Goal/7' },
  });
  const seven = root('a', { reference: 'https://example.org/fhir/Goal/7/_history/3' });

  it('is found where its link and the goal have only one of two names in common', () => {
    const identifier = { system: 's', value: '1' };
    const both = root('both', { identifier, reference: 'Goal/7' });
    const links: readonly Link[] = [
      { identifier },
      { reference: 'Goal/7' },
      { identifier, reference: 'Goal/old' },
      { identifier: { system: 's', value: 'old' }, reference: 'Goal/7' },
    ];
    const found = joinGoals(
      [root('other', { reference: 'Goal/8' }), both],
      links.map((link, index) => rating(String(index), link)),
      links.map((goal, index) => ({ ...step(String(index), false), goal })),
    );
    expect(found.map(({ id, ratings, steps }) => [id, ratings.length, steps.length])).to.deep.equal([
      ['other', 0, 0],
      ['both', 4, 4],
    ]);
  });

  it('has the reason that was given last, and each kind apart', () => {
    const [found] = joinGoals([seven], [why('new', '2026-02'), why('old', '2026-01')], []);
    expect(found?.why?.words).to.equal('new');
    expect([found?.ratings, found?.setbacks, found?.barriers]).to.deep.equal([[], [], []]);
  });

  it('goes on with the first step that is not done, in the order in which they were made', () => {
    const steps = [
      step('third', false, '2026-03'),
      step('first', true, '2026-01'),
      step('second', false, '2026-02'),
    ];
    const [found] = joinGoals([seven], [], steps);
    expect(nextStepOf(found!)?.id).to.equal('second');
    const done = ['second', 'third'].reduce((goal, id) => withStep(goal, step(id, true)), found!);
    expect(nextStepOf(done)).to.equal(undefined);
    expect(done.steps.map(({ id }) => id)).to.deep.equal(['first', 'second', 'third']);
    expect(nextStepOf(withStep(done, step('fourth', false)))?.id).to.equal('fourth');
  });

  it('is where each side saw it last: by the moment, in whatever zone it was written', () => {
    const link = { reference: 'Goal/7' };
    const seen = (id: string, level: Rating['level'], by: Rating['by'], at: string) => ({
      ...rating(id, link, at),
      ...{ level, by },
    });
    const [found] = joinGoals(
      [seven],
      [
        seen('late', 2, 'client', '2026-01-01T00:30:00Z'),
        seen('early', 1, 'client', '2026-01-01T01:00:00+02:00'),
        seen('theirs', -1, 'therapist', '2025-12-31'),
        seen('nobody', -2, undefined, '2027'),
      ],
      [],
    );
    expect([levelOf(found!, 'client'), levelOf(found!, 'therapist')]).to.deep.equal([2, -1]);
    const again = withEntry(found!, seen('now', 0, 'therapist', '2026-02'));
    expect([levelOf(again, 'client'), levelOf(again, 'therapist')]).to.deep.equal([2, 0]);
    expect(levelOf(joinGoals([seven], [], [])[0]!, 'client')).to.equal(undefined);
  });

  it('takes one more entry of each kind, or another version of one', () => {
    const [empty] = joinGoals([seven], [], []);
    const fell = { kind: 'setback', id: 's', happened: 'I fell', goal: {} } as const;
    const once = withEntry(empty!, fell);
    const again = withEntry(once, { ...fell, tried: 'Rest' });
    expect([once.setbacks.length, again.setbacks.length, again.setbacks[0]?.tried]).to.deep.equal([
      1,
      1,
      'Rest',
    ]);
    const barred = withEntry(again, { kind: 'barrier', id: 'b', goal: {} });
    expect(withEntry(barred, why('y', '2026')).why?.id).to.equal('y');
    expect([barred.barriers.length, empty?.setbacks]).to.deep.equal([1, []]);
  });

  it('is looked for by its words or why it matters, in small or capital letters', () => {
    const [found] = joinGoals([seven], [why('To see FRIENDS', '2026')], []);
    for (const wanted of ['', ' ', 'walk', 'WAL', 'friends ']) expect(matches(found!, wanted)).to.equal(true);
    expect(matches(found!, 'swim')).to.equal(false);
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
