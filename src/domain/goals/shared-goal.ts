import { isAwaiting } from './refusals.js';
import { otherSide, sides } from '../side.js';
import type { Goal, GoalEntry, Level, SharedGoal, Step } from './goal.js';
import { namesIn, type Link, type Known } from '../link.js';
import type { Side } from '../side.js';
import { inTime } from '../time.js';

interface Root {
  readonly id: string;
  readonly link: Link;
  readonly goal: Goal;
  readonly isForeign: boolean;
}

const byTime = <Entry extends { readonly at?: string | undefined }>(entries: readonly Entry[]): Entry[] =>
  [...entries].sort(inTime);

const ofKind = <Kind extends GoalEntry['kind']>(entries: readonly Known<GoalEntry>[], kind: Kind) =>
  entries.filter((entry): entry is Known<Extract<GoalEntry, { kind: Kind }>> => entry.kind === kind);

/** A goal on which nothing hangs, as far as is known. */
export const bareGoal = (id: string, goal: Goal): SharedGoal => ({
  ...{ id, goal, isForeign: false, why: undefined },
  ...{ ratings: [], setbacks: [], barriers: [], steps: [] },
});

/** Goals with all that hangs on them; what hangs on a goal that is not here is left out. */
export function joinGoals(
  goals: readonly Root[],
  entries: readonly Known<GoalEntry>[],
  steps: readonly Known<Step>[],
): readonly SharedGoal[] {
  const ids = new Map(goals.flatMap(({ id, link }) => namesIn(link).map((name) => [name, id] as const)));
  const idOf = ({ goal }: { readonly goal: Link }): string | undefined =>
    namesIn(goal)
      .map((name) => ids.get(name))
      .find((id) => id !== undefined);
  const grouped = <Entry extends { readonly goal: Link; readonly at?: string | undefined }>(
    all: readonly Entry[],
  ): ReadonlyMap<string, Entry[]> => {
    const groups = new Map<string, Entry[]>();
    for (const entry of byTime(all)) {
      const id = idOf(entry);
      if (id === undefined) continue;
      const group = groups.get(id);
      if (group) group.push(entry);
      else groups.set(id, [entry]);
    }
    return groups;
  };
  const [entriesOf, stepsOf] = [grouped(entries), grouped(steps)];
  return goals.map(({ id, goal, isForeign }) => {
    const own = entriesOf.get(id) ?? [];
    return {
      ...{ id, goal, isForeign },
      why: ofKind(own, 'why').at(-1),
      ratings: ofKind(own, 'rating'),
      setbacks: ofKind(own, 'setback'),
      barriers: ofKind(own, 'barrier'),
      steps: stepsOf.get(id) ?? [],
    };
  });
}

const replaced = <Entry extends { readonly id: string }>(
  all: readonly Entry[],
  entry: Entry,
): readonly Entry[] =>
  all.some(({ id }) => id === entry.id)
    ? all.map((one) => (one.id === entry.id ? entry : one))
    : [...all, entry];

/** The goal with one more entry, or with another version of one. */
export function withEntry(shared: SharedGoal, entry: Known<GoalEntry>): SharedGoal {
  switch (entry.kind) {
    case 'rating':
      return { ...shared, ratings: replaced(shared.ratings, entry) };
    case 'setback':
      return { ...shared, setbacks: replaced(shared.setbacks, entry) };
    case 'barrier':
      return { ...shared, barriers: replaced(shared.barriers, entry) };
    default:
      return { ...shared, why: entry };
  }
}

export const withStep = (shared: SharedGoal, step: Known<Step>): SharedGoal => ({
  ...shared,
  steps: replaced(shared.steps, step),
});

/** In which order goals are listed: by whose turn it is. */
export const groups = [
  'waiting-for-me',
  'working',
  'disagreed',
  'on-hold',
  'waiting-for-them',
  'reached',
  'let-go',
] as const;

export type GoalGroup = (typeof groups)[number];

/** What is over, whichever way it ended. */
export const isOver = (group: GoalGroup): boolean => group === 'reached' || group === 'let-go';

/**
 * Whose turn it is.
 * @param side undefined for somebody who only reads
 */
export function groupOf({ goal }: SharedGoal, side: Side | undefined): GoalGroup {
  const { state } = goal;
  if (state === 'reached' || state === 'let-go') return state;
  if (state === 'withdrawn') return 'waiting-for-me'; // listed only where something said to it was not taken
  if (typeof state !== 'string') return 'working';
  const isAsked = (who: Side): boolean =>
    goal.changes[otherSide(who)] !== undefined || goal.accepted[who] === 'pending';
  if (side && isAsked(side) && isAwaiting(goal, side)) return 'waiting-for-me';
  if (state === 'on-hold') return 'on-hold';
  if (state === 'agreed') return 'working';
  return sides.some((who) => goal.accepted[who] === 'disagree') ? 'disagreed' : 'waiting-for-them';
}

/** Where one side saw it last. */
export const levelOf = ({ ratings }: SharedGoal, by: Side): Level | undefined =>
  ratings.filter((rating) => rating.by === by).at(-1)?.level;

export const nextStepOf = ({ steps }: SharedGoal): Known<Step> | undefined =>
  steps.find(({ isDone }) => !isDone);

/** Whether a goal has the words in it that a person looks for. */
export function matches({ goal, why }: SharedGoal, wanted: string): boolean {
  const words = wanted.trim().toLocaleLowerCase();
  return (
    words === '' || [goal.text, why?.words ?? ''].some((text) => text.toLocaleLowerCase().includes(words))
  );
}
