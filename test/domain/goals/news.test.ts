import { expect } from '@open-wc/testing';
import type { Goal, SharedGoal, Step } from '../../../src/domain/goals/goal.js';
import { changesSince } from '../../../src/domain/goals/news.js';
import { agreed, at, goals, proposed } from './acts-table.js';

const bare: SharedGoal = {
  ...{ id: 'g1', goal: agreed, isForeign: false, why: undefined },
  ...{ ratings: [], setbacks: [], barriers: [], steps: [] },
};
const hanging = { goal: {}, by: 'therapist', at } as const;
const told = (was: Partial<SharedGoal>, is: Partial<SharedGoal>) =>
  changesSince({ ...bare, ...was }, { ...bare, ...is }).map(({ what, by }) => [what, by]);
const toldOfGoal = (was: Goal, is: Partial<Goal>) =>
  told({ goal: was }, { goal: { ...was, ...is, writtenBy: 'therapist' } });

describe('news of a goal, one kind after another', () => {
  it('a goal that was not there is added, and nothing else is told of it', () => {
    const goal: Goal = { ...proposed, writtenBy: 'client' };
    expect(changesSince(undefined, { ...bare, goal })).to.deep.equal([{ what: 'added', by: 'client' }]);
  });

  const wish = { by: 'therapist', at, text: 'Swim' } as const;
  const cases: readonly (readonly [what: string, was: Goal, is: Partial<Goal>])[] = [
    ['words', agreed, { text: 'Swim' }],
    ['levels', agreed, { levels: new Map([[0, 'x']]) }],
    ['date', agreed, { due: '2027' }],
    ['state', agreed, { state: 'reached' }],
    ['state', goals.foreign, { state: { foreign: 'stopped' } }],
    ['accepted', goals.proposed, { accepted: agreed.accepted, state: 'agreed' }],
    ['declined', goals.proposed, { accepted: { client: 'agree', therapist: 'disagree' } }],
    ['wish', agreed, { changes: { therapist: wish } }],
    ['wish', goals.wished, { changes: { therapist: { ...wish, text: 'Run' } } }],
    ['note', agreed, { notes: [{ id: 'n', by: 'therapist', at, words: 'Hello' }] }],
    ['changed', agreed, { importance: 0 }],
    ['changed', agreed, { difficulty: 0 }],
    ['changed', agreed, { baseline: -2 }],
    ['changed', agreed, { helps: 'My sister' }],
  ];
  for (const [what, was, is] of cases)
    it(`${what}: ${Object.keys(is).join(', ')}`, () => {
      expect(toldOfGoal(was, is)).to.deep.equal([[what, 'therapist']]);
    });

  it('a no with other words is a wish, and is told once', () => {
    const { accepted, changes } = goals.asked;
    expect(toldOfGoal(proposed, { accepted, changes })).to.deep.equal([['wish', 'therapist']]);
  });

  it('notes of other systems, which have no name here, are known by what they say', () => {
    const old = { id: undefined, by: 'client', words: 'Old' } as const;
    const added = { id: undefined, by: 'therapist', at, words: 'New' } as const;
    const was: Goal = { ...agreed, notes: [old] };
    expect(toldOfGoal(was, { notes: [{ ...old }, added] })).to.deep.equal([['note', 'therapist']]);
    expect(toldOfGoal(was, { notes: [{ ...old }] })).to.deep.equal([]);
  });

  it('what hangs on it is told by whoever made it', () => {
    const rating = { ...hanging, kind: 'rating', id: 'r', level: 0 } as const;
    const setback = { ...hanging, kind: 'setback', id: 's', happened: 'I fell' } as const;
    const barrier = { ...hanging, kind: 'barrier', id: 'b' } as const;
    const why = { ...hanging, kind: 'why', id: 'y', words: 'To see friends' } as const;
    const step = { ...hanging, id: 't', text: 'Buy shoes', isDone: false } as const;
    expect(told({}, { ratings: [rating] })).to.deep.equal([['rating', 'therapist']]);
    expect(told({}, { setbacks: [setback] })).to.deep.equal([['setback', 'therapist']]);
    expect(told({}, { steps: [step] })).to.deep.equal([['step', 'therapist']]);
    expect(told({}, { barriers: [barrier] })).to.deep.equal([['changed', 'therapist']]);
    expect(told({}, { why })).to.deep.equal([['changed', 'therapist']]);
    const all = { ratings: [rating], setbacks: [setback], steps: [step], barriers: [barrier], why };
    expect(told(all, all)).to.deep.equal([]);
    expect(told({ why }, { why: { ...why, words: 'To be out' } })).to.deep.equal([['changed', 'therapist']]);
  });

  it('a step that is done, is not done after all, or has other words, is told once', () => {
    const step = { ...hanging, id: 't', text: 'Buy shoes', isDone: false };
    const seen = (is: Partial<Step>) => told({ steps: [step] }, { steps: [{ ...step, ...is }] });
    for (const is of [{ isDone: true }, { text: 'Buy boots' }, { isDone: true, text: 'Buy boots' }])
      expect(seen(is)).to.deep.equal([['step', undefined]]);
    expect(seen({})).to.deep.equal([]);
  });

  it('what matters most comes first', () => {
    const is: Partial<Goal> = { text: 'Swim', due: '2027', state: 'on-hold', helps: 'My sister' };
    expect(toldOfGoal(agreed, is).map(([what]) => what)).to.deep.equal([
      ...['words', 'date', 'state', 'changed'],
    ]);
  });
});
