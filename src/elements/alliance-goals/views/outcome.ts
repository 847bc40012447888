import type { nothing } from 'lit';
import { html, type TemplateResult } from 'lit';
import type { DrawnGoal } from '../../../controllers/kinds/shared-goals.js';
import type { LastAct } from '../../../controllers/widget/acting.js';
import type { GoalAction } from '../../../controllers/widget/goal-event.js';
import { failedTemplate, lastActTemplate, spokenAct } from '../../../parts/last-act.js';
import type { GoalsView } from '../goals-view.js';

/** What was done, or that the words were changed meanwhile. */
function doneBy({ localize, settings, acts }: GoalsView, last: LastAct<GoalAction>) {
  const { action } = last;
  const key = acts.present?.isOvertaken ? 'overtaken' : action && (`did.${action}` as const);
  return { localize, settings, last, type: 'Goal', did: key && localize.word(`goal-tasks.${key}`) };
}

/** How the last act ended, to be spoken. */
export function spokenOutcome(view: GoalsView): string | undefined {
  const last = view.acts.present?.last;
  return last && spokenAct(doneBy(view, last));
}

/** Whether a step was ticked where the steps are: how that ended is told below them, where nothing that was pressed moves. */
export const isOfStep = ({ acts, listing, refused }: GoalsView, { shared: { id } }: DrawnGoal): boolean => {
  const last = acts.present?.last;
  return last?.id === id && last.action === 'step' && refused?.id !== id && listing.isOpen(id);
};

/** How the last act on it ended: where it stands, what went wrong, and the way back. */
export function outcomeTemplate(view: GoalsView, drawn: DrawnGoal): TemplateResult | typeof nothing {
  const { localize, acts, refused } = view;
  const { shared } = drawn;
  const last = acts.present?.last;
  if (refused?.id === shared.id)
    return html`<p class="state">${localize.text(`goal-tasks.refusal.${refused.refused}`)}</p>`;
  const isLast = last?.id === shared.id;
  const failed = isLast && last.edit.delivery.state === 'failed' ? last : view.board.failedOf(drawn);
  const again = (): void => {
    acts.do((acting) => failed && void acting.again(failed, shared.id));
  };
  const delivery = failed?.edit.delivery;
  if (!isLast) return failedTemplate(localize, shared.id, delivery, again);
  const undoWords = localize.text('goals.do.undo');
  return lastActTemplate({ ...doneBy(view, last), undoWords, failed: delivery, again });
}
