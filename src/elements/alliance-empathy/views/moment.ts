import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../../controllers/widget/localize.js';
import type { Moment } from '../../../domain/empathy/moment.js';
import type { Viewer } from '../../../domain/told.js';
import type { EmpathyKey } from '../../../i18n/words/empathy.js';
import { ownWords } from '../../../parts/own-words.js';

type Localize = LocalizeController<EmpathyKey>;

const line = (label: unknown, words: unknown): TemplateResult =>
  html`<p class="stand"><span class="label">${label}</span> ${words}</p>`;

/** What would help, in the words of the choice or of the person. */
function helpTemplate(localize: Localize, { help }: Moment): TemplateResult | typeof nothing {
  if (!help) return nothing;
  const own = help.kind === 'own' && help.words !== undefined && help.words.trim() !== '';
  return line(
    localize.text('empathy.help.of'),
    own ? ownWords(help.words) : localize.text(`empathy.help.${help.kind}`),
  );
}

/** What a client says of a moment, as its reader sees it; the words are the client's own. */
export function momentTemplate(localize: Localize, moment: Moment, viewer: Viewer): TemplateResult {
  const { about, words, visibility } = moment;
  const isNext = visibility === 'next' && viewer !== 'supervisor';
  return html`
    ${
      words === undefined || words.trim() === ''
        ? html`<p class="hint">${localize.text('empathy.no-words')}</p>`
        : html`<p class="wording">${ownWords(words)}</p>`
    }
    ${about === undefined ? nothing : line(localize.text('empathy.about.of'), localize.text(`empathy.about.${about}`))}
    ${helpTemplate(localize, moment)}
    ${isNext ? html`<p class="hint">${localize.text(`empathy.for-next.${viewer}`)}</p>` : nothing}
  `;
}
