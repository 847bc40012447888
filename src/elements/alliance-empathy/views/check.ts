import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DrawnMoment } from '../../../controllers/kinds/shared-moments.js';
import { isForNext } from '../../../domain/empathy/shared-moment.js';
import type { EmpathyView } from '../empathy-view.js';

/** Whether it waits for the next session, or was ticked on this screen: then its box keeps its place, to be unticked. */
export const isOnChecklist = ({ listing }: EmpathyView, { shared }: DrawnMoment): boolean =>
  isForNext(shared) || listing.isTicked(shared.id);

/** A checklist for the next session: it is ticked once it was talked about. */
export function checkTemplate(view: EmpathyView, drawn: DrawnMoment): TemplateResult | typeof nothing {
  const { localize, side, settings } = view;
  if (side === undefined || settings.isReadOnly || !isOnChecklist(view, drawn)) return nothing;
  const onInput = (event: Event): void => {
    event.stopPropagation();
    const isDone = (event.target as HTMLInputElement).checked;
    view.listing.tick(drawn.shared.id);
    view.acts.do((acting) => void acting.raise(drawn, isDone));
  };
  return html`<label class="helped"
    ><input
      type="checkbox"
      .checked=${live(!isForNext(drawn.shared))}
      ?disabled=${settings.isDisabled}
      @input=${onInput}
    />
    <span>${localize.text('empathy.do.raised')}</span></label
  >`;
}
