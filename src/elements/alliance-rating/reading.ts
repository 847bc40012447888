import type { Spoken } from '../../controllers/widget/read-aloud.js';
import type { RatingView } from './rating-view.js';

/** The questions on the screen with their options, as they are to be spoken. */
export function wordsToRead({
  isStepwise,
  screens,
  steps,
  questions,
  localize,
}: RatingView): readonly Spoken[] {
  const { place } = steps;
  const shown = isStepwise && place !== 'check' ? (screens[place.step]?.questions ?? []) : questions;
  return shown
    .flatMap((question) => [question.label, ...question.options.map((option) => option.label)])
    .map(({ text, lang }) => ({ text, lang: lang ?? localize.language }));
}
