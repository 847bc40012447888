import type { Conflict, Merged } from '../record.js';
import { levels, type Acceptance, type Goal, type Level, type Note } from './goal.js';
import { sides, type Side } from '../side.js';
import type { ProposedChange } from './goal.js';
import { sameNote } from './entries.js';
import { sameChange, sameLevels, sameTerms } from './terms.js';
import { inTime } from '../time.js';

/*
 * How two versions of a goal come together. An acceptance holds only for the terms that it was given to: where the other
 * version brings other ones, it is pending, since nobody agrees to words that their page never showed.
 */

/** What one of two versions may hold and the other contradict. */
type GoalPart =
  'text' | 'due' | 'baseline' | 'helps' | 'importance' | 'difficulty' | 'state' | `level:${Level}`;

export interface GoalConflict extends Conflict<GoalPart> {
  /** Both versions and what they come from, to know afterwards to which terms each side has agreed. */
  readonly of: { readonly base: Goal; readonly mine: Goal; readonly theirs: Goal };
}

/** Who settles a contradiction, and when (ISO 8601 instant). */
interface Settler {
  readonly side: Side;
  readonly at: string;
}

type Field = Exclude<GoalPart, `level:${Level}`>;
type Whole = GoalConflict['of'];

const fields: readonly Field[] = ['text', 'due', 'baseline', 'helps', 'importance', 'difficulty', 'state'];

const levelOf = (part: GoalPart): Level | undefined => levels.find((level) => part === `level:${level}`);

/** What a version holds of a part; a state of another system by its own word. */
function heldIn(goal: Goal, part: GoalPart): unknown {
  const level = levelOf(part);
  if (level !== undefined) return goal.levels.get(level);
  return part === 'state' && typeof goal.state !== 'string' ? goal.state.foreign : goal[part as Field];
}

function withPart(goal: Goal, part: GoalPart, from: Goal): Goal {
  const level = levelOf(part);
  if (level === undefined) return { ...goal, [part]: from[part as Field] };
  const texts = levels.flatMap((one) => {
    const text = (one === level ? from : goal).levels.get(one);
    return text === undefined ? [] : [[one, text] as const];
  });
  return { ...goal, levels: new Map(texts) };
}

/** Notes only ever grow: those of both, in the order of time as far as it is known. */
function notesOf(mine: readonly Note[], theirs: readonly Note[]): readonly Note[] {
  const all = [...theirs, ...mine.filter((note) => !theirs.some((other) => sameNote(note, other)))];
  const isTimed = all.every(({ at }) => at !== undefined);
  return isTimed ? all.sort(inTime) : all;
}

/** The later of two wishes; of the same moment the same one, from whichever side one looks. */
function laterChange(one: ProposedChange, other: ProposedChange): ProposedChange {
  const said = ({ at, text, due, levels: texts }: ProposedChange): string =>
    JSON.stringify([at, text, due, texts && levels.map((level) => texts.get(level))]);
  return (inTime(one, other) || (said(one) < said(other) ? -1 : 1)) > 0 ? one : other;
}

/** What a side wants now: what only one version changed, else the later wish; a wish outlives its being answered. */
function changeOf(
  base: ProposedChange | undefined,
  mine: ProposedChange | undefined,
  theirs: ProposedChange | undefined,
): ProposedChange | undefined {
  if (sameChange(base, mine)) return theirs;
  if (sameChange(base, theirs)) return mine;
  if (!mine || !theirs) return mine ?? theirs;
  return laterChange(mine, theirs);
}

/** Of two answers of the same side the one that it gave last; of a yes and a no, the no. */
function answerOf(base: Acceptance | undefined, mine: Acceptance, theirs: Acceptance): Acceptance {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const [said] = [mine, theirs].filter((one) => one !== 'pending');
  return [mine, theirs].includes('disagree') ? 'disagree' : (said ?? 'pending');
}

/** What each side has said to the terms of a merged goal, as far as one of its versions has the same terms. */
function acceptedIn(goal: Goal, { base, mine, theirs }: Whole): Goal['accepted'] {
  const [isMine, isTheirs] = [sameTerms(goal, mine), sameTerms(goal, theirs)];
  const before = sameTerms(goal, base) ? base : undefined;
  /** One version accepted what this side wanted, and in the other this side wants nothing any more. */
  const isTakenBack = (side: Side): boolean => {
    const { text = goal.text, levels: wanted = goal.levels, due } = base.changes[side] ?? {};
    const isWished = !before && base.changes[side] && sameTerms(goal, { ...goal, text, levels: wanted, due });
    return isWished === true && !mine.changes[side] && !theirs.changes[side];
  };
  const of = (side: Side): Acceptance => {
    if (isMine && isTheirs)
      return answerOf(before?.accepted[side], mine.accepted[side], theirs.accepted[side]);
    if ((!isMine && !isTheirs) || isTakenBack(side)) return 'pending';
    return (isMine ? mine : theirs).accepted[side];
  };
  return { client: of('client'), therapist: of('therapist') };
}

