import type { Goal, GoalState, ProposedChange } from './goal.js';
import { otherSide } from '../side.js';
import type { Terms, Weight } from './goal.js';
import type { Side } from '../side.js';
import { mergeGoals } from './merge.js';
import { refusalOf, type GoalRefusal } from './refusals.js';
import { sameTerms, withWanted, termsWith, type Wanted } from './terms.js';

/*
 * What becomes of a goal when one side does something to it: a new goal, or a reason why not.
 */

interface Said {
  readonly by: Side;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** One act, with what a person says in it. */
export type GoalAct = Said &
  (
    | { readonly action: 'propose' | 'accept' | 'decline' | 'hold' | 'resume' }
    | { readonly action: 'reach' | 'let-go' | 'reopen' | 'withdraw' }
    /** Other terms than those that the other side proposes. */
    | { readonly action: 'ask'; readonly change: Wanted }
    /** Other terms; `helps` is none of them, and holds at once. */
    | { readonly action: 'edit'; readonly terms: Partial<Terms> & { readonly helps?: string | undefined } }
    | {
        readonly action: 'weigh';
        readonly importance: Weight | undefined;
        readonly difficulty: Weight | undefined;
      }
    | { readonly action: 'note'; readonly id: string; readonly words: string }
  );

export type GoalOutcome = { readonly goal: Goal } | { readonly refused: GoalRefusal };

const isAgreed = ({ state }: Goal): boolean => state === 'agreed' || state === 'on-hold';

/** A goal to which both say yes is agreed, from the day on which the second did. */
function settled(goal: Goal, { at }: Said): Goal {
  const isBoth = goal.accepted.client === 'agree' && goal.accepted.therapist === 'agree';
  if (!isBoth || goal.state !== 'proposed') return goal;
  return { ...goal, state: 'agreed', startedOn: goal.startedOn ?? at.slice(0, 10) };
}

const without = ({ changes }: Goal, side: Side): Goal['changes'] =>
  Object.fromEntries(Object.entries(changes).filter(([of]) => of !== side));

/** What one side wants, whole: it holds for what it was said to, whatever becomes of the goal meanwhile. */
function wishOf(goal: Goal, { by, at }: Said, wanted: Wanted): ProposedChange {
  const { text, levels, due } = withWanted(goal, wanted);
  return { by, at, text, levels, ...(due !== undefined && { due }) };
}

/** Says yes to what the other side proposes: its change where it has one, else the terms as they are. */
function accept(goal: Goal, act: Said): Goal {
  const change = goal.changes[otherSide(act.by)];
  if (!change) return settled({ ...goal, accepted: { ...goal.accepted, [act.by]: 'agree' } }, act);
  const changes = without(goal, change.by);
  // The wish as its writer said it, and nothing that the goal has become since: both have seen just this. A wish without
  // words leaves those that the goal has, and a writer who is asked about them anew has not seen them
  const isUnseen = change.text === undefined && goal.accepted[change.by] === 'pending';
  const accepted = {
    ...goal.accepted,
    [act.by]: 'agree',
    [change.by]: isUnseen ? 'pending' : 'agree',
  } as const;
  return settled({ ...goal, ...termsWith(goal, change), changes, accepted }, act);
}

/** Says no for now: to the other side's change, which then is gone, or to the goal as it is. */
function decline(goal: Goal, { by }: Said): Goal {
  const other = otherSide(by);
  const isOfChange = goal.changes[other] !== undefined && goal.accepted[by] === 'agree';
  if (isOfChange) return { ...goal, changes: without(goal, other) };
  return { ...goal, accepted: { ...goal.accepted, [by]: 'disagree' } };
}

function ask(goal: Goal, act: Said & { readonly change: Wanted }): GoalOutcome {
  if (act.change.text?.trim() === '') return { refused: 'no-words' };
  if (sameTerms(goal, withWanted(goal, act.change))) return { refused: 'no-change' };
  const changes = { ...goal.changes, [act.by]: wishOf(goal, act, act.change) };
  // To terms that hold one has agreed already: the wish stands beside them
  const said = isAgreed(goal) ? goal.accepted[act.by] : 'disagree';
  return { goal: { ...goal, changes, accepted: { ...goal.accepted, [act.by]: said } } };
}

function edit(goal: Goal, act: Extract<GoalAct, { action: 'edit' }>): GoalOutcome {
  const { baseline = goal.baseline, helps = goal.helps } = act.terms;
  const terms = withWanted(goal, act.terms);
  if (terms.text.trim() === '') return { refused: 'no-words' };
  const help = helps?.trim() === '' ? undefined : helps?.trim();
  const helped = { ...goal, helps: help, baseline };
  if (sameTerms(goal, terms)) {
    // Whoever asks for the words that hold wants no others any more
    const isTakenBack = act.terms.text !== undefined && isAgreed(goal) && goal.changes[act.by] !== undefined;
    if (isTakenBack) return { goal: { ...helped, changes: without(goal, act.by) } };
    const isSame = help === goal.helps && baseline === goal.baseline;
    return isSame ? { refused: 'no-change' } : { goal: helped };
  }
  if (isAgreed(goal))
    return { goal: { ...helped, changes: { ...goal.changes, [act.by]: wishOf(goal, act, terms) } } };
  const accepted = { client: 'pending', therapist: 'pending', [act.by]: 'agree' } as Goal['accepted'];
  return { goal: { ...helped, ...terms, baseline, accepted, changes: without(goal, act.by) } };
}

/** States that hold at once when either side says so. */
const states = { hold: 'on-hold', reach: 'reached', 'let-go': 'let-go', withdraw: 'withdrawn' } as const;

/** Where a goal goes on that is opened again: where both still agree it is agreed. */
const reopened = (goal: Goal): GoalState =>
  goal.accepted.client === 'agree' && goal.accepted.therapist === 'agree' ? 'agreed' : 'proposed';

/** Does what a person wants to do, or says why that is not possible. */
export function carryOut(goal: Goal, act: GoalAct): GoalOutcome {
  const refused = refusalOf(goal, act.action, act.by);
  if (refused) return { refused };
  switch (act.action) {
    case 'propose': {
      if (goal.text.trim() === '') return { refused: 'no-words' };
      const accepted = { client: 'pending', therapist: 'pending', [act.by]: 'agree' } as Goal['accepted'];
      return { goal: { ...goal, text: goal.text.trim(), proposedBy: act.by, state: 'proposed', accepted } };
    }
    case 'accept':
      return { goal: accept(goal, act) };
    case 'decline':
      return { goal: decline(goal, act) };
    case 'ask':
      return ask(goal, act);
    case 'edit':
      return edit(goal, act);
    case 'weigh': {
      const { importance, difficulty } = act;
      if (importance === goal.importance && difficulty === goal.difficulty) return { refused: 'no-change' };
      return { goal: { ...goal, importance, difficulty } };
    }
    case 'note': {
      const { id, by, at } = act;
      const words = act.words.trim();
      if (words === '') return { refused: 'no-words' };
      return { goal: { ...goal, notes: [...goal.notes, { id, by, at, words }] } };
    }
    case 'resume':
    case 'reopen':
      return { goal: { ...goal, state: reopened(goal) } };
    default:
      return { goal: { ...goal, state: states[act.action] } };
  }
}

/**
 * Gives back what one side has just done, unless the other side has said something to it since. What the other side did
 * beside it stays, and so do notes.
 * @param now the goal as it is
 * @param before as it was before the act
 * @param after as the act left it; without it all that differs is given back, whoever did it
 */
export function undo(now: Goal, before: Goal, by: Side, after?: Goal): GoalOutcome {
  if (typeof now.state !== 'string') return { refused: 'foreign' };
  if (now.state === 'withdrawn') return { refused: 'withdrawn' };
  const other = otherSide(by);
  const hasAnswered = now.accepted[other] !== before.accepted[other] && now.accepted[other] !== 'pending';
  if (hasAnswered && now.writtenBy === other) return { refused: 'already-accepted' };
  if (!after) return { goal: { ...before, notes: now.notes } };
  const isAnswered = now.accepted[other] !== after.accepted[other] && now.accepted[other] !== 'pending';
  const { value, conflicts } = mergeGoals(after, before, now);
  return isAnswered || conflicts.length > 0 ? { refused: 'already-accepted' } : { goal: value };
}
