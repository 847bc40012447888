import type { Spoken } from '../../controllers/read-aloud.js';
import type { RatingView } from './rating-view.js';

/** The questions on the screen with their options, as they are to be spoken. */
export function wordsToRead({ settings, steps, questions, localize }: RatingView): readonly Spoken[] {
  const { place } = steps;
  const shown =
    settings.isOneByOne && place !== 'check' ? questions.slice(place.step, place.step + 1) : questions;
  return shown
    .flatMap((question) => [question.label, ...question.options.map((option) => option.label)])
    .map(({ text, lang }) => ({ text, lang: lang ?? localize.language }));
}
