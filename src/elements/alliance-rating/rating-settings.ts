import { settingsOf, type Here, type OwnSettings, type Settings } from '../../controllers/widget/settings.js';
import type { Provided, Viewer } from '../../context/provided.js';
import type { Completion } from '../../domain/record.js';

/** The element's own attributes, as far as they steer the screen; null once an attribute was removed. */
export interface OwnRatingSettings extends OwnSettings {
  readonly required: boolean;
  readonly pace: 'auto' | 'all' | 'one' | null;
  readonly scaleDirection: 'auto' | 'ltr' | 'rtl' | null;
  readonly source: Completion | null;
}

/** How the rating is shown. */
export interface RatingSettings extends Settings {
  /** A question a screen, a page a screen where the instrument has pages, or all on one. */
  readonly pace: 'question' | 'page' | 'all';
  readonly isRequired: boolean;
  readonly scaleDirection: 'ltr' | 'rtl';
  readonly source: Completion;
}

export function ratingSettingsOf(
  own: OwnRatingSettings,
  provided: Provided | undefined,
  here: Here & {
    readonly direction: 'ltr' | 'rtl';
    /** Who is asked. */
    readonly answeredBy: Viewer;
  },
): RatingSettings {
  const settings = settingsOf(own, provided, here);
  const { pace, scaleDirection } = own;
  return {
    ...settings,
    isReader: provided !== undefined && provided.viewer !== here.answeredBy,
    pace: pace === 'all' ? 'all' : pace === 'one' || settings.isEasy ? 'question' : 'page',
    isRequired: own.required,
    scaleDirection: scaleDirection === 'ltr' || scaleDirection === 'rtl' ? scaleDirection : here.direction,
    source: own.source ?? 'self',
  };
}
