import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../controllers/widget/localize.js';
import { answerOf, type AbsentReason } from '../../domain/answers/answer.js';
import type { Question } from '../../domain/instrument/instrument.js';
import { isFixed } from '../../domain/instrument/response.js';
import { clearTemplate } from './clear.js';
import type { RatingView } from './rating-view.js';

/** Where an answer is typed or set, the ways of not answering are buttons that show what was chosen. */
export function apartTemplate(view: RatingView, question: Question): TemplateResult | typeof nothing {
  if (isFixed(question)) return nothing;
  const answer = answerOf(view.edit.value, question.linkId);
  const button = (reason: AbsentReason, words: Words): TemplateResult => {
    const isChosen = answer.state === 'absent' && answer.reason === reason;
    const toggle = (): void => {
      if (isChosen) view.answering.clearAnswer(question);
      else view.answering.leaveOut(question, reason);
    };
    return html`<button
      type="button"
      class="quiet"
      part="button button-quiet"
      aria-pressed=${isChosen ? 'true' : 'false'}
      ?disabled=${view.isOff(question)}
      @click=${toggle}
    >
      ${words}
    </button>`;
  };
  return html`<div class="apart" part="apart">
    ${button('asked-unknown', view.localize.text('common.choice.unknown'))}
    ${button('asked-declined', view.localize.text('common.choice.declined'))} ${clearTemplate(view, question)}
  </div>`;
}
