import { LazyPart } from '../../../controllers/widget/lazy-part.js';

/**
 * What only a host's own Questionnaire is asked with. Loaded with the reader of such Questionnaires, before one is
 * shown: a page with our own instruments never does.
 */
export const foreignControls = new LazyPart(() => import('./foreign.js'));

/** Gives a shadow root the styles of these controls, once they are here. */
export function adoptForeignStyles(root: ShadowRoot | null): void {
  const sheet = foreignControls.present?.foreignStyles.styleSheet;
  if (sheet && !root?.adoptedStyleSheets.includes(sheet)) root?.adoptedStyleSheets.push(sheet);
}
