import english from '../../../locales/en/rating.json';
import { vocabulary, type KeyOf } from '../vocabulary.js';

/** What the rating says, to clients and to therapists. */
export const ratingWords = vocabulary('rating', english, {
  ar: () => import('../../../locales/ar/rating.json'),
  es: () => import('../../../locales/es/rating.json'),
});

export type RatingKey = KeyOf<typeof ratingWords>;
