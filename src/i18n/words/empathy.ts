import english from '../../../locales/en/empathy.json';
import { vocabulary, type KeyOf } from '../vocabulary.js';
import type { empathyTaskWords } from './empathy-tasks.js';
import type { TaskKey } from './tasks.js';

/** What the empathy widget says as it stands there, to clients and to therapists. */
export const empathyWords = vocabulary('empathy', english, {
  ar: () => import('../../../locales/ar/empathy.json'),
  es: () => import('../../../locales/es/empathy.json'),
});

export type EmpathyKey = KeyOf<typeof empathyWords> | KeyOf<typeof empathyTaskWords> | TaskKey;
