import type { WordTree } from '../../src/index.js';
import { vocabularies } from './vocabularies.js';

/** English with accents, made longer: what stays plain was never translatable, and what breaks has no room. */
export const PSEUDO_LANGUAGE = 'en-XA';

const accents: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', e: 'é', i: 'î', n: 'ñ', o: 'ö', s: 'š', u: 'û', y: 'ý', z: 'ž' },
  ...{ A: 'Å', C: 'Ç', E: 'É', I: 'Î', N: 'Ñ', O: 'Ö', S: 'Š', U: 'Û', Y: 'Ý', Z: 'Ž' },
};

/** How much longer a translation may well be than the English words. */
const GROWTH = 0.4;

const accented = (text: string): string => text.replace(/[a-z]/gi, (letter) => accents[letter] ?? letter);

/** Doubles vowels word by word until the growth is reached, as longer words would and not as a tail would. */
function lengthened(text: string): string {
  let owed = 0;
  return text.replace(/\p{L}/gu, (letter) => {
    owed += GROWTH;
    if (owed < 1 || !/[aeiouáéîöû]/i.test(letter)) return letter;
    owed -= 1;
    return letter + letter.toLowerCase();
  });
}

export function pseudoText(text: string): string {
  // A placeholder such as {{count, number}} is no word
  const parts = text.split(/(\{\{.*?\}\})/);
  return parts.map((part) => (part.startsWith('{{') ? part : lengthened(accented(part)))).join('');
}

function pseudoTree(tree: WordTree): WordTree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, words]) => [
      key,
      typeof words === 'string' ? pseudoText(words) : pseudoTree(words),
    ]),
  );
}

export const pseudoWords = (): WordTree =>
  pseudoTree(Object.fromEntries(vocabularies.map(({ name, english }) => [name, english])));
