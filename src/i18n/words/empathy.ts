import english from '../../../locales/en/empathy.json';
import { vocabulary, type KeyOf } from '../vocabulary.js';

/** What is asked about felt empathy, to clients and to therapists. */
export const empathyWords = vocabulary('empathy', english, {
  ar: () => import('../../../locales/ar/empathy.json'),
  es: () => import('../../../locales/es/empathy.json'),
});

export type EmpathyKey = KeyOf<typeof empathyWords>;
