import { html, type TemplateResult } from 'lit';
import type { Words } from '../../../controllers/widget/localize.js';
import type { Question } from '../../../domain/instrument/instrument.js';
import { isNumber } from '../../../domain/instrument/question.js';
import { endsOf } from '../../../domain/instrument/refusal.js';
import { isFixed, type Refusal } from '../../../domain/instrument/response.js';
import type { RatingView } from '../rating-view.js';
import type { RichNode } from '../../../fhir/rich-text/rich-text.js';

/** Draws marked words; links open apart, so that no answer is left behind. */
export function richTemplate(nodes: readonly RichNode[]): readonly (string | TemplateResult)[] {
  return nodes.map((node) => {
    switch (node.kind) {
      case 'text':
        return node.text;
      case 'break':
        return html`<br />`;
      case 'strong':
        return html`<strong>${richTemplate(node.inside)}</strong>`;
      case 'emphasis':
        return html`<em>${richTemplate(node.inside)}</em>`;
      case 'paragraph':
        return html`<span class="paragraph">${richTemplate(node.inside)}</span>`;
      case 'list':
        return html`<ul>
          ${richTemplate(node.inside)}
        </ul>`;
      case 'ordered':
        return html`<ol>
          ${richTemplate(node.inside)}
        </ol>`;
      case 'entry':
        return html`<li>${richTemplate(node.inside)}</li>`;
      case 'link':
        return html`<a href=${node.href} target="_blank" rel="noopener noreferrer"
          >${richTemplate(node.inside)}</a
        >`;
    }
  });
}

export { entryTemplate, ownWordsTemplate } from './entry.js';
export { textOf, valueOf } from './entry-texts.js';
export { foreignStyles } from './foreign.styles.js';
export { LongForm } from './long-form.js';
export { selectTemplate } from './select.js';
export { sliderTemplate } from './slider.js';

/** What helps to answer, read before the question. */
export function foreignHints(view: RatingView, question: Question): readonly unknown[] {
  const { minimum, maximum, repeats, options, hints = [], calculation, isUnsupported, control } = question;
  const words: unknown[] = hints.map((hint) => view.label(hint));
  const { localize } = view;
  if (question.required && !isFixed(question)) words.push(localize.text('rating.choice.required'));
  if (calculation) words.push(localize.text('rating.choice.calculated'));
  if (isUnsupported) words.push(localize.text('rating.choice.not-calculated'));
  if (options.length > 0) return repeats ? [...words, localize.text('common.choice.several')] : words;
  const isBetween = isNumber(question) && minimum !== undefined && maximum !== undefined;
  if (isBetween && control !== 'slider')
    words.push(localize.text('rating.choice.from-to', { minimum, maximum }));
  return words;
}

/** Why what was typed is no answer. */
export function refusalWords({ localize }: RatingView, question: Question, refused: Refusal): Words {
  const { minimum = 0, maximum = 0 } = endsOf(question);
  const { earliest: first = '', latest: last = '', maxLength: count = 0 } = question;
  switch (refused) {
    case 'not-a-number':
      return localize.text('rating.number.not-a-number', { example: Math.max(question.minimum ?? 0, 1) });
    case 'below-minimum':
      return localize.text('rating.number.below-minimum', { minimum });
    case 'above-maximum':
      return localize.text('rating.number.above-maximum', { maximum });
    case 'too-early':
      return localize.text('rating.entry.too-early', { first });
    case 'too-late':
      return localize.text('rating.entry.too-late', { last });
    case 'not-a-date':
    case 'not-an-address':
      return localize.text(`rating.entry.${refused}`);
    case 'not-an-option':
      return localize.text('rating.entry.list');
    default:
      return localize.text('rating.number.too-long', { count });
  }
}
