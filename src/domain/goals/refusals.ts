import type { Goal, GoalState } from './goal.js';
import { otherSide, type Side } from '../side.js';

/** Acts on a goal, and those on what hangs on it. */
export type Doable =
  | 'propose'
  | 'accept'
  | 'decline'
  | 'ask'
  | 'edit'
  | 'weigh'
  | 'note'
  | 'hold'
  | 'resume'
  | 'reach'
  | 'let-go'
  | 'reopen'
  | 'withdraw'
  | 'rate'
  | 'step'
  | 'setback'
  | 'barrier'
  | 'why';

export const goalRefusals = [
  'reader',
  'foreign',
  'over',
  'withdrawn',
  'not-agreed',
  'on-hold',
  'not-on-hold',
  'not-over',
  'nothing-to-answer',
  'not-yours',
  'already-accepted',
  'no-words',
  'no-change',
] as const;

/** Why something cannot be done to a goal; each has words of its own. */
export type GoalRefusal = (typeof goalRefusals)[number];

/** In which states each act is possible; elsewhere, why it is not. */
const possible: Readonly<Record<Doable, Readonly<Partial<Record<GoalState, GoalRefusal>>>>> = {
  propose: { agreed: 'already-accepted', 'on-hold': 'already-accepted', reached: 'over', 'let-go': 'over' },
  accept: { reached: 'over', 'let-go': 'over' },
  decline: { reached: 'over', 'let-go': 'over' },
  ask: { reached: 'over', 'let-go': 'over' },
  edit: { reached: 'over', 'let-go': 'over' },
  hold: { proposed: 'not-agreed', 'on-hold': 'on-hold', reached: 'over', 'let-go': 'over' },
  resume: { proposed: 'not-on-hold', agreed: 'not-on-hold', reached: 'over', 'let-go': 'over' },
  reach: { proposed: 'not-agreed', reached: 'over', 'let-go': 'over' },
  'let-go': { 'let-go': 'over' },
  reopen: { proposed: 'not-over', agreed: 'not-over', 'on-hold': 'not-over' },
  withdraw: { agreed: 'already-accepted', 'on-hold': 'already-accepted', reached: 'over', 'let-go': 'over' },
  rate: { 'let-go': 'over' },
  weigh: { 'let-go': 'over' },
  step: { 'let-go': 'over' },
  setback: { 'let-go': 'over' },
  barrier: { 'let-go': 'over' },
  why: { 'let-go': 'over' },
  note: { 'let-go': 'over' },
};

/** Whether there is something of the other side that this side has not agreed to. */
export const isAwaiting = ({ accepted, changes }: Goal, side: Side): boolean =>
  accepted[side] !== 'agree' || changes[otherSide(side)] !== undefined;

/**
 * Why one side cannot do something now; undefined where they can.
 * @param by undefined for somebody who only reads
 */
export function refusalOf(goal: Goal, action: Doable, by: Side | undefined): GoalRefusal | undefined {
  const { state } = goal;
  if (by === undefined) return 'reader';
  if (typeof state !== 'string') return 'foreign';
  if (state === 'withdrawn') return 'withdrawn';
  const reason = possible[action][state];
  if (reason) return reason;
  if (['accept', 'decline', 'ask'].includes(action) && !isAwaiting(goal, by)) return 'nothing-to-answer';
  if (action === 'withdraw' && goal.proposedBy !== by) return 'not-yours';
  // Nobody takes over a goal to which the other side says yes, nor takes it away from them
  const isTheirs = goal.accepted[otherSide(by)] === 'agree';
  if (isTheirs && (action === 'withdraw' || action === 'propose')) return 'already-accepted';
  return undefined;
}
