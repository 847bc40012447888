import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../domain/instrument/instrument.js';
import type { RatingView } from './rating-view.js';
import { answersTemplate } from './summary.js';
import { itemTemplate, noteTemplate, questionTemplate } from './question.js';

/** One question or page a screen, with where the person is in words. */
export function stepTemplate(view: RatingView): TemplateResult {
  const { steps, screens, localize, settings } = view;
  if (steps.place === 'check') return checkTemplate(view);
  const { step } = steps.place;
  const alone = (item: Item): unknown =>
    item.kind === 'question' ? questionTemplate(view, item) : noteTemplate(view, item);
  const items = screens[step]?.items ?? [];
  return html`
    <div class="progress" part="progress">
      <span id="progress">${localize.text('common.step.of', { step: step + 1, steps: screens.length })}</span>
      <progress aria-labelledby="progress" max=${screens.length} value=${step + 1}></progress>
    </div>
    ${items.map((item) => (settings.pace === 'page' ? itemTemplate(view, item) : alone(item)))}
    <div class="actions" part="actions">
      <button
        type="button"
        class="main"
        part="button button-main"
        @click=${() => {
          steps.next();
        }}
      >
        ${localize.text(steps.isReturning ? 'rating.step.return' : 'common.step.next')}
      </button>
      ${
        step > 0 && !steps.isReturning
          ? html`<button
              type="button"
              part="button"
              @click=${() => {
                steps.back();
              }}
            >
              ${localize.text('common.step.back')}
            </button>`
          : nothing
      }
    </div>
  `;
}

/** All answers on one page before they are sent, each with a way back to its question. */
function checkTemplate(view: RatingView): TemplateResult {
  const { localize } = view;
  return html`
    <h3 class="heading" tabindex="-1" data-focus part="heading">${localize.text('rating.step.check')}</h3>
    <p class="hint">
      ${localize.text(view.settings.isInForm ? 'rating.step.check-form-hint' : 'rating.step.check-hint')}
    </p>
    ${answersTemplate(view, true)}
  `;
}
