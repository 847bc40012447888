import english from '../../../locales/en/empathy-items.json';
import { vocabulary, type KeyOf } from '../vocabulary.js';

/** What is asked about felt empathy, to clients and to therapists. */
export const empathyItemWords = vocabulary('empathy-items', english, {
  ar: () => import('../../../locales/ar/empathy-items.json'),
  es: () => import('../../../locales/es/empathy-items.json'),
});

export type EmpathyItemKey = KeyOf<typeof empathyItemWords>;
