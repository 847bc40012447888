import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Question } from '../../../domain/instrument/instrument.js';
import { isQuantity } from '../../../domain/answers/answer.js';
import { lineOf } from '../../../domain/instrument/slider.js';
import { asAnswer } from './entry-texts.js';
import { numberIn, stepButton, valueGiven } from './stepper.js';
import type { RatingView } from '../rating-view.js';

/**
 * A native range with big steps beside it and its value in words. It starts with no value: the thumb is not drawn, and
 * the first touch sets it, also where the native control sees no change.
 */
export function sliderTemplate(view: RatingView, question: Question, describedBy: string): TemplateResult {
  const { localize } = view;
  const id = view.pages.idOf(question);
  const { minimum, maximum, step } = lineOf(question);
  const held = valueGiven(view, question);
  const value = numberIn(held);
  const usual = question.units?.[0]?.display ?? question.unitLabel?.text;
  const unit = held !== undefined && isQuantity(held) ? (held.unit ?? held.code) : usual;
  const words =
    value === undefined
      ? localize.word('rating.step.no-answer')
      : `${localize.number(value)}${unit === undefined ? '' : ` ${unit}`}`;
  const give = (event: Event): void => {
    event.stopPropagation();
    const given = (event.target as HTMLInputElement).valueAsNumber;
    view.answering.set(question, asAnswer(question, given, valueGiven(view, question)));
  };
  const giveFirst = (event: Event): void => {
    if (valueGiven(view, question) === undefined) give(event);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (['Home', 'Enter', ' '].includes(event.key)) giveFirst(event);
  };
  return html`<div class="slider" part="slider">
    <p class="slider-value ${value === undefined ? 'no-value' : ''}" part="slider-value">${words}</p>
    <div class="line">
      ${stepButton(view, question, -1)}
      <input
        type="range"
        class=${value === undefined ? 'untouched' : ''}
        part="range"
        min=${minimum}
        max=${maximum}
        step=${step}
        aria-labelledby="${id}-words"
        aria-describedby=${describedBy || nothing}
        aria-valuetext=${words}
        ?disabled=${view.isOff(question)}
        .value=${live(String(value ?? minimum))}
        @input=${give}
        @change=${(event: Event) => {
          event.stopPropagation();
        }}
        @click=${giveFirst}
        @keydown=${onKey}
      />
      ${stepButton(view, question, 1)}
    </div>
    <div class="ends">
      <span>${question.lower ? view.label(question.lower) : localize.number(minimum)}</span>
      <span>${question.upper ? view.label(question.upper) : localize.number(maximum)}</span>
    </div>
  </div>`;
}
