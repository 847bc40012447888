import { html, type TemplateResult } from 'lit';
import { isQuantity, type Value } from '../../../domain/answers/answer.js';
import type { Question } from '../../../domain/instrument/instrument.js';
import { stepped } from '../../../domain/instrument/slider.js';
import { asAnswer } from './entry-texts.js';
import type { RatingView } from '../rating-view.js';
import { emptyRow } from './field.js';

/** What a row says; undefined while it says nothing. */
export function valueGiven(view: RatingView, question: Question, row = 0): Value | undefined {
  const { text, value } = view.answering.rowsOf(question)[row] ?? emptyRow;
  return text.trim() === '' ? undefined : value;
}

/** The number in a value, of an amount without its unit; undefined where there is none. */
export function numberIn(value: Value | undefined): number | undefined {
  if (value === undefined || typeof value === 'number') return value;
  return isQuantity(value) ? value.value : undefined;
}

export function stepButton(view: RatingView, question: Question, direction: 1 | -1, row = 0): TemplateResult {
  const name = view.localize.word(direction === 1 ? 'rating.choice.more' : 'rating.choice.less');
  return html`<button
    type="button"
    class="step"
    part="button button-step"
    aria-label="${name}: ${question.label.text}"
    ?disabled=${view.isOff(question)}
    @click=${() => {
      const former = valueGiven(view, question, row);
      const next = stepped(question, numberIn(former), direction);
      view.answering.set(question, asAnswer(question, next, former), row);
    }}
  >
    ${direction === 1 ? '+' : '−'}
  </button>`;
}

/** Less and more, for who cannot type or drag. */
export function stepperTemplate(view: RatingView, question: Question, row: number): TemplateResult {
  return html`<span class="steppers"
    >${stepButton(view, question, -1, row)}${stepButton(view, question, 1, row)}</span
  >`;
}