const isOpen = ({ state }: Goal): boolean => state === 'proposed' || state === 'agreed';

const isByBoth = ({ accepted }: Goal): boolean => sides.every((side) => accepted[side] === 'agree');

/**
 * What both agree to is agreed. What was agreed by both and is no more is proposed again, as if it had not begun; what
 * another system calls active without both, it goes on calling so. It is the same from whichever side one looks.
 */
function withState(goal: Goal, { base, mine, theirs }: Whole): Goal {
  if (isByBoth(goal) && goal.state === 'proposed')
    return { ...goal, state: 'agreed', startedOn: goal.startedOn ?? startOf(base, mine, theirs) };
  if (isByBoth(goal) || !isOpen(goal)) return goal;
  const active = [mine, theirs].filter(({ state }) => state === 'agreed');
  const isCalledSo = active.some((one) => !isByBoth(one) && sameTerms(one, goal));
  if (!active.some(isByBoth) || (goal.state === 'agreed' && isCalledSo)) return goal;
  const { startedOn } = [mine, theirs].find(({ state }) => state === 'proposed') ?? base;
  return { ...goal, state: 'proposed', startedOn };
}

/**
 * Brings two versions together. What only one changed is taken from it; what both changed is a contradiction, which a
 * person settles; notes and proposed changes of both are kept.
 */
export function mergeGoals(base: Goal, mine: Goal, theirs: Goal): Merged<Goal, GoalConflict> {
  const parts: readonly GoalPart[] = [...fields, ...levels.map((level) => `level:${level}` as const)];
  const of = { base, mine, theirs };
  let value = theirs;
  const conflicts: GoalConflict[] = [];
  for (const part of parts) {
    const [before, here, there] = [base, mine, theirs].map((goal) => heldIn(goal, part));
    if (here === before || here === there) continue;
    // A state that only follows from who has agreed is no word of its own: it begins as proposed
    const isDerived = part === 'state' && there !== before && isOpen(mine) && isOpen(theirs);
    value = withPart(value, part, isDerived && theirs.state === 'proposed' ? theirs : mine);
    if (there !== before && !isDerived) conflicts.push({ part, mine: here, theirs: there, of });
  }
  const changes = Object.fromEntries(
    sides.flatMap((side) => {
      const change = changeOf(base.changes[side], mine.changes[side], theirs.changes[side]);
      return change ? [[side, change] as const] : [];
    }),
  );
  const startedOn = startOf(base, mine, theirs);
  const { proposedBy } = mine.proposedBy === base.proposedBy ? theirs : mine;
  value = { ...value, proposedBy, changes, startedOn, notes: notesOf(mine.notes, theirs.notes) };
  return { value: withState({ ...value, accepted: acceptedIn(value, of) }, of), conflicts };
}

/** When both had agreed: what only one version changed, else the first of two days. */
function startOf(base: Goal, mine: Goal, theirs: Goal): string | undefined {
  if (mine.startedOn === base.startedOn) return theirs.startedOn;
  if (theirs.startedOn === base.startedOn) return mine.startedOn;
  const [first] = [mine.startedOn, theirs.startedOn].filter((day) => day !== undefined).sort();
  return first;
}

/**
 * Settles one contradiction.
 * @param choice `both`: theirs holds, and mine becomes what this side proposes, where it is about the terms
 */
export function resolveGoal(
  merged: Goal,
  { part, of }: GoalConflict,
  choice: 'mine' | 'theirs' | 'both',
  { side, at }: Settler,
): Goal {
  const isTerm = part === 'text' || part === 'due' || levelOf(part) !== undefined;
  const chosen = withPart(
    merged,
    part,
    choice === 'mine' || (choice === 'both' && !isTerm) ? of.mine : of.theirs,
  );
  const settled = withState({ ...chosen, accepted: acceptedIn(chosen, of) }, of);
  if (choice !== 'both' || !isTerm) return settled;
  const { text, due, levels: wanted } = of.mine;
  const change = { by: side, at, text, levels: wanted, ...(due !== undefined && { due }) };
  return { ...settled, changes: { ...settled.changes, [side]: change } };
}

/** Whether two versions say the same, whoever wrote them. */
export function sameGoals(one: Goal, other: Goal): boolean {
  const isSame =
    fields.every((field) => heldIn(one, field) === heldIn(other, field)) &&
    sameLevels(one.levels, other.levels);
  const isSaid = sides.every(
    (side) =>
      one.accepted[side] === other.accepted[side] && sameChange(one.changes[side], other.changes[side]),
  );
  const isNoted =
    one.notes.length === other.notes.length &&
    one.notes.every((note) =>
      other.notes.some((known) => sameNote(note, known) && note.words === known.words),
    );
  return isSame && isSaid && isNoted && one.startedOn === other.startedOn;
}
