import { ar } from './words/ar.js';
import { en } from './words/en.js';
import { es } from './words/es.js';

const languages = { en, es, ar };

/** One of the portal's own strings, in the words for who is looking, with its number written as the language does. */
export function word(key, { lang, viewer }, number = 0) {
  const words = languages[lang];
  const text = words[`${key}.${viewer}`] ?? words[key] ?? key;
  return text.replace('{{number}}', () => new Intl.NumberFormat(lang).format(number));
}

/** Puts the portal's words into the page: text of `data-words`, names of `data-words-label`. */
export function showWords(state) {
  const { lang } = state;
  Object.assign(document.documentElement, { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });
  for (const element of document.querySelectorAll('[data-words]')) {
    element.textContent = word(element.dataset.words, state);
  }
  for (const element of document.querySelectorAll('[data-words-label]')) {
    element.setAttribute('aria-label', word(element.dataset.wordsLabel, state));
  }
}
