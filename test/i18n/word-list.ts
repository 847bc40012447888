import type { WordTree } from '../../src/i18n/vocabulary.js';
import { treeOf } from '../support/vocabularies.js';

/** Every string of a language by its full key, such as `rating.step.back`. */
export type WordList = ReadonlyMap<string, string>;

export function listWords(tree: WordTree, path = ''): WordList {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[path + key, value]] : [...listWords(value, `${path}${key}.`)],
    ),
  );
}

export const wordsOf = async (language: string): Promise<WordList> => listWords(await treeOf(language));

const PLURAL = /_(zero|one|two|few|many|other)$/;

export const isPlural = (key: string): boolean => PLURAL.test(key);
export const stemOf = (key: string): string => key.replace(PLURAL, '');
export const stemsOf = (words: WordList): string[] => [...new Set([...words.keys()].map(stemOf))].sort();

/** What stands in `{{…}}`, with its format, sorted: `['maximum, number', 'minimum, number']`. */
export function slotsOf(text: string): string[] {
  return [...text.matchAll(/\{\{(.+?)\}\}/g)].map(([, slot]) => slot ?? '').sort();
}
