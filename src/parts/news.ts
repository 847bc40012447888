import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Words } from '../controllers/widget/localize.js';

/** Id of the words that say more, where there are some. */
export const aboutId = 'about-news';

/**
 * What took the place of a former screen, as one group that takes the focus: of a heading alone, new on the screen, Orca
 * says nothing in Chromium.
 * @param describedBy ids of what is heard with the title
 */
export const newsTemplate = (title: Words, body: unknown, describedBy?: string): TemplateResult =>
  html`${keyed(
    title,
    html`<div
      role="group"
      tabindex="-1"
      data-focus
      aria-labelledby="news"
      aria-describedby=${describedBy ?? nothing}
    >
      <h3 class="heading" id="news" part="heading">${title}</h3>
      ${body}
    </div>`,
  )}`;
