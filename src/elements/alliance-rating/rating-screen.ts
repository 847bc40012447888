import { html } from 'lit';
import type { LocalizeController, Words } from '../../controllers/localize.js';
import { ReadAloudController } from '../../controllers/read-aloud.js';
import type { ResponseController } from '../../controllers/response-controller.js';
import type { ResponseEdit } from '../../controllers/response-edit.js';
import { StepsController } from '../../controllers/steps.js';
import type { Support } from '../../context/provided.js';
import type { AbsentReason, Value } from '../../domain/answer.js';
import { questionsOf, type Instrument, type Question } from '../../domain/instrument.js';
import type { Label } from '../../domain/label.js';
import { clearAnswer, giveAnswer, leaveOut, missingQuestions, type Change } from '../../domain/response.js';
import { scoredLinkIds } from '../../domain/scoring.js';
import { wordsToRead } from './reading.js';
import type { RatingSettings } from './rating-settings.js';
import type { Completion } from '../../fhir/response-reader.js';
import type { Entry, RatingView } from './rating-view.js';

/** The element as its screen knows it. */
interface ScreenHost extends HTMLElement {
  readonly renderRoot: ParentNode & Node;
  readonly updateComplete: Promise<boolean>;
  requestUpdate(): void;
  addController(controller: object): void;
  removeController(controller: object): void;
}

interface Parts {
  readonly settings: () => RatingSettings;
  readonly chooseSupport: (support: Support) => void;
  readonly localize: LocalizeController;
  readonly responses: ResponseController;
  readonly instrument: () => Instrument;
  /** The answers changed by a person's act: tell the form. */
  readonly publish: () => void;
}

interface QuestionIndex {
  readonly instrument: Instrument;
  readonly questions: readonly Question[];
  readonly ids: ReadonlyMap<string, string>;
}

/** What is on the screen of one rating, and what a person does there. */
export class RatingScreen implements RatingView {
  readonly steps: StepsController;
  readonly voice: ReadAloudController;
  readonly localize: LocalizeController;
  readonly entries = new Map<string, Entry>();
  isAmending = false;
  isPaused = false;
  hasNothingToSend = false;
  stopped: readonly string[] = [];
  #placed: ResponseEdit | undefined;
  #index: QuestionIndex | undefined;

  constructor(
    private readonly host: ScreenHost,
    private readonly parts: Parts,
  ) {
    this.localize = parts.localize;
    this.voice = new ReadAloudController(host);
    this.steps = new StepsController(
      host,
      () => this.questions.length,
      () => {
        this.#moved();
      },
    );
  }

  get instrument(): Instrument {
    return this.parts.instrument();
  }

