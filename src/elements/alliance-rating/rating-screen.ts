import type { nothing, ReactiveControllerHost, TemplateResult } from 'lit';
import type { LocalizeController, Words } from '../../controllers/widget/localize.js';
import type { RatingKey } from '../../i18n/words/rating.js';
import { ReadAloudController } from '../../controllers/widget/read-aloud.js';
import type { ResponseController, ResponseEdit } from '../../controllers/kinds/response.js';
import { StepsController } from '../../controllers/widget/steps.js';
import type { Support } from '../../context/provided.js';
import type { Instrument, Item, Question } from '../../domain/instrument/instrument.js';
import { disabledItems } from '../../domain/instrument/enabling.js';
import { isFixed } from '../../domain/instrument/response.js';
import type { Label } from '../../domain/instrument/label.js';
import { hasPages, type Screen } from '../../domain/instrument/screens.js';
import { scoredLinkIds } from '../../domain/instrument/scoring.js';
import { QuestionIndex } from './question-index.js';
import { DeliveryNews } from './delivery-news.js';
import { foreignControls } from './foreign-controls.js';
import type { LongForm } from './long-form.js';
import { wordsToRead } from './reading.js';
import type { RatingSettings } from './rating-settings.js';
import type { Completion } from '../../domain/record.js';
import { RatingLook } from './rating-look.js';
import { RatingCheck } from './rating-check.js';
import { RatingAnswering } from './rating-answering.js';
import { RatingSending } from './rating-sending.js';
import type { RatingView } from './rating-view.js';

/** The element as its screen knows it. */
interface ScreenHost extends HTMLElement, ReactiveControllerHost {
  readonly renderRoot: ParentNode & Node;
}

interface Parts {
  readonly settings: () => RatingSettings;
  readonly chooseSupport: (support: Support) => void;
  readonly localize: LocalizeController<RatingKey>;
  readonly responses: ResponseController;
  readonly instrument: () => Instrument;
  /** The answers changed by a person's act: tell the form. */
  readonly publish: () => void;
}

/** What is on the screen of one rating, and what a person does there. */
export class RatingScreen implements RatingView {
  readonly steps: StepsController;
  readonly voice: ReadAloudController;
  readonly localize: LocalizeController<RatingKey>;
  readonly answering: RatingAnswering;
  readonly look: RatingLook;
  readonly sending: RatingSending;
  isPaused = false;
  frame = '';
  readonly checking = new RatingCheck(this);
  #placed: ResponseEdit | undefined;
  readonly #index: QuestionIndex;
  #longForm: LongForm | undefined; // of a host's own Questionnaire

