import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isQuantity } from '../../../domain/answers/answer.js';
import type { Question } from '../../../domain/instrument/instrument.js';
import { isNumber } from '../../../domain/instrument/question.js';
import { fieldParts, rowsTemplate, type Field, emptyRow } from './field.js';
import type { RatingView } from '../rating-view.js';
import { stepperTemplate, valueGiven } from './stepper.js';

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;

/** A native field where it can show the text; a day that is open to the month stays a text. */
function fieldType({ type }: Question, text: string): string {
  if (type === 'date' && (text === '' || DAY.test(text))) return 'date';
  if (type === 'dateTime' && (text === '' || INSTANT.test(text))) return 'datetime-local';
  return type === 'time' ? 'time' : 'text';
}

function keyboardOf(question: Question): string | typeof nothing {
  if (question.type === 'url') return 'url';
  if (!isNumber(question)) return nothing;
  // A keyboard of digits has no minus on some phones
  const isWhole = question.type === 'integer' && (question.minimum ?? 0) >= 0;
  return isWhole ? 'numeric' : question.minimum !== undefined && question.minimum >= 0 ? 'decimal' : nothing;
}

/** One line in which an answer is typed. */
function lineTemplate(view: RatingView, question: Question, field: Field): TemplateResult {
  const { label, labelledBy, isRequired, isInvalid, type, settle } = fieldParts(view, question, field);
  const onInput = (event: Event): void => {
    event.stopPropagation();
    type((event.target as HTMLInputElement).value);
  };
  return html`${label}<input
      class="entry ${isNumber(question) || question.type === 'time' ? 'short' : ''}"
      part="entry"
      type=${fieldType(question, field.typed.text)}
      inputmode=${keyboardOf(question)}
      min=${question.earliest ?? nothing}
      max=${question.latest ?? nothing}
      aria-labelledby=${labelledBy}
      aria-describedby=${field.describedBy || nothing}
      aria-required=${isRequired ? 'true' : nothing}
      aria-invalid=${isInvalid ? 'true' : nothing}
      autocomplete="off"
      ?disabled=${view.isOff(question)}
      .value=${live(field.typed.text)}
      @input=${onInput}
      @change=${settle}
    />`;
}

/** What a number is counted in: a word beside the field, or a choice where there are several. */
function unitTemplate(view: RatingView, question: Question, row: number): TemplateResult | typeof nothing {
  const { units = [], unitLabel } = question;
  if (question.type !== 'quantity' || units.length < 2) {
    const words = unitLabel ? view.label(unitLabel) : units[0]?.display;
    return words === undefined ? nothing : html`<span class="unit" part="unit">${words}</span>`;
  }
  const value = valueGiven(view, question, row);
  const amount = value !== undefined && isQuantity(value) ? value : undefined;
  const code = amount?.code ?? amount?.unit;
  const chosen = code === undefined ? 0 : units.findIndex((unit) => (unit.code ?? unit.display) === code);
  const choose = (event: Event): void => {
    event.stopPropagation();
    const unit = units[(event.target as HTMLSelectElement).selectedIndex];
    if (unit) view.answering.count(question, unit, row);
  };
  return html`<select
    class="entry unit"
    part="entry unit"
    aria-label=${view.localize.word('rating.choice.unit')}
    ?disabled=${view.isOff(question) || value === undefined}
    @input=${choose}
    @change=${(event: Event) => {
      event.stopPropagation();
    }}
  >
    ${units.map((unit, index) => html`<option .selected=${live(index === chosen)}>${unit.display}</option>`)}
    ${chosen < 0 ? html`<option .selected=${live(true)}>${amount?.unit ?? code}</option>` : nothing}
  </select>`;
}

/** A number, day, time or line that is typed; with a further row where several may be given. */
export function entryTemplate(view: RatingView, question: Question, describedBy: string): TemplateResult {
  return rowsTemplate(
    view,
    question,
    describedBy,
    (_view, _question, field) =>
      html`${lineTemplate(view, question, field)} ${unitTemplate(view, question, field.row)}
      ${question.control === 'spinner' && isNumber(question) ? stepperTemplate(view, question, field.row) : nothing}`,
  );
}

/** An answer that is not among the options. */
export function ownWordsTemplate(view: RatingView, question: Question): TemplateResult {
  const [typed = emptyRow] = view.answering.rowsOf(question);
  const label = view.localize.text('common.choice.own-words');
  return html`<div class="entry-row">
    ${lineTemplate(view, question, { typed, row: 0, describedBy: '', label })}
  </div>`;
}
