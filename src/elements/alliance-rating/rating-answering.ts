import type { ResponseEdit } from '../../controllers/kinds/response.js';
import type { LocalizeController } from '../../controllers/widget/localize.js';
import {
  answerOf,
  isQuantity,
  sameValue,
  valuesOf,
  type AbsentReason,
  type Value,
} from '../../domain/answers/answer.js';
import type { Instrument } from '../../domain/instrument/instrument.js';
import type { Question, Unit } from '../../domain/instrument/question.js';
import {
  clearAnswer,
  giveAnswer,
  leaveOut,
  refusalOfAll,
  withChoice,
} from '../../domain/instrument/response.js';
import type { Change, Refusal } from '../../domain/instrument/response.js';
import { foreignControls } from './controls/foreign-controls.js';
import { answerIn, emptyRow, type TypedRow } from './controls/field.js';

/** A value as it stands in its row. */
function rowOf(question: Question, value: Value, localize: LocalizeController): TypedRow {
  const text =
    question.type === 'text' && typeof value === 'string'
      ? value
      : foreignControls.required.textOf(question, value, localize);
  return { text, value };
}

/** The row after a text was typed in it. */
function typed(
  question: Question,
  { value: former }: TypedRow,
  text: string,
  localize: LocalizeController,
): TypedRow {
  if (text.trim() === '') return { text, value: former };
  const value =
    question.type === 'text' ? text : foreignControls.required.valueOf(question, text, former, localize);
  const refused = refusalOfAll(question, [value], former === undefined ? [] : [former]);
  return refused ? { text, value: former, refused } : { text, value };
}

/** Where the answers are, and what hears of an act. */
interface Parts {
  readonly instrument: () => Instrument;
  readonly edit: () => ResponseEdit;
  readonly localize: LocalizeController;
  /** A control must be drawn again, whatever became of the answer. */
  readonly redraw: () => void;
  /** The answers have changed: tells the form, before any event. */
  readonly answered: () => void;
  readonly focusOn: (question: Question) => void;
}

/** What a person does with the answers; each act tells the form and then, once, the page. */
export class RatingAnswering {
  /** The rows of what is being typed, until the person leaves the field. */
  readonly entries = new Map<string, readonly TypedRow[]>();
  /** Counts the acts on each question: after one the controls must be drawn, whatever became of the answer. */
  readonly acts = new Map<string, number>();

  /** @param page where the events are dispatched */
  constructor(
    private readonly page: EventTarget,
    private readonly parts: Parts,
  ) {}

  give(question: Question, ...values: Value[]): void {
    this.#act(
      question,
      giveAnswer(this.parts.instrument(), this.parts.edit().value, question.linkId, ...values),
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
  rowsOf(question: Question): readonly TypedRow[] {
    const typing = this.entries.get(question.linkId);
    if (typing) return typing;
    const { localize } = this.parts;
    const rows = this.#typedValuesOf(question).map((value) => rowOf(question, value, localize));
    const hasMore = rows.length === 0 || (question.repeats && question.type !== 'open-choice');
    return hasMore ? [...rows, emptyRow] : rows;
  }

  /** One row is typed in; what is no answer stays as it was typed, and the reason is shown. */
  type(question: Question, text: string, row = 0): void {
    this.#noteAct(question);
    this.#setRow(question, row, (former) => typed(question, former, text, this.parts.localize));
    this.#tell(['input']);
  }

  /** The person has left the field: what is an answer is shown as one. */
  readonly settle = (question: Question): void => {
    if (!this.isRefused(question)) this.entries.delete(question.linkId);
    this.#tell(['change']);
  };

  /** Something that was typed is no answer. */
  isRefused(question: Question): boolean {
    return this.refusalIn(question) !== undefined;
  }

  refusalIn({ linkId }: Question): Refusal | undefined {
    return this.entries.get(linkId)?.find(({ refused }) => refused !== undefined)?.refused;
  }

  /** Puts a value into one row, and leaves the others as they are. */
  set(question: Question, value: Value, row = 0): void {
    this.#noteAct(question);
    this.#setRow(question, row, () => rowOf(question, value, this.parts.localize));
    this.#tell(['input']);
    this.settle(question);
  }

  /** Gives the amount of one row in another unit. */
  count(question: Question, unit: Unit, row: number): void {
    const { value } = this.rowsOf(question)[row] ?? emptyRow;
    if (value === undefined || !isQuantity(value)) return;
    const { display, ...coded } = unit;
    const counted = { value: value.value, unit: display, ...coded };
    this.#noteAct(question);
    this.#setRow(question, row, (former) => ({ ...former, value: counted }));
    this.#tell(['input']);
    this.settle(question);
  }

  leaveOut(question: Question, reason: AbsentReason): void {
    this.#act(question, leaveOut(this.parts.instrument(), this.parts.edit().value, question.linkId, reason), [
      'input',
      'change',
    ]);
  }

  clearAnswer(question: Question): void {
    this.#act(question, clearAnswer(this.parts.instrument(), this.parts.edit().value, question.linkId), [
      'input',
      'change',
    ]);
    this.parts.focusOn(question);
  }

  setHelped(isHelped: boolean): void {
    const edit = this.parts.edit();
    edit.completion = isHelped ? 'supported' : 'self';
    edit.change(edit.value);
    this.parts.answered();
    this.#tell(['input', 'change']);
  }

  #valuesOf({ linkId }: Question): readonly Value[] {
    return valuesOf(answerOf(this.parts.edit().value, linkId));
  }

  /** Those that were typed; to an open choice only the person's own words. */
  #typedValuesOf(question: Question): readonly Value[] {
    return this.#valuesOf(question).filter(
      (value) => !question.options.some((option) => sameValue(option.value, value)),
    );
  }

  #setRow(question: Question, row: number, change: (former: TypedRow) => TypedRow): void {
    const rows = this.rowsOf(question).map((one, index) => (index === row ? change(one) : one));
    const former = this.#typedValuesOf(question);
    const options = this.#valuesOf(question).filter((value) => !former.includes(value));
    this.entries.set(question.linkId, rows);
    const taken = rows.flatMap(answerIn);
    const kept = question.repeats || taken.length === 0 ? options : [];
    const all = question.type === 'open-choice' ? [...kept, ...taken] : taken;
    this.#take(giveAnswer(this.parts.instrument(), this.parts.edit().value, question.linkId, ...all));
  }

  #noteAct({ linkId }: Question): void {
    this.acts.set(linkId, (this.acts.get(linkId) ?? 0) + 1);
    this.parts.redraw();
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
    this.parts.edit().change(change.answers);
    this.parts.answered();
  }

  #tell(events: readonly string[]): void {
    for (const type of events) this.page.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }
}
