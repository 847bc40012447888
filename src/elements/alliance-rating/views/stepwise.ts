import { html, type TemplateResult } from 'lit';
import type { Item } from '../../../domain/instrument/instrument.js';
import { aboutId, newsTemplate } from '../../../parts/news.js';
import { stepTemplate } from '../../../parts/question.js';
import type { RatingView } from '../rating-view.js';
import { answersTemplate } from './answers.js';
import { askedTemplate, itemTemplate, noteTemplate } from './question.js';

/** One question or page a screen, then all answers to check. */
export function stepwiseTemplate(view: RatingView): TemplateResult {
  const { localize, settings, pages } = view;
  const { steps, screens } = pages;
  if (steps.place === 'check') return checkTemplate(view);
  const { step } = steps.place;
  const alone = (item: Item): unknown =>
    item.kind === 'question' ? askedTemplate(view, item) : noteTemplate(view, item);
  const items = screens[step]?.items ?? [];
  const back = {
    words: localize.text('common.step.back'),
    act: () => {
      steps.back();
    },
  };
  return stepTemplate(
    {
      localize,
      step,
      steps: screens.length,
      next: {
        words: localize.text(steps.isReturning ? 'rating.step.return' : 'common.step.next'),
        act: () => {
          steps.next();
        },
      },
      back: step > 0 && !steps.isReturning ? back : undefined,
    },
    items.map((item) => (settings.pace === 'page' ? itemTemplate(view, item) : alone(item))),
  );
}

/** All answers on one page before they are sent, each with a way back to its question. */
function checkTemplate(view: RatingView): TemplateResult {
  const { localize } = view;
  return newsTemplate(
    localize.text('rating.step.check'),
    html`<p class="hint" id=${aboutId}>
        ${localize.text(view.settings.isInForm ? 'rating.step.check-form-hint' : 'rating.step.check-hint')}
      </p>
      ${answersTemplate(view, true)}`,
    aboutId,
  );
}
