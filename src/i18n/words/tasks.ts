import english from '../../../locales/en/tasks.json';
import { vocabulary, type KeyOf } from '../vocabulary.js';

/** What every widget says to a person who is led from screen to screen. */
export const taskWords = vocabulary('tasks', english, {
  ar: () => import('../../../locales/ar/tasks.json'),
  es: () => import('../../../locales/es/tasks.json'),
});

export type TaskKey = KeyOf<typeof taskWords>;
