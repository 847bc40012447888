import { html, nothing, type TemplateResult } from 'lit';
import type { ResponseDelivery } from '../../controllers/kinds/response.js';
import type { Answer } from '../../domain/answers/answer.js';
import { questionOf } from '../../domain/instrument/instrument.js';
import { answerTemplate } from './summary.js';
import type { RatingView } from './rating-view.js';

/** The same questions answered in two places: both answers side by side, and the person decides. */
export function conflictTemplate(
  view: RatingView,
  conflict: Extract<ResponseDelivery, { state: 'conflict' }>,
): TemplateResult {
  const { localize, instrument } = view;
  const side = (words: unknown, linkId: string, answer: Answer): TemplateResult | typeof nothing => {
    const question = questionOf(instrument, linkId);
    return question
      ? html`<dt>${words}</dt>
          <dd>${answerTemplate(view, question, answer)}</dd>`
      : nothing;
  };
  const choose = (choice: 'mine' | 'theirs') => (): void => {
    view.sending.resolve(choice);
  };
  return html`<div
    class="problem"
    part="problem"
    tabindex="-1"
    data-focus
    role="group"
    aria-labelledby="conflict"
  >
    <h3 id="conflict">${localize.text('common.conflict.title')}</h3>
    <p>${localize.text('common.conflict.text')}</p>
    ${conflict.items.map(({ part: linkId, mine, theirs }) => {
      const question = questionOf(instrument, linkId);
      return html`<p class="asked">${question ? view.label(question.label) : linkId}</p>
        <dl class="sides">
          ${side(localize.text('common.conflict.here'), linkId, mine)}
          ${side(localize.text('common.conflict.elsewhere'), linkId, theirs)}
        </dl>`;
    })}
    <div class="actions" part="actions">
      <button type="button" part="button" @click=${choose('mine')}>
        ${localize.text('common.conflict.keep-mine')}
      </button>
      <button type="button" part="button" @click=${choose('theirs')}>
        ${localize.text('common.conflict.take-theirs')}
      </button>
    </div>
  </div>`;
}
