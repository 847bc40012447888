import { html, type TemplateResult } from 'lit';
import type { Asked } from '../../../controllers/record/delivery.js';
import { surfaceTemplate } from '../../../parts/surface.js';
import type { GoalsView } from '../goals-view.js';
import { listTemplate } from './list.js';

function bodyTemplate(view: GoalsView, senders: readonly Asked[]): TemplateResult {
  for (const sender of senders) {
    const { delivery } = sender.edit;
    if (delivery.state === 'conflict' && view.later)
      return view.later.goalConflictTemplate(view, sender, delivery.items);
  }
  const { current } = view.tasks;
  return (current && view.later?.taskTemplate(view, current)) ?? listTemplate(view);
}

/** All of the widget in its present state. */
export function goalsTemplate(
  view: GoalsView,
  senders: readonly Asked[],
  hasArrived: boolean,
): TemplateResult {
  const { localize, settings, viewer, isLoading } = view;
  return surfaceTemplate(
    {
      localize,
      title: localize.text(`goals.title.${viewer}`),
      isEasy: settings.isEasy,
      isBusy: isLoading || !localize.isReady,
      hasArrived,
    },
    html`<div class="goals">${bodyTemplate(view, senders)}</div>`,
  );
}
