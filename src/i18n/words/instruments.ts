import english from '../../../locales/en/instruments.json';
import { vocabulary, type KeyOf } from '../vocabulary.js';

/** The questions of our own instruments. */
export const instrumentWords = vocabulary('instruments', english, {
  ar: () => import('../../../locales/ar/instruments.json'),
  es: () => import('../../../locales/es/instruments.json'),
});

export type InstrumentKey = KeyOf<typeof instrumentWords>;
