import { expect } from '@open-wc/testing';
import type { Goal, GoalState, Level, SharedGoal } from '../../../src/domain/goals/goal.js';
import { plainGoal } from '../../../src/domain/goals/plain.js';
import { agreed } from './acts-table.js';

const bare: SharedGoal = {
  ...{ id: 'g1', goal: agreed, isForeign: false, why: undefined },
  ...{ ratings: [], setbacks: [], barriers: [], steps: [] },
};
const hanging = { goal: {}, by: 'client', at: '2026-11-26T10:00:00Z' } as const;
const inState = (state: Goal['state']): SharedGoal => ({ ...bare, goal: { ...agreed, state } });

describe('a goal as a page reads it', () => {
  it('leaves out what is not known', () => {
    expect(plainGoal(bare)).to.deep.equal({
      ...{ id: 'g1', text: 'Walk to the shop', state: 'agreed', baseline: -1, foreign: false },
      accepted: { client: 'agree', therapist: 'agree' },
      ...{ levels: {}, rated: {}, steps: [], setbacks: [], barriers: [], notes: [] },
    });
  });

  it('has all that hangs on it, without FHIR, and 0 where 0 was said', () => {
    const goal: Goal = {
      ...agreed,
      ...{
        helps: 'My sister',
        importance: 0,
        difficulty: 3,
        due: '2027-02',
        baseline: -2,
        startedOn: '2026',
      },
      levels: new Map<Level, string>([
        [0, 'There and back'],
        [-2, 'To the door'],
      ]),
      notes: [
        { id: 'n', by: 'client', at: hanging.at, words: 'Ask about pain' },
        { id: undefined, words: 'Old' },
      ],
    };
    const { by, at } = hanging;
    const shared: SharedGoal = {
      ...{ ...bare, goal, isForeign: true },
      why: { ...hanging, kind: 'why', id: 'y', words: 'To see friends' },
      ratings: [
        { ...hanging, kind: 'rating', id: 'r1', level: -2 },
        { ...hanging, kind: 'rating', id: 'r2', level: 0 },
        { ...hanging, kind: 'rating', id: 'r3', level: 1, by: 'therapist' },
        { ...hanging, kind: 'rating', id: 'r4', level: 2, by: undefined },
      ],
      setbacks: [
        { ...hanging, kind: 'setback', id: 's', happened: 'I fell', wouldHelp: 'Rest', next: 'pause' },
      ],
      barriers: [{ ...hanging, kind: 'barrier', id: 'b', code: 'pain', words: undefined }],
      steps: [{ ...hanging, id: 't', text: 'Buy shoes', isDone: true }],
    };
    expect(plainGoal(shared)).to.deep.equal({
      ...{ id: 'g1', text: 'Walk to the shop', why: 'To see friends', helps: 'My sister', state: 'agreed' },
      ...{ accepted: goal.accepted, levels: { '0': 'There and back', '-2': 'To the door' }, baseline: -2 },
      ...{ rated: { client: 0, therapist: 1 }, importance: 0, difficulty: 3, due: '2027-02', foreign: true },
      steps: [{ id: 't', text: 'Buy shoes', done: true }],
      setbacks: [{ id: 's', at, happened: 'I fell', wouldHelp: 'Rest', next: 'pause' }],
      barriers: [{ id: 'b', kind: 'pain' }],
      notes: [{ by, at, words: 'Ask about pain' }, { words: 'Old' }],
    });
  });

  it('tells the newest of two wishes, by the moment and not by the letters', () => {
    const client = { by: 'client', at: '2026-01-01T01:00:00+02:00', text: 'Swim' } as const;
    const therapist = {
      by: 'therapist',
      at: '2026-01-01T00:30:00Z',
      levels: new Map<Level, string>([[0, 'x']]),
    } as const;
    const both = { ...agreed, changes: { client, therapist } };
    expect(plainGoal({ ...bare, goal: both }).proposedChange).to.deep.equal({
      ...{ by: 'therapist', at: '2026-01-01T00:30:00Z', levels: { '0': 'x' } },
    });
    const one = { ...agreed, changes: { client } };
    expect(plainGoal({ ...bare, goal: one }).proposedChange).to.deep.equal(client);
  });

  it('says in a word of ours what state another system’s is nearest to, and that it is foreign', () => {
    for (const state of ['proposed', 'agreed', 'on-hold', 'reached', 'let-go'] satisfies GoalState[])
      expect([plainGoal(inState(state)).state, plainGoal(inState(state)).foreign]).to.deep.equal([
        state,
        false,
      ]);
    const foreign = plainGoal(inState({ foreign: 'paused' }));
    expect([foreign.state, foreign.foreign]).to.deep.equal(['proposed', true]);
    expect(plainGoal(inState('withdrawn')).state).to.equal('let-go');
  });

  it('is the page’s own: what it does with it changes no goal', () => {
    const plain = plainGoal(bare);
    Object.assign(plain.accepted, { client: 'disagree' });
    Object.assign(plain.levels, { '0': 'Changed' });
    (plain.notes as unknown[]).push('Changed');
    expect([bare.goal.accepted.client, bare.goal.levels.size, bare.goal.notes.length]).to.deep.equal([
      ...['agree', 0, 0],
    ]);
  });
});
