import { goalUrls, levelCodes, systemsOfGoals } from './goal-codes.js';
import { levels, type Level, type LevelTexts } from '../../domain/goals/goal.js';
import { codeIn, extensionsOf, extensionValue, isObject, textIn } from '../loose.js';
import type { Extension } from '../resource.js';

/** The level that a coding names; undefined where it names none. */
export const levelIn = (coding: unknown): Level | undefined => {
  const code = codeIn(coding);
  return levels.find((level) => levelCodes[level] === code);
};

export const levelCoding = (level: Level) => ({ system: systemsOfGoals.loinc, code: levelCodes[level] });

/** Where the words of a level stand; older data use `text`. */
const TEXT = 'progressText';
const OLDER = 'text';

/** The words of each level; the first of several for the same level counts. */
export function readLevels(goal: unknown): LevelTexts {
  const found = new Map<Level, string>();
  for (const extension of extensionsOf(goal, goalUrls.goalAttainment)) {
    const level = levelIn(extensionValue(extension, 'level'));
    const text = textIn(extensionValue(extension, TEXT)) ?? textIn(extensionValue(extension, OLDER));
    if (level !== undefined && text !== undefined && !found.has(level)) found.set(level, text);
  }
  return new Map(
    levels.flatMap((level) => (found.has(level) ? [[level, found.get(level) ?? ''] as const] : [])),
  );
}

/** One level as PCO writes it. */
export const levelExtension = (url: string, level: Level, text: string): Extension => ({
  url,
  extension: [
    { url: 'level', valueCoding: levelCoding(level) },
    { url: TEXT, valueString: text },
  ],
});

const levelOf = (extension: unknown): Level | undefined =>
  isObject(extension) && extension['url'] === goalUrls.goalAttainment
    ? levelIn(extensionValue(extension, 'level'))
    : undefined;

/** The extensions with other words of the levels; what says the same, or is of another kind, stays as it is. */
export function withLevels(former: readonly Extension[], before: LevelTexts, texts: LevelTexts): Extension[] {
  const done = new Set<Level>();
  const kept = former.flatMap((extension) => {
    const level = levelOf(extension);
    if (level === undefined || done.has(level)) return extension;
    const text = texts.get(level);
    done.add(level);
    if (text === before.get(level)) return extension;
    return text === undefined ? [] : levelExtension(goalUrls.goalAttainment, level, text);
  });
  const added = [...texts].filter(([level]) => !done.has(level));
  return [...kept, ...added.map(([level, text]) => levelExtension(goalUrls.goalAttainment, level, text))];
}
