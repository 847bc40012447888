import { html, nothing, type TemplateResult } from 'lit';
import type { DrawnGoal } from '../../../controllers/kinds/shared-goals.js';
import type { GoalsView } from '../goals-view.js';

/** Everything else about a goal, one tap further. */
export function moreTemplate(view: GoalsView, drawn: DrawnGoal): TemplateResult {
  const { localize } = view;
  const { id, goal } = drawn.shared;
  const isOpen = view.listing.isOpen(id);
  const onToggle = (event: Event): void => {
    event.stopPropagation();
    view.tasks.expect();
    view.listing.open(id, (event.target as HTMLDetailsElement).open);
  };
  return html`<details class="more" ?open=${isOpen} @toggle=${onToggle}>
    <summary
      aria-label=${localize.word('goals.do.about', { act: localize.word('goals.do.more'), goal: goal.text })}
    >
      ${localize.text('goals.do.more')}
    </summary>
    ${isOpen ? (view.later?.insideTemplate(view, drawn) ?? nothing) : nothing}
  </details>`;
}