  get questions(): readonly Question[] {
    return this.#indexed().questions;
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

  /** What was sent is on the screen, with thanks; not in a form, where the form tells. */
  get isDone(): boolean {
    const { state } = this.edit.delivery;
    const isOver = ['saved', 'sent', 'handed-over', 'queued', 'taken-back'].includes(state);
    return isOver && !this.isAmending && !this.settings.isInForm;
  }

  idOf({ linkId }: Question): string {
    return this.#indexed().ids.get(linkId) ?? '';
  }

  isRequired(question: Question): boolean {
    return (
      question.required ||
      (this.settings.isRequired && scoredLinkIds(this.instrument).includes(question.linkId))
    );
  }

  label({ text, lang, segments }: Label): Words {
    if (!this.settings.isEasy || !segments) return this.localize.marked(text, lang);
    const parts = segments.map((segment) =>
      segment.strong ? html`<strong>${segment.text}</strong>` : segment.text,
    );
    return html`${parts}`;
  }

  give(question: Question, ...values: Value[]): void {
    this.#act(question, giveAnswer(this.instrument, this.edit.answers, question.linkId, ...values), [
      'input',
      'change',
    ]);
  }

  /** A typed number or text; what is no answer stays as it was typed, and the reason is shown. */
  type(question: Question, text: string): void {
    const isNumber = question.type === 'integer' || question.type === 'decimal';
    const value = isNumber && text.trim() !== '' ? Number(text.replace(',', '.')) : text;
    const change = giveAnswer(this.instrument, this.edit.answers, question.linkId, value);
    if ('refused' in change) {
      this.entries.set(question.linkId, { text, refused: change.refused });
      this.#take(clearAnswer(this.instrument, this.edit.answers, question.linkId));
    } else {
      this.entries.delete(question.linkId);
      this.#take(change);
    }
    this.#tell(['input']);
  }

  readonly settle = (): void => {
    this.#tell(['change']);
  };

  leaveOut(question: Question, reason: AbsentReason): void {
    this.#act(question, leaveOut(this.instrument, this.edit.answers, question.linkId, reason), [
      'input',
      'change',
    ]);
  }

  clearAnswer(question: Question): void {
    this.#act(question, clearAnswer(this.instrument, this.edit.answers, question.linkId), [
      'input',
      'change',
    ]);
    void this.#focus(`#${this.idOf(question)} :is(input, textarea)`);
  }

  goTo(question: Question): void {
    if (this.settings.isOneByOne) this.steps.change(this.questions.indexOf(question));
    else void this.#focus(`#${this.idOf(question)} :is(input, textarea)`);
  }

  readonly send = (): void => {
    void this.submit();
  };

  async submit(): Promise<void> {
    const { edit } = this;
    if (edit.delivery.state === 'sending' || !this.check()) return;
    await this.parts.responses.sender?.send(edit.statusWhenSent());
  }

  /** Shows what is missing, if anything, and moves the focus there; false when something is. */
  check(): boolean {
    this.stopped = this.missing().map(({ linkId }) => linkId);
    this.hasNothingToSend = this.edit.answers.size === 0 && !this.edit.base && this.stopped.length === 0;
    this.host.requestUpdate();
    if (this.stopped.length === 0 && !this.hasNothingToSend) return true;
    void this.#focus('[data-focus]');
    return false;
  }

  missing(): readonly Question[] {
    const missing = missingQuestions(this.instrument, this.edit.answers, this.settings.isRequired);
    return this.questions.filter(
      (question) => missing.includes(question) || this.entries.has(question.linkId),
    );
  }

  /** The form was stopped here: shows what is missing; the first invalid widget of the form takes the focus. */
  stop(takesFocus: boolean): void {
    const missing = this.missing();
    this.stopped = missing.map(({ linkId }) => linkId);
    this.host.requestUpdate();
    const [first] = missing;
    if (first && takesFocus) this.goTo(first);
  }

  readonly takeBack = (): void => {
    void this.parts.responses.sender?.send('entered-in-error');
  };

  readonly amend = (): void => {
    this.isAmending = true;
    this.steps.start(this.settings.isOneByOne ? 'check' : { step: 0 });
    void this.#focus(this.settings.isOneByOne ? '[data-focus]' : '.question .words');
  };

  pause(isPaused: boolean): void {
    this.isPaused = isPaused;
    this.voice.stop();
    this.host.requestUpdate();
    void this.#focus(isPaused ? '[data-focus]' : '.question .words, [data-focus]');
  }

  resolve(choice: 'mine' | 'theirs'): void {
    void this.parts.responses.sender?.resolve(choice);
  }

  readonly toggleEasy = (): void => {
    this.parts.chooseSupport(this.settings.isEasy ? 'standard' : 'easy');
    this.voice.stop();
  };

  setHelped(isHelped: boolean): void {
    this.edit.completion = isHelped ? 'supported' : 'self';
    this.edit.change(this.edit.answers);
    this.parts.publish();
    this.#tell(['input', 'change']);
  }

  readonly toggleReading = (): void => {
    if (this.voice.isSpeaking) {
      this.voice.stop();
      return;
    }
    this.voice.speak(wordsToRead(this));
  };

  /** Another edit began: nothing of the former one stays. */
  forget(): void {
    this.entries.clear();
    this.stopped = [];
    this.hasNothingToSend = false;
    this.isAmending = false;
    this.isPaused = false;
    this.voice.stop();
    this.steps.start({ step: 0 });
    this.host.requestUpdate();
  }

  /** Goes on where a kept draft was left. */
  resume(): void {
    const { edit } = this;
    if (edit.isLoading || this.#placed === edit) return;
    this.#placed = edit;
    const step = this.questions.findIndex(({ linkId }) => linkId === edit.position);
    if (step > 0) this.steps.start({ step });
  }

  /** The sending ended: thanks or a conflict is shown, and the focus goes there if it was in the widget. */
  arrived(): void {
    this.isAmending = false;
    this.isPaused = false;
    this.stopped = [];
    if (this.host.matches(':focus-within')) void this.#focus('[data-focus]');
  }

  #act(question: Question, change: Change, events: readonly string[]): void {
    if ('refused' in change) return;
    this.entries.delete(question.linkId);
    this.#take(change);
    this.#tell(events);
  }

  #take(change: Change): void {
    if (!('answers' in change)) return;
    const { place } = this.steps;
    if (place !== 'check') this.edit.position = this.questions[place.step]?.linkId;
    this.edit.change(change.answers);
    this.hasNothingToSend = false;
    if (this.stopped.length > 0) {
      const missing = new Set(this.missing().map(({ linkId }) => linkId));
      this.stopped = this.stopped.filter((linkId) => missing.has(linkId));
    }
    this.parts.publish();
  }

  #tell(events: readonly string[]): void {
    for (const type of events) this.host.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }

  #moved(): void {
    const { place } = this.steps;
    this.voice.stop();
    if (place !== 'check') {
      this.edit.position = this.questions[place.step]?.linkId;
      this.edit.keepDraft();
    }
    void this.#focus(place === 'check' ? '[data-focus]' : '.question .words');
  }

  async #focus(selector: string): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #indexed(): QuestionIndex {
    const { instrument } = this;
    if (this.#index?.instrument !== instrument) {
      const questions = questionsOf(instrument);
      const ids = new Map(questions.map(({ linkId }, index) => [linkId, `question-${String(index)}`]));
      this.#index = { instrument, questions, ids };
    }
    return this.#index;
  }
}
