import type { nothing } from 'lit';
import { html, type TemplateResult } from 'lit';
import type { DrawnMoment } from '../../../controllers/kinds/shared-moments.js';
import type { LastAct } from '../../../controllers/widget/acting.js';
import type { MomentAction } from '../../../domain/empathy/refusals.js';
import { failedTemplate, lastActTemplate, spokenAct } from '../../../parts/last-act.js';
import type { EmpathyView } from '../empathy-view.js';

/** What was done; off the list is the other end of putting it there. */
function doneBy({ localize, settings }: EmpathyView, last: LastAct<MomentAction>) {
  const { isDone = false } = last.edit.value as { readonly isDone?: boolean };
  const action = isDone ? 'raised' : last.action;
  const did = action && localize.word(`empathy-tasks.did.${action}`);
  return { localize, settings, last, type: 'Communication', did };
}

/** How the last act ended, to be spoken. */
export function spokenOutcome(view: EmpathyView): string | undefined {
  const last = view.acts.present?.last;
  return last && spokenAct(doneBy(view, last));
}

/** Whether its box was ticked: how that ended is told below all of its list, where nothing that is to be ticked moves. */
export const isOfTick = (
  { acts, listing, refused }: EmpathyView,
  { shared: { id } }: DrawnMoment,
): boolean => {
  const last = acts.present?.last;
  return last?.id === id && last.action === 'raise' && refused?.id !== id && listing.isTicked(id);
};

/** How the last act on a moment ended: where it stands, what went wrong, and the way back. */
export function outcomeTemplate(view: EmpathyView, drawn: DrawnMoment): TemplateResult | typeof nothing {
  const { localize, acts, refused } = view;
  const { id } = drawn.shared;
  const last = acts.present?.last;
  if (refused?.id === id)
    return html`<p class="state">${localize.text(`empathy-tasks.refusal.${refused.refused}`)}</p>`;
  const isLast = last?.id === id;
  const failed = isLast && last.edit.delivery.state === 'failed' ? last : view.board.failedOf(drawn);
  const again = (): void => {
    acts.do((acting) => failed && void acting.again(failed, id));
  };
  const delivery = failed?.edit.delivery;
  if (!isLast) return failedTemplate(localize, id, delivery, again);
  const undoWords = localize.text('empathy.do.withdraw');
  return lastActTemplate({ ...doneBy(view, last), undoWords, failed: delivery, again });
}
