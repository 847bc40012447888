import { html, type TemplateResult } from 'lit';
import { answerOf } from '../../domain/answers/answer.js';
import type { Question } from '../../domain/instrument/instrument.js';
import type { RatingView } from './rating-view.js';

/** "Clear answer" keeps its place while there is nothing to clear, so that nothing jumps. */
export function clearTemplate(view: RatingView, question: Question): TemplateResult {
  const isEmpty =
    answerOf(view.edit.value, question.linkId).state === 'unanswered' &&
    !view.answering.entries.has(question.linkId);
  return html`<button
    type="button"
    class="quiet clear"
    part="button button-quiet clear"
    aria-label=${view.localize.word('common.choice.clear-of', { question: question.label.text })}
    ?disabled=${isEmpty || view.isOff(question)}
    @click=${() => {
      view.answering.clearAnswer(question);
    }}
  >
    ${view.localize.text('common.choice.clear')}
  </button>`;
}
