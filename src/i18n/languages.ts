import aboutAr from '../../locales/ar/about.json';
import aboutEn from '../../locales/en/about.json';
import aboutEs from '../../locales/es/about.json';
import { localeOf, negotiate } from './negotiate.js';
import { addedLanguages, type TranslationStatus } from './portal-words.js';

/** Scripts written from right to left (Unicode Bidi_Class R or AL, scripts in living use). */
const rightToLeftScripts: ReadonlySet<string> = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/** The reading direction of a language, from its likely script; `ltr` for a tag that cannot be read. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  try {
    const { script } = new Intl.Locale(language).maximize();
    return script !== undefined && rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

/** The language of which every widget has its words with it. */
export const FALLBACK = 'en';

/** Our own languages, by BCP 47 tag; the words of each widget name where it has them in these. */
export const ownLanguages: ReadonlyMap<string, TranslationStatus> = new Map([
  [FALLBACK, aboutEn.status as TranslationStatus], // what else could stand there is refused by the test of the words
  ['es', aboutEs.status as TranslationStatus],
  ['ar', aboutAr.status as TranslationStatus],
]);

/** The tag of the language whose words a wanted tag gets; undefined where there is none. */
export function availableLanguage(wanted: string): string | undefined {
  return negotiate(wanted, [...ownLanguages.keys(), ...addedLanguages.keys()]);
}

/** How far the translation of a language has come; undefined where the language does not exist. */
export function languageStatus(language: string): TranslationStatus | undefined {
  const found = availableLanguage(language);
  return found === undefined ? undefined : (addedLanguages.get(found)?.status ?? ownLanguages.get(found));
}

/** A language and the one over which it is laid: `de` for `de-CH`. */
export const withGeneral = (language: string): readonly string[] => [
  language,
  localeOf(language)?.language ?? language,
];
