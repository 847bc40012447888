import type { ReactiveControllerHost } from 'lit';
import type { ResponseEdit } from '../../controllers/kinds/response.js';
import { StepsController } from '../../controllers/widget/steps.js';
import type { LocalizeController } from '../../controllers/widget/localize.js';
import { answerOf, noAnswers, type Answers } from '../../domain/answers/answer.js';
import {
  disabledItems,
  questionsOf,
  type Instrument,
  type Item,
  type Question,
} from '../../domain/instrument/instrument.js';
import { hasPages, screensOf, type Screen } from '../../domain/instrument/screens.js';
import { controlIn } from '../../parts/question.js';
import { foreignControls } from './controls/foreign-controls.js';
import type { LongForm } from './controls/long-form.js';
import type { RatingSettings } from './rating-settings.js';

type Host = ReactiveControllerHost & { readonly renderRoot: ParentNode };

interface Parts {
  readonly instrument: () => Instrument;
  /** Undefined until there is an instrument. */
  readonly edit: () => ResponseEdit | undefined;
  readonly pace: () => RatingSettings['pace'];
  /** The person went on or back. */
  readonly onMove: () => void;
}

interface Shown {
  readonly instrument: Instrument;
  readonly answers: Answers;
  readonly pace: RatingSettings['pace'];
  readonly isStepwise: boolean;
  readonly screens: readonly Screen[];
  readonly questions: readonly Question[];
}

/** The questions on their screens, and where the person is among them. */
export class RatingPages {
  readonly steps: StepsController;
  #ids: { readonly instrument: Instrument; readonly of: ReadonlyMap<string, string> } | undefined;
  #shown: Shown | undefined;
  #longForm: LongForm | undefined; // of a host's own Questionnaire
  #placed: ResponseEdit | undefined;

  constructor(
    private readonly host: Host,
    private readonly parts: Parts,
  ) {
    this.steps = new StepsController(
      host,
      () => (parts.edit() ? this.screens.length : 0),
      () => {
        this.#moved();
      },
    );
  }

  /** What is asked in reading order: neither hidden nor kept away by a condition. */
  get questions(): readonly Question[] {
    return this.#all.questions;
  }

  /** What is shown at once, where it is not all of it. */
  get screens(): readonly Screen[] {
    return this.#all.screens;
  }

  get isStepwise(): boolean {
    return this.#all.isStepwise;
  }

  /** The questions before the person now. */
  get present(): readonly Question[] {
    const { place } = this.steps;
    return this.isStepwise && place !== 'check'
      ? (this.screens[place.step]?.questions ?? [])
      : this.questions;
  }

  /** Neither hidden, nor kept away by a condition, nor still to be drawn. */
  isShown(item: Item): boolean {
    if (item.isHidden || this.#longForm?.isDrawn(item) === false) return false;
    return !disabledItems(this.parts.instrument(), this.#answers).has(item);
  }

  /** Id of a question's group in the shadow root; a linkId may hold spaces. */
  idOf({ linkId }: Question): string {
    const instrument = this.parts.instrument();
    if (this.#ids?.instrument !== instrument) {
      const of = new Map(
        questionsOf(instrument).map((question, index) => [question.linkId, `question-${String(index)}`]),
      );
      this.#ids = { instrument, of };
    }
    return this.#ids.of.get(linkId) ?? '';
  }

  /** Selects what a question is answered with. */
  controlOf(question: Question): string {
    return controlIn(this.idOf(question));
  }

  /** Before each drawing: goes on where a kept draft was left. */
  prepare(): void {
    const LongForm = foreignControls.present?.LongForm;
    this.#longForm ??=
      LongForm && new LongForm(this.host, () => (this.parts.edit() ? this.parts.instrument() : undefined));
    const edit = this.parts.edit();
    if (!edit || edit.isLoading || this.#placed === edit) return;
    this.#placed = edit;
    const step = this.#stepOf(edit.position);
    if (step > 0) this.steps.start({ step });
  }

  /** Notes in the draft where the person is. */
  note(): void {
    const { place } = this.steps;
    const edit = this.parts.edit();
    if (edit && place !== 'check') edit.position = this.screens[place.step]?.questions[0]?.linkId;
  }

  /** Shows the screen of one question, with a way back. */
  show({ linkId }: Question): void {
    if (this.isStepwise) this.steps.change(this.#stepOf(linkId));
  }

  /** Shows the questions in another way, from where the person is: of all on one screen, from the first that is open. */
  keepPlace(change: () => void): void {
    const isOpen = ({ linkId }: Question): boolean => answerOf(this.#answers, linkId).state === 'unanswered';
    const here = this.isStepwise ? this.present[0] : this.questions.find(isOpen);
    change();
    if (this.steps.place !== 'check') this.steps.start({ step: Math.max(0, this.#stepOf(here?.linkId)) });
  }

  /** In words; undefined where it is not one question a screen. */
  placeWords(localize: LocalizeController): string | undefined {
    const { place } = this.steps;
    if (this.parts.pace() !== 'question' || place === 'check') return undefined;
    const step = localize.word('common.step.of', { step: place.step + 1, steps: this.screens.length });
    return `${localize.word('common.support.one-question')} ${step}`;
  }

  /** Made once for the same answers. */
  get #all(): Shown {
    const [instrument, answers] = [this.parts.instrument(), this.#answers];
    const pace = this.parts.pace();
    const last = this.#shown;
    if (last?.instrument === instrument && last.answers === answers && last.pace === pace) return last;
    const screens = screensOf(instrument, answers, pace === 'page' ? 'page' : 'question');
    const questions = screens.flatMap((screen) => screen.questions);
    const isStepwise = pace === 'question' || (pace === 'page' && hasPages(instrument));
    return (this.#shown = { instrument, answers, pace, isStepwise, screens, questions });
  }

  get #answers(): Answers {
    return this.parts.edit()?.value ?? noAnswers;
  }

  /** Which screen shows a question; −1 where none does. */
  #stepOf(linkId: string | undefined): number {
    return this.screens.findIndex(({ questions }) =>
      questions.some((question) => question.linkId === linkId),
    );
  }

  #moved(): void {
    this.note();
    if (this.steps.place !== 'check') this.parts.edit()?.keepDraft();
    this.parts.onMove();
  }
}
