import {
  answerOf,
  isQuantity,
  sameValue,
  valuesOf,
  type AbsentReason,
  type Value,
} from '../../domain/answer.js';
import type { Question, Unit } from '../../domain/question.js';
import { clearAnswer, giveAnswer, leaveOut, refusalOfAll, withChoice } from '../../domain/response.js';
import type { Change, Refusal } from '../../domain/response.js';
import { textOf, valueOf } from './entry-texts.js';
import type { RatingScreen } from './rating-screen.js';

/** What is being typed: it stays as it was typed, also where it is no answer, until the person leaves the field. */
export interface Entry {
  /** One for each row; a question that repeats has several. */
  readonly texts: readonly string[];
  /** Why one of them is no answer. */
  readonly refused?: Refusal | undefined;
}

/** What a person does with the answers; each act tells the form and then, once, the page. */
export class RatingAnswering {
  readonly entries = new Map<string, Entry>();
  /** Counts the acts on each question: after one the controls must be drawn, whatever became of the answer. */
  readonly acts = new Map<string, number>();

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

  /** Chooses an option, or takes it back. */
  choose(question: Question, value: Value, isOn: boolean): void {
    const chosen = this.#valuesOf(question);
    if (isOn) this.give(question, ...withChoice(question, chosen, value));
    else this.give(question, ...chosen.filter((other) => !sameValue(other, value)));
  }

  /** The rows of a typed answer, with an empty one to go on where several may be given. */
  rowsOf(question: Question): readonly string[] {
    const typed = this.entries.get(question.linkId)?.texts;
    if (typed) return typed;
    const texts = this.#typedValuesOf(question).map((value) => textOf(question, value, this.screen.localize));
    return texts.length === 0 || (question.repeats && question.type !== 'open-choice')
      ? [...texts, '']
      : texts;
  }

  /** One row is typed in; what is no answer stays as it was typed, and the reason is shown. */
  type(question: Question, text: string, row = 0): void {
    this.#noteAct(question);
    const texts = this.rowsOf(question).map((other, index) => (index === row ? text : other));
    const former = this.#typedValuesOf(question);
    const values = texts.flatMap((typed, index) =>
      typed.trim() === '' ? [] : [valueOf(question, typed, former[index], this.screen.localize)],
    );
    const refusals = values.map((value) => refusalOfAll(question, [value], former));
    const taken = values.filter((_value, index) => refusals[index] === undefined);
    const options = this.#valuesOf(question).filter((value) => !former.includes(value));
    const { instrument, edit } = this.screen;
    this.entries.set(question.linkId, { texts, refused: refusals.find((refused) => refused !== undefined) });
    const kept = question.repeats || taken.length === 0 ? options : [];
    const isOwnWords = question.type === 'open-choice';
    const all = isOwnWords ? [...kept, ...taken] : taken;
    this.#take(giveAnswer(instrument, edit.answers, question.linkId, ...all));
    this.#tell(['input']);
  }

  /** The person has left the field: what is an answer is shown as one. */
  readonly settle = (question: Question): void => {
    if (this.entries.get(question.linkId)?.refused === undefined) this.entries.delete(question.linkId);
    this.#tell(['change']);
  };

  /** Something that was typed is no answer. */
  isRefused({ linkId }: Question): boolean {
    return this.entries.get(linkId)?.refused !== undefined;
  }

  /** Replaces one value of an answer, and leaves its others. */
  replace(question: Question, value: Value, row = 0): void {
    this.give(question, ...this.#valuesOf(question).toSpliced(row, 1, value));
  }

  /** Gives the amount in another unit. */
  count(question: Question, unit: Unit, row: number): void {
    const former = this.#valuesOf(question)[row];
    if (former === undefined || !isQuantity(former)) return;
    const { display, ...coded } = unit;
    this.replace(question, { value: former.value, unit: display, ...coded }, row);
  }

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

  #valuesOf({ linkId }: Question): readonly Value[] {
    return valuesOf(answerOf(this.screen.edit.answers, linkId));
  }

  /** Those that were typed; to an open choice only the person's own words. */
  #typedValuesOf(question: Question): readonly Value[] {
    return this.#valuesOf(question).filter(
      (value) => !question.options.some((option) => sameValue(option.value, value)),
    );
  }

  #noteAct({ linkId }: Question): void {
    this.acts.set(linkId, (this.acts.get(linkId) ?? 0) + 1);
    this.screen.redraw();
  }

  #act(question: Question, change: Change, events: readonly string[]): void {
    this.#noteAct(question);
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
