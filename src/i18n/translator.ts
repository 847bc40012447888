import { createInstance, type i18n, type TFunction } from 'i18next';
import { FALLBACK, withGeneral } from './languages.js';
import { addedLanguages, onPortalWords, overridesOf } from './portal-words.js';
import type { Vocabulary, WordTree } from './vocabulary.js';

/** Words in the language that they really are in: the one asked for, or the fallback. */
export interface Phrase {
  readonly text: string;
  readonly lang: string;
}

export type WordParams = Readonly<Record<string, string | number>>;

type Vocabularies = readonly Vocabulary[];

const NAMESPACE = 'alliance';

/** Our own instance: the page's global i18next belongs to the portal. */
const translator: i18n = createInstance();
void translator.init({
  initAsync: false,
  lng: FALLBACK,
  fallbackLng: FALLBACK,
  ns: [NAMESPACE],
  defaultNS: NAMESPACE,
  nsSeparator: false,
  resources: {},
  interpolation: { escapeValue: false }, // Lit escapes
});

/** Our own words that are here, by language. */
const here = new Map<string, WordTree>();
const loading = new Map<string, Promise<void>>();
const listeners = new Set<() => void>();

/** Calls back when words were added or replaced; returns `stop`. */
export function onWordsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Puts the words of a language together anew: ours, over them the portal's language, over that its single strings. */
function compose(language: string): void {
  const added = addedLanguages.get(language);
  // What a language of the portal lacks is English, not what we had in that language
  const own = added && language !== FALLBACK ? undefined : here.get(language);
  translator.removeResourceBundle(language, NAMESPACE);
  for (const layer of [own, added?.words, ...overridesOf(language)]) {
    if (layer) translator.addResourceBundle(language, NAMESPACE, layer, true, true);
  }
  for (const listener of listeners) listener();
}

onPortalWords(compose);

const isHere = (language: string, name: string): boolean => here.get(language)?.[name] !== undefined;

function take(language: string, name: string, words: WordTree): void {
  here.set(language, { ...here.get(language), [name]: words });
  compose(language);
}

/** Makes the English of these words known. */
export function useWords(vocabularies: Vocabularies): void {
  for (const { name, english } of vocabularies) {
    if (!isHere(FALLBACK, name)) take(FALLBACK, name, english);
  }
}

/** How these words come in a language; undefined where there is nothing to wait for. */
function loaderOf(language: string, { name, others }: Vocabulary): Vocabulary['others'][string] | undefined {
  return addedLanguages.has(language) || isHere(language, name) ? undefined : others[language];
}

/** Whether all these words are here in a language, as far as they exist in it. */
export const isLoaded = (language: string, vocabularies: Vocabularies): boolean =>
  withGeneral(language).every((tag) => vocabularies.every((words) => loaderOf(tag, words) === undefined));

/** Loads these words in a language that exists; English stays in use where that fails. */
export async function loadWords(language: string, vocabularies: Vocabularies): Promise<void> {
  await Promise.all(
    withGeneral(language).flatMap((tag) => vocabularies.map((words) => loadOnce(tag, words))),
  );
}

async function loadOnce(language: string, vocabulary: Vocabulary): Promise<void> {
  const load = loaderOf(language, vocabulary);
  if (!load) return;
  const id = `${language}/${vocabulary.name}`;
  const pending = loading.get(id) ?? load().then((words) => take(language, vocabulary.name, words.default));
  loading.set(id, pending);
  await pending.finally(() => loading.delete(id));
}

/** Words, and numbers inside them, as `formatLocale` writes numbers. */
export function phrase(key: string, language: string, formatLocale: string, params: WordParams = {}): Phrase {
  const fixed: TFunction = translator.getFixedT(language);
  const found = fixed(key, { ...params, locale: formatLocale, nest: false, returnDetails: true });
  return { text: found.res, lang: found.usedLng };
}
