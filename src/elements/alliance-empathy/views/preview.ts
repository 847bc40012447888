import { html, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../../controllers/widget/localize.js';
import type { Moment } from '../../../domain/empathy/moment.js';
import type { EmpathyKey } from '../../../i18n/words/empathy.js';
import { ownWords } from '../../../parts/own-words.js';
import { momentTemplate } from './moment.js';

type Localize = LocalizeController<EmpathyKey>;

const previewTemplate = (localize: Localize, who: 'therapist' | 'client' | 'own', body: unknown) =>
  html`<div class="preview" part="preview" role="group" aria-labelledby="preview">
    <p class="hint" id="preview">${localize.text(`empathy-tasks.preview.${who}`)}</p>
    <div id="previewed">${body}</div>
  </div>`;

/** Exactly what the therapist will see of a moment, or what only the person has of it. */
export const ownPreview = (localize: Localize, moment: Moment): TemplateResult =>
  previewTemplate(
    localize,
    moment.visibility === 'only-me' ? 'own' : 'therapist',
    momentTemplate(localize, moment, moment.visibility === 'only-me' ? 'client' : 'therapist'),
  );

/** Exactly what the client will read. */
export const replyPreview = (localize: Localize, words: string): TemplateResult =>
  previewTemplate(localize, 'client', html`<p class="wording">${ownWords(words)}</p>`);

/** Whom else one can turn to, in the page's own words. */
export const someoneElseTemplate = (localize: Localize): TemplateResult =>
  html`${localize.text('empathy.someone-else')} <slot name="someone-else"></slot>`;
