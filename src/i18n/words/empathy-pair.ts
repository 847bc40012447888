import english from '../../../locales/en/empathy-pair.json';
import { vocabulary, type KeyOf } from '../vocabulary.js';

/** What is said where both sides answer the same questions. */
export const empathyPairWords = vocabulary('empathy-pair', english, {
  ar: () => import('../../../locales/ar/empathy-pair.json'),
  es: () => import('../../../locales/es/empathy-pair.json'),
});

export type EmpathyPairKey = KeyOf<typeof empathyPairWords>;
