import type { Goal, LevelTexts, ProposedChange, Terms } from './goal.js';

/** Whether two sets of levels say the same. */
export const sameLevels = (one: LevelTexts, other: LevelTexts): boolean =>
  one.size === other.size && [...one].every(([level, text]) => other.get(level) === text);

/** Words as they are kept; what differs from those that were there by blanks alone is not new. */
const wordsOf = (wanted: string, held = ''): string => (wanted.trim() === held.trim() ? held : wanted.trim());

/** Levels as they are kept: one without words is absent. */
const levelsOf = (wanted: LevelTexts, held: LevelTexts): LevelTexts =>
  new Map(
    [...wanted]
      .map(([level, text]) => [level, wordsOf(text, held.get(level))] as const)
      .filter(([, text]) => text.trim() !== ''),
  );

/** Whether an acceptance of the one holds for the other: of the wording, the levels and the date. */
export const sameTerms = (one: Terms, other: Terms): boolean =>
  one.text === other.text && one.due === other.due && sameLevels(one.levels, other.levels);

/** Levels that somebody wants; with words, where none are said, none. */
const wantedLevels = ({ text, levels }: ProposedChange): LevelTexts | undefined =>
  levels ?? (text === undefined ? undefined : new Map());

/** Whether one side wants the same, whenever it said so. */
export function sameChange(one: ProposedChange | undefined, other: ProposedChange | undefined): boolean {
  if (!one || !other) return one === other;
  const [here, there] = [wantedLevels(one), wantedLevels(other)];
  const isSameLevels = here && there ? sameLevels(here, there) : here === there;
  return (
    one.by === other.by &&
    one.at === other.at &&
    one.text === other.text &&
    one.due === other.due &&
    isSameLevels
  );
}

/** What somebody wants in place of some of the terms. */
export type Wanted = Pick<ProposedChange, 'text' | 'levels' | 'due'>;

/** Terms with what somebody wants in place of some of them. */
export const withWanted = (goal: Goal, wanted: Wanted): Terms => ({
  text: wordsOf(wanted.text ?? goal.text, goal.text),
  levels: wanted.levels ? levelsOf(wanted.levels, goal.levels) : goal.levels,
  baseline: goal.baseline,
  due: 'due' in wanted ? wanted.due : goal.due,
});

/** The terms as somebody wants them; a wish without words, of another system, leaves out what stays. */
export function termsWith(goal: Goal, { text, levels, due }: ProposedChange): Terms {
  if (text === undefined) return withWanted(goal, { levels, ...(due !== undefined && { due }) });
  return { text, levels: levels ?? new Map(), baseline: goal.baseline, due };
}
