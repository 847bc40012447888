import english from '../../../locales/en/empathy-tasks.json';
import { vocabulary } from '../vocabulary.js';

/** What the empathy widget says once somebody does something. */
export const empathyTaskWords = vocabulary('empathy-tasks', english, {
  ar: () => import('../../../locales/ar/empathy-tasks.json'),
  es: () => import('../../../locales/es/empathy-tasks.json'),
});
