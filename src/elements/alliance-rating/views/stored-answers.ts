import { html, nothing, type TemplateResult } from 'lit';
import { isCoding, type Value } from '../../../domain/answers/answer.js';
import type { Words } from '../../../controllers/widget/localize.js';
import type { QuestionnaireResponse } from '../../../fhir/resource.js';
import { storedParts, type StoredItem } from '../../../controllers/kinds/stored-parts.js';
import type { RatingView } from '../rating-view.js';
import { reviewTemplate } from '../../../parts/review.js';
import { ownWords } from '../../../parts/own-words.js';
import { leftOpen, valueWords, type AbsentWords } from './answers.js';

/** A stored response, drawn from nothing but itself: what asked it once is not known here any more, or not yet. */
export function storedTemplate(
  view: RatingView,
  response: QuestionnaireResponse,
  words: AbsentWords = leftOpen(view),
): TemplateResult {
  const { localize, settings } = view;
  const { language: lang } = response;
  const label = (text: string): Words => view.label({ text, lang });
  const valueTemplate = (value: Value): TemplateResult => {
    const said = valueWords(localize, value);
    const isText = typeof value === 'string' || isCoding(value);
    return html`<span class="value">${isText ? ownWords(said, lang) : said}</span>`;
  };
  const absentWords = ({ absent, isUnreadable }: StoredItem): unknown => {
    if (isUnreadable) return localize.text('rating.other.unreadable');
    if (absent === undefined) return words.unanswered;
    return absent === 'asked-declined' ? words.declined : words.unknown;
  };
  const reviewed = (item: StoredItem) => ({
    about: label(item.text),
    given:
      item.values.length > 0
        ? item.values.map(valueTemplate)
        : html`<span class="no-value">${absentWords(item)}</span>`,
  });
  const note = settings.isReader ? 'rating.other.therapist' : 'rating.other.client';
  return html`<p class="hint">${localize.text(note)}</p>
    ${storedParts(response).map(
      ({ title, items }) => html`
        ${title === undefined ? nothing : html`<h3 class="group-title" part="group-title">${label(title)}</h3>`}
        ${items.length === 0 ? nothing : reviewTemplate(localize, items.map(reviewed))}
      `,
    )}`;
}
