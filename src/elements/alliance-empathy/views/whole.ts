import { html, nothing, type TemplateResult } from 'lit';
import type { Asked } from '../../../controllers/record/delivery.js';
import { surfaceTemplate } from '../../../parts/surface.js';
import type { EmpathyView } from '../empathy-view.js';
import { homeTemplate, notingTemplate, tilesTemplate } from './home.js';

/** The questions; before them who else answers them, and after them what both have said. */
const pairedTemplate = ({ questions }: EmpathyView): TemplateResult =>
  html`${questions.pairTemplate(true)} ${questions.template()} ${questions.pairTemplate(false)}`;

/** The one question, and after it the first choice: nobody is asked to tell more before that. */
function quickTemplate(view: EmpathyView): TemplateResult {
  const { localize, questions } = view;
  return html`${pairedTemplate(view)}
  ${
    questions.isGiven
      ? html`<p class="invitation">${localize.text('empathy.questions.then')}</p>
          ${tilesTemplate(view)}`
      : nothing
  }`;
}

function bodyTemplate(view: EmpathyView, senders: readonly Asked[]): TemplateResult {
  const { later, mode, questions, side, tasks } = view;
  for (const sender of senders) {
    const { delivery } = sender.edit;
    if (delivery.state === 'conflict' && later)
      return later.momentConflictTemplate(view, sender, delivery.items);
  }
  const { current } = tasks;
  if (current && later) return later.taskTemplate(view, current);
  if (side === 'client' && mode === 'quick') return quickTemplate(view);
  if (side === 'client' && mode === 'moment') return notingTemplate(view);
  return questions.isOpen ? pairedTemplate(view) : homeTemplate(view);
}

/** All of the widget in its present state. */
export function empathyTemplate(
  view: EmpathyView,
  senders: readonly Asked[],
  hasArrived: boolean,
): TemplateResult {
  const { localize, mode, settings, viewer, isLoading } = view;
  const isNoting = mode === 'moment' && viewer === 'client';
  return surfaceTemplate(
    {
      localize,
      title: localize.text(`empathy.title.${isNoting ? 'moment' : viewer}`),
      isEasy: settings.isEasy,
      isBusy: isLoading || !localize.isReady,
      hasArrived,
    },
    html`<div class="moments ${mode}">${bodyTemplate(view, senders)}</div>`,
  );
}
