import { sameNote, sameSteps } from './entries.js';
import type { Goal, SharedGoal } from './goal.js';
import { otherSide, sides, type Side } from '../side.js';
import { sameChange, sameLevels, sameTerms, termsWith } from './terms.js';

/** What can change about a goal, as far as a person is told of it. */
type GoalChange =
  | 'added'
  | 'words'
  | 'levels'
  | 'date'
  | 'state'
  | 'accepted'
  | 'declined'
  | 'wish'
  | 'rating'
  | 'setback'
  | 'step'
  | 'note'
  | 'changed';

/** One thing that has changed, by whom and when, as far as that is known. */
export interface GoalNews {
  readonly what: GoalChange;
  readonly by?: Side | undefined;
  /** ISO 8601 instant. */
  readonly at?: string | undefined;
}

interface Made {
  readonly id: string;
  readonly by?: Side | undefined;
  readonly at?: string | undefined;
}

const addedIn = (what: GoalChange, before: readonly Made[], now: readonly Made[]): readonly GoalNews[] => {
  const known = new Set(before.map(({ id }) => id));
  return now.filter(({ id }) => !known.has(id)).map(({ by, at }) => ({ what, by, at }));
};

/** A state as a word: another system's is read anew each time. */
const stateOf = ({ state }: Goal): string => (typeof state === 'string' ? state : `foreign ${state.foreign}`);

/** Sides whose wish the other one has answered with "not now". */
const refusedIn = (was: Goal, is: Goal): readonly Side[] =>
  sides.filter((side) => {
    const wish = was.changes[side];
    return (
      wish && !is.changes[side] && is.writtenBy === otherSide(side) && !sameTerms(is, termsWith(was, wish))
    );
  });

/** Why it matters, where that was said or is said in other words. */
const reasonIn = (was: SharedGoal['why'], is: SharedGoal['why']): readonly GoalNews[] =>
  is && is.words !== was?.words ? [{ what: 'changed', by: is.by, at: is.at }] : [];

/** What has no word of its own here. */
const isOtherwise = (was: Goal, is: Goal): boolean =>
  was.importance !== is.importance ||
  was.difficulty !== is.difficulty ||
  was.baseline !== is.baseline ||
  was.helps !== is.helps;

/** What has changed between two versions of a goal with all that hangs on it, what matters most first. */
export function changesSince(before: SharedGoal | undefined, now: SharedGoal): readonly GoalNews[] {
  const by = now.goal.writtenBy;
  if (!before) return [{ what: 'added', by }];
  const [was, is] = [before.goal, now.goal];
  const said = sides.filter((side) => was.accepted[side] !== is.accepted[side]);
  const wishes = sides.filter((side) => is.changes[side] && !sameChange(was.changes[side], is.changes[side]));
  const steps = new Map(before.steps.map((step) => [step.id, step]));
  const stepped = now.steps.filter((step) => !sameSteps(steps.get(step.id) ?? step, step));
  const noted = is.notes.filter((note) => !was.notes.some((known) => sameNote(known, note)));
  return [
    was.text === is.text ? [] : { what: 'words' as const, by },
    sameLevels(was.levels, is.levels) ? [] : { what: 'levels' as const, by },
    was.due === is.due ? [] : { what: 'date' as const, by },
    wishes.map((side) => ({ what: 'wish' as const, by: side, at: is.changes[side]?.at })),
    said
      .filter((side) => is.accepted[side] === 'agree')
      .map((side) => ({ what: 'accepted' as const, by: side })),
    said
      .filter((side) => is.accepted[side] === 'disagree' && !is.changes[side])
      .map((side) => ({ what: 'declined' as const, by: side })),
    refusedIn(was, is).map((side) => ({ what: 'declined' as const, by: otherSide(side) })),
    // That it is agreed follows from a yes, which is told
    stateOf(was) === stateOf(is) || (was.state === 'proposed' && is.state === 'agreed')
      ? []
      : { what: 'state' as const, by },
    addedIn('rating', before.ratings, now.ratings),
    addedIn('setback', before.setbacks, now.setbacks),
    addedIn('step', before.steps, now.steps),
    stepped.map(() => ({ what: 'step' as const, by: undefined })),
    noted.map(({ by: writer, at }) => ({ what: 'note' as const, by: writer, at })),
    addedIn('changed', before.barriers, now.barriers),
    reasonIn(before.why, now.why),
    isOtherwise(was, is) ? { what: 'changed' as const, by } : [],
  ].flat();
}
