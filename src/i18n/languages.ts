import aboutAr from '../../locales/ar/about.json';
import aboutEn from '../../locales/en/about.json';
import aboutEs from '../../locales/es/about.json';
import { en } from './words/en.js';

const statuses = ['machine-draft', 'reviewed', 'clinically-adapted'] as const;

/** How far a translation has come: made by a machine, read by a speaker, or adapted by clinicians. */
export type TranslationStatus = (typeof statuses)[number];

/** The status that a translation file tells; the least, where it tells none that we know. */
function statusIn({ status }: { readonly status: string }): TranslationStatus {
  return statuses.find((known) => known === status) ?? 'machine-draft';
}

/** The words of one language; the shape of `locales/en`, where a later language may lack some. */
export interface WordTree {
  readonly [key: string]: string | WordTree;
}

export interface Language {
  readonly status: TranslationStatus;
  /** Loads the words; a lazy chunk of the bundle. */
  readonly load: () => Promise<WordTree> | WordTree;
}

/** Every language that exists, by BCP 47 tag. `addLanguage` adds to it. */
export const languages = new Map<string, Language>([
  ['en', { status: statusIn(aboutEn), load: () => en }],
  ['es', { status: statusIn(aboutEs), load: () => import('./words/es.js').then(({ es }) => es) }],
  ['ar', { status: statusIn(aboutAr), load: () => import('./words/ar.js').then(({ ar }) => ar) }],
]);
