import english from '../../../locales/en/goals.json';
import { vocabulary, type KeyOf } from '../vocabulary.js';
import type { goalTaskWords } from './goal-tasks.js';
import type { TaskKey } from './tasks.js';

/** What the goal tracker says as it stands there, to clients and to therapists. */
export const goalsWords = vocabulary('goals', english, {
  ar: () => import('../../../locales/ar/goals.json'),
  es: () => import('../../../locales/es/goals.json'),
});

export type GoalKey = KeyOf<typeof goalsWords> | KeyOf<typeof goalTaskWords> | TaskKey;
