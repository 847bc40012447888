import { html, nothing, type TemplateResult } from 'lit';
import type { RatingView } from './rating-view.js';
import { answersTemplate } from './summary.js';
import { noteTemplate, questionTemplate } from './question.js';

/** One question a screen, with where the person is in words. */
export function stepTemplate(view: RatingView): TemplateResult {
  const { steps, questions, localize } = view;
  if (steps.place === 'check') return checkTemplate(view);
  const { step } = steps.place;
  const { question, before = [] } = view.shownScreens.screens[step] ?? {};
  const after = step === questions.length - 1 ? view.shownScreens.after : [];
  const notes = (items: typeof after) => items.map((item) => noteTemplate(view, item));
  return html`
    <div class="progress" part="progress">
      <span id="progress"
        >${localize.text('rating.step.of', { step: step + 1, steps: questions.length })}</span
      >
      <progress aria-labelledby="progress" max=${questions.length} value=${step + 1}></progress>
    </div>
    ${notes(before)} ${question ? questionTemplate(view, question) : nothing} ${notes(after)}
    <div class="actions" part="actions">
      <button
        type="button"
        class="main"
        part="button button-main"
        @click=${() => {
          steps.next();
        }}
      >
        ${localize.text(steps.isReturning ? 'rating.step.return' : 'rating.step.next')}
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
              ${localize.text('rating.step.back')}
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
