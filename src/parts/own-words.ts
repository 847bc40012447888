import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../controllers/widget/localize.js';

/** What somebody wrote: in its own direction whatever stands beside it, and with its lines as they were typed. */
export const ownWords = (words: Words, lang?: string): TemplateResult =>
  html`<bdi class="own-words" dir="auto" lang=${lang ?? nothing}>${words}</bdi>`;
