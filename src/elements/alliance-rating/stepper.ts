import { html, type TemplateResult } from 'lit';
import { answerOf, isQuantity, type Value } from '../../domain/answer.js';
import type { Question } from '../../domain/instrument.js';
import { stepped } from '../../domain/slider.js';
import type { RatingView } from './rating-view.js';

/** The number that a question is answered with; undefined while there is none. */
export function numberGiven(view: RatingView, { linkId }: Question): number | undefined {
  const answer = answerOf(view.edit.answers, linkId);
  const [value] = answer.state === 'answered' ? answer.values : [];
  if (value === undefined || typeof value === 'number') return value;
  return isQuantity(value) ? value.value : undefined;
}

/** A number as the answer of this question; an amount in its unit. */
export function asAnswer({ type, units, unitLabel }: Question, value: number): Value {
  if (type !== 'quantity') return value;
  const { display, ...unit } = units?.[0] ?? {};
  return { value, unit: display ?? unitLabel?.text, ...unit };
}

export function stepButton(view: RatingView, question: Question, direction: 1 | -1): TemplateResult {
  const name = view.localize.word(direction === 1 ? 'rating.choice.more' : 'rating.choice.less');
  return html`<button
    type="button"
    class="step"
    part="button button-step"
    aria-label="${name}: ${question.label.text}"
    ?disabled=${view.isOff(question)}
    @click=${() => {
      view.answering.give(
        question,
        asAnswer(question, stepped(question, numberGiven(view, question), direction)),
      );
    }}
  >
    ${direction === 1 ? '+' : '−'}
  </button>`;
}

/** Less and more, for who cannot type or drag. */
export function stepperTemplate(view: RatingView, question: Question): TemplateResult {
  return html`<span class="steppers"
    >${stepButton(view, question, -1)}${stepButton(view, question, 1)}</span
  >`;
}
