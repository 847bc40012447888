import type { GoalAct } from '../../../src/domain/goals/acts.js';
import type { Doable, GoalRefusal } from '../../../src/domain/goals/refusals.js';
import { noGoal, type Goal } from '../../../src/domain/goals/goal.js';
import type { Side } from '../../../src/domain/side.js';

/*
 * What each side may do to a goal in each state, written by hand from the table of states and acts. Every goal here was
 * proposed by the client; `mirrored` makes of it one that the therapist proposed.
 */

export const at = '2026-11-26T10:00:00.000Z';
export const by = (side: Side) => ({ by: side, at });

const said = (client: 'agree' | 'disagree' | 'pending', therapist: typeof client) => ({ client, therapist });

/** Proposed by the client: the therapist is awaited. */
export const proposed: Goal = {
  ...noGoal,
  text: 'Walk to the shop',
  accepted: said('agree', 'pending'),
};
export const agreed: Goal = { ...proposed, state: 'agreed', accepted: said('agree', 'agree') };
export const wish = { by: 'therapist', at, text: 'Walk to the corner' } as const;

/** What each state is, and how it is called in the table. */
export const goals = {
  proposed,
  declined: { ...proposed, accepted: said('agree', 'disagree') },
  asked: { ...proposed, accepted: said('agree', 'disagree'), changes: { therapist: wish } },
  /** The therapist has changed the words since. */
  reworded: { ...proposed, accepted: said('pending', 'agree') },
  unsaid: { ...proposed, accepted: said('pending', 'pending') },
  unwanted: { ...proposed, accepted: said('disagree', 'disagree') },
  agreed,
  wished: { ...agreed, changes: { therapist: wish } },
  /** Another system calls it active, though the therapist has not said yes here. */
  active: { ...agreed, accepted: said('agree', 'pending') },
  'on-hold': { ...agreed, state: 'on-hold' },
  halted: { ...agreed, state: 'on-hold', accepted: said('agree', 'pending') },
  reached: { ...agreed, state: 'reached' },
  'let-go': { ...agreed, state: 'let-go' },
  withdrawn: { ...proposed, state: 'withdrawn' },
  foreign: { ...proposed, state: { foreign: 'paused' } },
} as const satisfies Readonly<Record<string, Goal>>;

export type Named = keyof typeof goals;
type Expected = 'ok' | GoalRefusal;
type Pair = readonly [client: Expected, therapist: Expected];
export type Row = Readonly<Record<Named, Pair>>;

const both = (expected: Expected): Pair => [expected, expected];

/** The same in all variants of one state; what was taken back or is in a foreign state can never be changed. */
const row = (open: Expected, begun: Expected, paused: Expected, reached: Expected, letGo: Expected): Row => ({
  ...{ proposed: both(open), declined: both(open), asked: both(open) },
  ...{ reworded: both(open), unsaid: both(open), unwanted: both(open) },
  ...{ agreed: both(begun), wished: both(begun), active: both(begun) },
  ...{ 'on-hold': both(paused), halted: both(paused), reached: both(reached), 'let-go': both(letGo) },
  ...{ withdrawn: both('withdrawn'), foreign: both('foreign') },
});

/** Of a side that has not agreed, or to a change that the other side wants. */
const answers: Row = {
  ...row('ok', 'nothing-to-answer', 'nothing-to-answer', 'over', 'over'),
  proposed: ['nothing-to-answer', 'ok'],
  declined: ['nothing-to-answer', 'ok'],
  reworded: ['ok', 'nothing-to-answer'],
  wished: ['ok', 'nothing-to-answer'],
  active: ['nothing-to-answer', 'ok'],
  halted: ['nothing-to-answer', 'ok'],
};

const untilLetGo = row('ok', 'ok', 'ok', 'ok', 'over');

export const table: Readonly<Record<Doable, Row>> = {
  propose: {
    ...row('ok', 'already-accepted', 'already-accepted', 'over', 'over'),
    proposed: ['ok', 'already-accepted'],
    declined: ['ok', 'already-accepted'],
    asked: ['ok', 'already-accepted'],
    reworded: ['already-accepted', 'ok'],
  },
  accept: answers,
  decline: answers,
  ask: answers,
  edit: row('ok', 'ok', 'ok', 'over', 'over'),
  hold: row('not-agreed', 'ok', 'on-hold', 'over', 'over'),
  resume: row('not-on-hold', 'not-on-hold', 'ok', 'over', 'over'),
  reach: row('not-agreed', 'ok', 'ok', 'over', 'over'),
  'let-go': untilLetGo,
  reopen: row('not-over', 'not-over', 'not-over', 'ok', 'ok'),
  withdraw: {
    ...row('ok', 'already-accepted', 'already-accepted', 'over', 'over'),
    proposed: ['ok', 'not-yours'],
    declined: ['ok', 'not-yours'],
    asked: ['ok', 'not-yours'],
    reworded: ['already-accepted', 'not-yours'],
    unsaid: ['ok', 'not-yours'],
    unwanted: ['ok', 'not-yours'],
  },
  rate: untilLetGo,
  weigh: untilLetGo,
  step: untilLetGo,
  setback: untilLetGo,
  barrier: untilLetGo,
  why: untilLetGo,
  note: untilLetGo,
};

/** Each act on the goal itself, with something to say in it. */
export const acts: Readonly<Record<GoalAct['action'], (side: Side) => GoalAct>> = {
  propose: (side) => ({ action: 'propose', ...by(side) }),
  accept: (side) => ({ action: 'accept', ...by(side) }),
  decline: (side) => ({ action: 'decline', ...by(side) }),
  ask: (side) => ({ action: 'ask', ...by(side), change: { text: 'Swim' } }),
  edit: (side) => ({ action: 'edit', ...by(side), terms: { text: 'Swim', due: '2027' } }),
  weigh: (side) => ({ action: 'weigh', ...by(side), importance: 0, difficulty: 3 }),
  note: (side) => ({ action: 'note', ...by(side), id: 'n', words: 'Ask about pain' }),
  hold: (side) => ({ action: 'hold', ...by(side) }),
  resume: (side) => ({ action: 'resume', ...by(side) }),
  reach: (side) => ({ action: 'reach', ...by(side) }),
  'let-go': (side) => ({ action: 'let-go', ...by(side) }),
  reopen: (side) => ({ action: 'reopen', ...by(side) }),
  withdraw: (side) => ({ action: 'withdraw', ...by(side) }),
};

/** The same goal with the two sides in each other's place. */
export function mirrored(goal: Goal): Goal {
  const { client, therapist } = goal.changes;
  return {
    ...goal,
    proposedBy: goal.proposedBy === 'client' ? 'therapist' : 'client',
    accepted: said(goal.accepted.therapist, goal.accepted.client),
    changes: {
      ...(therapist && { client: { ...therapist, by: 'client' } }),
      ...(client && { therapist: { ...client, by: 'therapist' } }),
    },
    notes: goal.notes.map((note) => ({ ...note, by: note.by === 'client' ? 'therapist' : 'client' })),
  };
}
