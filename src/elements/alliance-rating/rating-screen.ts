import type { nothing, ReactiveControllerHost, TemplateResult } from 'lit';
import type { LocalizeController, Words } from '../../controllers/widget/localize.js';
import type { RatingKey } from '../../i18n/words/rating.js';
import { Aids } from '../../controllers/widget/aids.js';
import { DeliveryNews } from '../../controllers/widget/delivery-news.js';
import { WidgetFocus } from '../../controllers/widget/focus.js';
import type { Obstacle } from '../../controllers/widget/form-control.js';
import type { ResponseController, ResponseEdit } from '../../controllers/kinds/response.js';
import type { Support } from '../../context/provided.js';
import type { Instrument, Question } from '../../domain/instrument/instrument.js';
import { isFixed } from '../../domain/instrument/response.js';
import type { Label } from '../../domain/instrument/question.js';
import { doneKey } from '../../parts/outcome.js';
import type { Delivery } from '../../controllers/record/delivery.js';
import { outcomeWords, type Standing } from '../../parts/state.js';
import type { RatingSettings } from './rating-settings.js';
import type { Completion } from '../../domain/record.js';
import { RatingLook } from './rating-look.js';
import { RatingCheck } from './rating-check.js';
import { RatingAnswering } from './rating-answering.js';
import { RatingSending } from './rating-sending.js';
import { RatingPages } from './rating-pages.js';
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
  readonly pages: RatingPages;
  readonly localize: LocalizeController<RatingKey>;
  readonly answering: RatingAnswering;
  readonly look: RatingLook;
  readonly sending: RatingSending;
  frame = '';
  readonly checking: RatingCheck;
  readonly aids: Aids;
  readonly focus: WidgetFocus;

  constructor(
    private readonly host: ScreenHost,
    private readonly parts: Parts,
  ) {
    this.localize = parts.localize;
    this.focus = new WidgetFocus(host);
    this.answering = new RatingAnswering(host, {
      instrument: parts.instrument,
      edit: () => this.edit,
      localize: parts.localize,
      redraw: () => {
        this.redraw();
      },
      answered: () => {
        this.#answered();
      },
      focusOn: (question) => {
        void this.focus.to(this.pages.controlOf(question));
      },
    });
    this.checking = new RatingCheck({
      instrument: parts.instrument,
      edit: () => this.edit,
      questions: () => this.pages.questions,
      isRequired: () => this.settings.isRequired,
      isRefused: (question) => this.answering.isRefused(question),
    });
    this.pages = new RatingPages(host, {
      instrument: parts.instrument,
      edit: () => parts.responses.edit,
      pace: () => this.settings.pace,
      onMove: () => {
        this.aids.silence();
        void this.focus.toQuestion();
      },
    });
    this.sending = new RatingSending({
      edit: () => this.edit,
      responses: parts.responses,
      isInForm: () => this.settings.isInForm,
      check: () => this.check(),
      reopen: (isAnew) => {
        this.#reopen(isAnew);
      },
      paused: () => {
        this.aids.silence();
        void this.focus.toQuestion();
      },
    });
    this.look = new RatingLook(parts.localize, () => host.requestUpdate());
    this.aids = new Aids(host, {
      settings: () => this.settings,
      chooseSupport: (support) => {
        this.pages.keepPlace(() => {
          parts.chooseSupport(support);
        });
      },
      completion: () => (this.instrument.answeredBy ? undefined : this.source),
      setHelped: (isHelped) => {
        this.answering.setHelped(isHelped);
      },
      ...{ localize: parts.localize, focus: this.focus, place: () => this.pages.placeWords(parts.localize) },
      // The questions with their options
      texts: () =>
        this.pages.present.flatMap(({ label, options }) => [label, ...options.map((option) => option.label)]),
    });
    new DeliveryNews(host, {
      edit: () => parts.responses.edit,
      words: (isNew) => ({ text: this.#outcome(isNew), language: this.localize.language }),
      arrived: (state) => this.#arrived(state),
      focus: this.focus,
    });
  }

  get instrument(): Instrument {
    return this.parts.instrument();
  }

  get edit(): ResponseEdit {
    const { edit } = this.parts.responses;
    if (!edit) throw new Error('There is no instrument, so there is nothing to answer.');
    return edit;
  }

  get standing(): Standing {
    const { settings, edit } = this;
    return { delivery: edit.delivery, type: 'QuestionnaireResponse', settings };
  }

  get settings(): RatingSettings {
    return this.parts.settings();
  }

  get source(): Completion {
    return this.edit.completion ?? this.settings.source;
  }

  /** Resolves when the parts that came later are here, or are known not to come. */
  get ready(): Promise<unknown> {
    return Promise.all([this.look.therapist.ready, this.look.versions.ready, this.aids.ready]);
  }

  isOff(question: Question): boolean {
    return this.settings.isDisabled || isFixed(question);
  }

  /** Before each drawing: goes on where a kept draft was left, and notes what all questions look the same by. */
  prepare(): void {
    this.pages.prepare();
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
    this.pages.show(question);
    // Alone on the screen, the question itself gets the focus
    if (this.settings.pace !== 'question') void this.focus.to(this.pages.controlOf(question));
  }

  /** Shows what is missing, if anything, and moves the focus there; false when something is. */
  check(): boolean {
    const passes = this.checking.passes();
    this.host.requestUpdate();
    if (!passes) this.focus.toNews();
    return passes;
  }

  /** What stands in the way of submitting, in words, and the control to go to. */
  get obstacle(): Obstacle | undefined {
    const [missing] = this.checking.missing;
    if (!missing || this.sending.other) return undefined;
    // There is no root before the element was first connected
    const root = this.host.renderRoot as ParentNode | undefined;
    const anchor = root?.querySelector<HTMLElement>(this.pages.controlOf(missing)) ?? null;
    return { message: this.localize.word('common.missing.item'), anchor };
  }

  /** The form was stopped here: shows what is missing; the first invalid widget of the form takes the focus. */
  stop(takesFocus: boolean): void {
    this.checking.passes();
    this.host.requestUpdate();
    if (takesFocus) this.focus.toNews();
  }

  /** What was sent is to be changed, or everything answered anew. */
  #reopen(isAnew: boolean): void {
    this.pages.steps.start(this.pages.isStepwise && !isAnew ? 'check' : { step: 0 });
    void this.focus.toQuestion();
  }

  /** Another edit began: nothing of the former one stays. */
  forget(): void {
    this.answering.entries.clear();
    this.checking.forget();
    this.sending.rest();
    this.aids.silence();
    this.pages.steps.start({ step: 0 });
    this.host.requestUpdate();
  }

  /** The sending ended: thanks or a conflict is shown. */
  #arrived(state: Delivery['state']): boolean {
    if (state === 'failed') return false;
    this.sending.rest();
    this.checking.forget();
    return this.sending.isDone;
  }

  /** @param isNew what became of it is told, too */
  #outcome(isNew: boolean): string | undefined {
    const { localize, standing, sending } = this;
    const title = isNew && sending.isDone ? localize.word(doneKey(sending.fate)) : undefined;
    return outcomeWords(localize, standing, title);
  }

  /** Something was answered: remember where, take back what no longer stops the sending, and tell the form. */
  #answered(): void {
    this.pages.note();
    this.checking.follow();
    this.parts.publish();
  }
}
