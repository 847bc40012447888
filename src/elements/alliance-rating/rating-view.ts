import type { nothing, TemplateResult } from 'lit';
import type { ResponseEdit } from '../../controllers/kinds/response.js';
import type { LocalizeController, Words } from '../../controllers/widget/localize.js';
import type { Instrument, Question } from '../../domain/instrument/instrument.js';
import type { Label } from '../../domain/instrument/question.js';
import type { Completion } from '../../domain/record.js';
import type { RatingKey } from '../../i18n/words/rating.js';
import type { Standing } from '../../parts/state.js';
import type { RatingAnswering } from './rating-answering.js';
import type { RatingCheck } from './rating-check.js';
import type { RatingPages } from './rating-pages.js';
import type { RatingSending } from './rating-sending.js';
import type { RatingSettings } from './rating-settings.js';

/** What the views of the rating draw from, and what a person can do there. */
export interface RatingView {
  readonly settings: RatingSettings;
  readonly instrument: Instrument;
  readonly pages: RatingPages;
  readonly edit: ResponseEdit;
  /** Where the answers are. */
  readonly standing: Standing;
  readonly localize: LocalizeController<RatingKey>;
  readonly source: Completion;
  readonly checking: RatingCheck;
  readonly answering: RatingAnswering;
  readonly sending: RatingSending;
  /** Nothing can be changed: the whole widget, or this question. */
  isOff(question: Question): boolean;
  /** Changes with everything that every question looks the same by: language, settings, drawings. */
  readonly frame: string;
  /** A label as it is read here: marked with its language, key words bold in easy mode. */
  label(label: Label): Words;

  /** The drawing of easy mode. */
  drawing(question: Question): TemplateResult | typeof nothing;

  goTo(question: Question): void;
}
