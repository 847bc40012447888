import english from '../../../locales/en/goal-tasks.json';
import { vocabulary } from '../vocabulary.js';

/** What the goal tracker says once somebody does something, or unfolds a goal. */
export const goalTaskWords = vocabulary('goal-tasks', english, {
  ar: () => import('../../../locales/ar/goal-tasks.json'),
  es: () => import('../../../locales/es/goal-tasks.json'),
});
