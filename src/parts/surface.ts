import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController, Words } from '../controllers/widget/localize.js';

export interface Surface {
  readonly localize: LocalizeController;
  /** Left out until it is known what the widget shows. */
  readonly title?: Words | undefined;
  readonly copyright?: Words | undefined;
  readonly isEasy: boolean;
  /** Words, or what was given before, are on their way. */
  readonly isBusy: boolean;
  /** It was shown once with all that it waited for: from then on nothing takes it away. */
  readonly hasArrived: boolean;
}

/** A frame is there for what the page has put into it. */
function showFilled({ target }: Event): void {
  const slot = target as HTMLSlotElement;
  slot.parentElement?.toggleAttribute('hidden', slot.assignedElements({ flatten: true }).length === 0);
}

/**
 * The one raised surface of a widget: help in a crisis first, then its title and what it shows. The title lasts, so the focus
 * goes there where what had it is gone.
 */
export function surfaceTemplate(
  { localize, title, copyright, isEasy, isBusy, hasArrived }: Surface,
  body: unknown,
): TemplateResult {
  return html`<div class="room" aria-hidden="true"></div>
    <div
      class="root ${isEasy ? 'easy' : ''} ${isBusy && !hasArrived ? 'arriving' : ''}"
      part="root"
      lang=${localize.language}
      dir=${localize.direction}
      role="group"
      aria-labelledby="title"
      aria-busy=${isBusy ? 'true' : nothing}
    >
      <div class="crisis" part="crisis" hidden><slot name="crisis" @slotchange=${showFilled}></slot></div>
      ${title === undefined ? nothing : html`<h2 class="title" id="title" part="title" tabindex="-1">${title}</h2>`}
      ${body} ${copyright ? html`<p class="copyright" part="copyright">${copyright}</p>` : nothing}
    </div>`;
}

/** The words over a screen that took the place of another: the focus goes here. */
export function headingTemplate(words: Words): TemplateResult {
  return html`<h3 class="heading" tabindex="-1" data-focus part="heading">${words}</h3>`;
}
