import { requireTag } from './negotiate.js';
import type { WordTree } from './vocabulary.js';

/** How far a translation has come: made by a machine, read by a speaker, or adapted by clinicians. */
export type TranslationStatus = 'machine-draft' | 'reviewed' | 'clinically-adapted';

/** A language that the portal brings, as a whole. */
interface AddedLanguage {
  readonly status: TranslationStatus;
  readonly words: WordTree;
}

/** What the portal has said about words. */
interface PortalWords {
  readonly languages: Map<string, AddedLanguage>;
  /** By language; a later one wins. */
  readonly overrides: Map<string, readonly WordTree[]>;
  /** Hear of the language whose words have changed. */
  readonly listeners: Set<(language: string) => void>;
}

const KEY = Symbol.for('alliance-elements/portal-words/1');
const page = globalThis as Record<symbol, PortalWords | undefined>;

/** One for the page, so that what is said to one copy of the library reaches the elements of every copy. */
const portal: PortalWords = (page[KEY] ??= {
  languages: new Map(),
  overrides: new Map(),
  listeners: new Set(),
});

const tell = (language: string): void => {
  for (const listener of portal.listeners) listener(language);
};

/** A copy: a page may hand in an object of its framework, and go on to change it. */
const ownWords = (words: WordTree): WordTree => JSON.parse(JSON.stringify(words)) as WordTree;

/**
 * Adds a language, or replaces one, while the page runs. Words that it lacks are shown in English.
 * @throws RangeError when `language` is not a BCP 47 tag
 */
export function addLanguage(
  language: string,
  words: WordTree,
  { status }: { status: TranslationStatus },
): void {
  const tag = requireTag(language, 'addLanguage');
  portal.languages.set(tag, { status, words: ownWords(words) });
  tell(tag);
}

/**
 * Replaces single strings of a language, for example `{rating: {send: {send: 'Share with my team'}}}`, also of widgets
 * that are loaded later. Without words it takes back all that was replaced in that language.
 * @throws RangeError when `language` is not a BCP 47 tag
 */
export function overrideWords(language: string, words: WordTree | undefined): void {
  const tag = requireTag(language, 'overrideWords');
  if (words === undefined) portal.overrides.delete(tag);
  else portal.overrides.set(tag, [...overridesOf(tag), ownWords(words)]);
  tell(tag);
}

export const addedLanguages: ReadonlyMap<string, AddedLanguage> = portal.languages;

export const overridesOf = (language: string): readonly WordTree[] => portal.overrides.get(language) ?? [];

/** Calls back now for each language that the portal has spoken of, and later for each of which it speaks. */
export function onPortalWords(listener: (language: string) => void): void {
  portal.listeners.add(listener);
  for (const language of new Set([...portal.languages.keys(), ...portal.overrides.keys()]))
    listener(language);
}
