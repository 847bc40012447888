import type { nothing, TemplateResult } from 'lit';
import type { LocalizeController, Words } from '../../controllers/widget/localize.js';
import type { RatingKey } from '../../i18n/words/rating.js';
import type { ReadAloudController } from '../../controllers/widget/read-aloud.js';
import type { ResponseEdit } from '../../controllers/kinds/response.js';
import type { StepsController } from '../../controllers/widget/steps.js';
import type { Instrument, Item, Question } from '../../domain/instrument/instrument.js';
import type { Label } from '../../domain/instrument/label.js';
import type { Screen } from '../../domain/instrument/screens.js';
import type { Completion } from '../../domain/record.js';
import type { RatingCheck } from './rating-check.js';
import type { RatingAnswering } from './rating-answering.js';
import type { RatingSending } from './rating-sending.js';
import type { RatingSettings } from './rating-settings.js';

/** What the parts of the rating draw from, and what a person can do there. */
export interface RatingView {
  readonly settings: RatingSettings;
  readonly instrument: Instrument;
  /** What is on the screen: neither hidden nor kept away by a condition. */
  readonly questions: readonly Question[];
  /** What is shown at once, where it is not all of it. */
  readonly screens: readonly Screen[];
  readonly isStepwise: boolean;
  readonly edit: ResponseEdit;
  readonly localize: LocalizeController<RatingKey>;
  readonly steps: StepsController;
  readonly voice: ReadAloudController;
  readonly source: Completion;
  readonly checking: RatingCheck;
  readonly answering: RatingAnswering;
  readonly sending: RatingSending;

  /** Id of the question's group in the shadow root; a linkId may hold spaces. */
  idOf(question: Question): string;
  isRequired(question: Question): boolean;
  /** Nothing can be changed: the whole widget, or this question. */
  isOff(question: Question): boolean;
  isShown(item: Item): boolean;
  /** Changes with everything that every question looks the same by: language, settings, drawings. */
  readonly frame: string;
  /** A label as it is read here: marked with its language, key words bold in easy mode. */
  label(label: Label): Words;

  /** The drawing of easy mode. */
  drawing(question: Question): TemplateResult | typeof nothing;

  goTo(question: Question): void;
  pause(isPaused: boolean): void;
  toggleEasy(): void;
  toggleReading(): void;
}