  constructor(
    private readonly host: ScreenHost,
    private readonly parts: Parts,
  ) {
    this.localize = parts.localize;
    this.answering = new RatingAnswering(host, this, parts.publish);
    this.#index = new QuestionIndex(
      parts.instrument,
      () => this.edit.value,
      () => (this.settings.pace === 'page' ? 'page' : 'question'),
    );
    this.sending = new RatingSending(this, parts.responses);
    this.look = new RatingLook(parts.localize, () => host.requestUpdate());
    this.voice = new ReadAloudController(host);
    new DeliveryNews(host, this, () => parts.responses.edit);
    this.steps = new StepsController(
      host,
      () => (parts.responses.edit ? this.screens.length : 0),
      () => {
        this.#moved();
      },
    );
  }

  get instrument(): Instrument {
    return this.parts.instrument();
  }

  get questions(): readonly Question[] {
    return this.#index.shown.questions;
  }

  get screens(): readonly Screen[] {
    return this.#index.shown.screens;
  }

  get isStepwise(): boolean {
    const { pace } = this.settings;
    return pace === 'question' || (pace === 'page' && hasPages(this.instrument));
  }

  get edit(): ResponseEdit {
    const { edit } = this.parts.responses;
    if (!edit) throw new Error('There is no instrument, so there is nothing to answer.');
    return edit;
  }

  get settings(): RatingSettings {
    return this.parts.settings();
  }

  get source(): Completion {
    return this.edit.completion ?? this.settings.source;
  }

  idOf({ linkId }: Question): string {
    return this.#index.idOf(linkId);
  }

  isRequired(question: Question): boolean {
    return (
      question.required ||
      (this.settings.isRequired && scoredLinkIds(this.instrument).includes(question.linkId))
    );
  }

  isOff(question: Question): boolean {
    return this.settings.isDisabled || isFixed(question);
  }

  isShown(item: Item): boolean {
    if (item.isHidden || this.#longForm?.isDrawn(item) === false) return false;
    return !disabledItems(this.instrument, this.edit.value).has(item);
  }

  /** Before each drawing: goes on where a kept draft was left, and notes what all questions look the same by. */
  prepare(): void {
    const LongForm = foreignControls.present?.LongForm;
    this.#longForm ??=
      LongForm && new LongForm(this.host, () => (this.parts.responses.edit ? this.instrument : undefined));
    this.#resume();
    this.frame = this.look.frame(this.settings);
  }

  label(label: Label): Words {
    return this.look.label(label, this.settings.isEasy);
  }

  drawing({ picture }: Question): TemplateResult | typeof nothing {
    return this.look.drawing(picture);
  }

  redraw(): void {
    this.host.requestUpdate();
  }

  goTo(question: Question): void {
    if (this.isStepwise) this.steps.change(this.#index.stepOf(question.linkId));
    // Alone on the screen, the question itself gets the focus
    if (this.settings.pace !== 'question') this.focusOn(question);
  }

  /** Shows what is missing, if anything, and moves the focus there; false when something is. */
  check(): boolean {
    const passes = this.checking.passes();
    this.host.requestUpdate();
    if (!passes) void this.focus('[data-focus]');
    return passes;
  }

  /** The form was stopped here: shows what is missing; the first invalid widget of the form takes the focus. */
  stop(takesFocus: boolean): void {
    this.checking.passes();
    this.host.requestUpdate();
    const [first] = this.checking.missing;
    if (first && takesFocus) this.goTo(first);
  }

  pause(isPaused: boolean): void {
    this.isPaused = isPaused;
    this.voice.stop();
    this.host.requestUpdate();
    void this.focus(isPaused ? '[data-focus]' : '.question .words, [data-focus]');
  }

  readonly toggleEasy = (): void => {
    this.parts.chooseSupport(this.settings.isEasy ? 'standard' : 'easy');
    this.voice.stop();
  };

  readonly toggleReading = (): void => {
    if (this.voice.isSpeaking) {
      this.voice.stop();
      return;
    }
    this.voice.speak(wordsToRead(this));
  };

  /** Another edit began: nothing of the former one stays. */
  forget(): void {
    this.answering.entries.clear();
    this.checking.forget();
    this.sending.isAmending = false;
    this.isPaused = false;
    this.voice.stop();
    this.steps.start({ step: 0 });
    this.host.requestUpdate();
  }

  #resume(): void {
    const { edit } = this;
    if (edit.isLoading || this.#placed === edit) return;
    this.#placed = edit;
    const step = this.#index.stepOf(edit.position);
    if (step > 0) this.steps.start({ step });
  }

  /** The sending ended: thanks or a conflict is shown, and the focus goes there if it was in the widget. */
  arrived(): void {
    this.sending.isAmending = false;
    this.isPaused = false;
    this.checking.forget();
    if (this.host.shadowRoot?.activeElement) void this.focus('[data-focus]');
  }

  /** Something was answered: remember where, and take back what no longer stops the sending. */
  answered(): void {
    const { place } = this.steps;
    if (place !== 'check') this.edit.position = this.screens[place.step]?.questions[0]?.linkId;
    this.checking.follow();
  }

  /** Moves the focus to the first control of a question. */
  focusOn(question: Question): void {
    void this.focus(`#${this.idOf(question)} :is(input, textarea, select)`);
  }

  #moved(): void {
    const { place } = this.steps;
    this.voice.stop();
    if (place !== 'check') {
      this.edit.position = this.screens[place.step]?.questions[0]?.linkId;
      this.edit.keepDraft();
    }
    void this.focus(place === 'check' ? '[data-focus]' : '.question .words');
  }

  /** Draws, then moves the focus to the first match. */
  async focus(selector: string): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
