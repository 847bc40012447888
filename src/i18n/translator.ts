import { createInstance, type i18n, type TFunction } from 'i18next';
import { languages, type TranslationStatus, type WordTree } from './languages.js';
import type { WordKey } from './keys.js';
import { localeOf, negotiate } from './negotiate.js';
import { en } from './words/en.js';

export const FALLBACK = 'en';

/** Words in the language that they really are in: the one asked for, or the fallback. */
export interface Phrase {
  readonly text: string;
  readonly lang: string;
}

export type WordParams = Readonly<Record<string, string | number>>;

const NAMESPACE = 'alliance';

/** Our own instance: the page's global i18next belongs to the portal. */
const translator: i18n = createInstance();
void translator.init({
  initAsync: false,
  lng: FALLBACK,
  fallbackLng: FALLBACK,
  ns: [NAMESPACE],
  defaultNS: NAMESPACE,
  resources: { [FALLBACK]: { [NAMESPACE]: structuredClone(en) } },
  interpolation: { escapeValue: false }, // Lit escapes
});

const loaded = new Set<string>([FALLBACK]);
const loading = new Map<string, Promise<void>>();
const overrides = new Map<string, WordTree[]>();
const listeners = new Set<() => void>();

/** Calls back when words were added or replaced; returns `stop`. */
export function onWordsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function addWords(language: string, words: WordTree): void {
  translator.addResourceBundle(language, NAMESPACE, words, true, true);
}

const tell = (): void => {
  for (const listener of listeners) listener();
};

export const isLoaded = (language: string): boolean => loaded.has(language);

/** Loads the words of a language that exists; English stays in use where that fails. */
export async function loadLanguage(language: string): Promise<void> {
  const known = languages.get(language);
  if (!known || loaded.has(language)) return;
  const pending =
    loading.get(language) ??
    (async () => {
      const general = localeOf(language)?.language;
      if (general !== undefined && general !== language) await loadLanguage(general);
      const words = await known.load();
      if (languages.get(language) !== known) return; // replaced meanwhile
      addWords(language, words);
      for (const words of overrides.get(language) ?? []) addWords(language, words);
      loaded.add(language);
      tell();
    })();
  loading.set(language, pending);
  try {
    await pending;
  } finally {
    if (loading.get(language) === pending) loading.delete(language);
  }
}

/** Words, and numbers inside them, as `formatLocale` writes numbers. */
export function phrase(
  key: WordKey,
  language: string,
  formatLocale: string,
  params: WordParams = {},
): Phrase {
  const fixed: TFunction = translator.getFixedT(language);
  const found = fixed(key, { ...params, locale: formatLocale, nest: false, returnDetails: true });
  return { text: found.res, lang: found.usedLng };
}

/** The tag of the language whose words a wanted tag gets; undefined where there is none. */
export function availableLanguage(wanted: string): string | undefined {
  return negotiate(wanted, languages.keys());
}

/** How far the translation of a language has come; undefined where the language does not exist. */
export function languageStatus(language: string): TranslationStatus | undefined {
  const found = availableLanguage(language);
  return found === undefined ? undefined : languages.get(found)?.status;
}

function requireTag(language: string, caller: string): string {
  const locale = localeOf(language);
  if (!locale) {
    throw new RangeError(
      `${caller}: "${language}" is not a language tag. Use a BCP 47 tag such as "cy" or "pt-BR".`,
    );
  }
  return locale.toString();
}

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
  languages.set(tag, { status, load: () => words });
  loaded.delete(tag);
  loading.delete(tag);
  translator.removeResourceBundle(tag, NAMESPACE);
  if (tag === FALLBACK) addWords(tag, en);
  void loadLanguage(tag);
}

/**
 * Replaces single strings of a language, for example `{rating: {send: 'Share with my team'}}`.
 * @throws RangeError when `language` is not a BCP 47 tag
 */
export function overrideWords(language: string, words: WordTree): void {
  const tag = requireTag(language, 'overrideWords');
  overrides.set(tag, [...(overrides.get(tag) ?? []), words]);
  if (!loaded.has(tag)) return;
  addWords(tag, words);
  tell();
}
