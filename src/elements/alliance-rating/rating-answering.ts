import type { AbsentReason, Value } from '../../domain/answer.js';
import type { Question } from '../../domain/instrument.js';
import { clearAnswer, giveAnswer, leaveOut, type Change, type Refusal } from '../../domain/response.js';
import type { RatingScreen } from './rating-screen.js';

/** Something typed that is no answer: it stays on the screen, with the reason. */
export interface Entry {
  readonly text: string;
  readonly refused: Refusal;
}

/** What a person does with the answers; each act tells the form and then, once, the page. */
export class RatingAnswering {
  readonly entries = new Map<string, Entry>();

  /** @param publish tells the form, before any event */
  constructor(
    private readonly host: EventTarget,
    private readonly screen: RatingScreen,
    private readonly publish: () => void,
  ) {}

  give(question: Question, ...values: Value[]): void {
    this.#act(
      question,
      giveAnswer(this.screen.instrument, this.screen.edit.answers, question.linkId, ...values),
      ['input', 'change'],
    );
  }

  /** A typed number or text; what is no answer stays as it was typed, and the reason is shown. */
  type(question: Question, text: string): void {
    const isNumber = question.type === 'integer' || question.type === 'decimal';
    const value = isNumber && text.trim() !== '' ? Number(text.replace(',', '.')) : text;
    const change = giveAnswer(this.screen.instrument, this.screen.edit.answers, question.linkId, value);
    if ('refused' in change) {
      this.entries.set(question.linkId, { text, refused: change.refused });
      this.#take(clearAnswer(this.screen.instrument, this.screen.edit.answers, question.linkId));
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
    this.#act(question, leaveOut(this.screen.instrument, this.screen.edit.answers, question.linkId, reason), [
      'input',
      'change',
    ]);
  }

  clearAnswer(question: Question): void {
    this.#act(question, clearAnswer(this.screen.instrument, this.screen.edit.answers, question.linkId), [
      'input',
      'change',
    ]);
    this.screen.focusOn(question);
  }

  setHelped(isHelped: boolean): void {
    this.screen.edit.completion = isHelped ? 'supported' : 'self';
    this.screen.edit.change(this.screen.edit.answers);
    this.publish();
    this.#tell(['input', 'change']);
  }

  #act(question: Question, change: Change, events: readonly string[]): void {
    if ('refused' in change) return;
    this.entries.delete(question.linkId);
    this.#take(change);
    this.#tell(events);
  }

  #take(change: Change): void {
    if (!('answers' in change)) return;
    this.screen.edit.change(change.answers);
    this.screen.answered();
    this.publish();
  }

  #tell(events: readonly string[]): void {
    for (const type of events) this.host.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }
}
