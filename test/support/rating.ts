import { html, type TemplateResult } from 'lit';
import type { AllianceRating } from '../../src/index.js';
import { widgetIn } from './care.js';

/** Renders a template and gives the rating in it, ready and in English. */
export const rating = (
  template: TemplateResult = html`<alliance-rating></alliance-rating>`,
): Promise<AllianceRating> => widgetIn('alliance-rating', template);
