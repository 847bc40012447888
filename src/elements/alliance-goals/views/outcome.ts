import { html, nothing, type TemplateResult } from 'lit';
import type { DrawnGoal } from '../../../controllers/kinds/shared-goals.js';
import { actionsTemplate } from '../../../parts/button.js';
import { failureTemplate } from '../../../parts/problem.js';
import { outcomeWords, stateTemplate, stateWords } from '../../../parts/state.js';
import type { LastAct } from '../goals-acting.js';
import type { GoalsView } from '../goals-view.js';

/** What was done, or that the words were changed meanwhile. */
const doneKey = ({ action, isOvertaken }: LastAct) =>
  isOvertaken() ? ('goal-tasks.overtaken' as const) : (`goal-tasks.did.${action}` as const);

/** How the last act ended, to be spoken. */
export function spokenOutcome({ localize, acting, settings }: GoalsView): string | undefined {
  const { last } = acting;
  if (!last) return undefined;
  const { delivery } = last.edit;
  const where = outcomeWords(localize, { delivery, type: 'Goal', settings });
  if (delivery.state === 'failed' || delivery.state === 'conflict') return where;
  const did = localize.word(doneKey(last));
  return where === undefined ? did : `${did} ${where}`;
}

/** How the last act on it ended: where it stands, what went wrong, and the way back. */
export function outcomeTemplate(view: GoalsView, { shared }: DrawnGoal): TemplateResult | typeof nothing {
  const { localize, acting, settings, refused } = view;
  const { last } = acting;
  if (refused?.id === shared.id)
    return html`<p class="state">${localize.text(`goal-tasks.refusal.${refused.refused}`)}</p>`;
  if (last?.id !== shared.id) return nothing;
  const { delivery } = last.edit;
  const isOver = delivery.state !== 'sending' && delivery.state !== 'open';
  const words = localize.text(doneKey(last));
  const takeBack = last.undo;
  return html`
    ${delivery.state === 'failed' || !isOver ? nothing : html`<p class="did">${words}</p>`}
    ${failureTemplate(localize, delivery)}
    ${stateTemplate(stateWords(localize, { delivery, type: 'Goal', settings }))}
    ${actionsTemplate([
      delivery.state === 'failed'
        ? { words: localize.text('common.problem.again'), act: () => void last.retry(), look: 'main' }
        : undefined,
      isOver && takeBack && delivery.state !== 'failed'
        ? { words: localize.text('goals.do.undo'), act: takeBack, look: 'quiet' }
        : undefined,
    ])}
  `;
}
