import type { LitElement } from 'lit';

/**
 * Lets the rules of another medium hold in one widget, so that a screen shows them: its style sheets are shared with every
 * widget of its kind, so it gets copies of its own.
 */
export function showAsIn(medium: 'print' | '(forced-colors: active)', element: LitElement): void {
  const root = element.shadowRoot;
  if (!root) throw new Error(`<${element.localName}> has no shadow root.`);
  root.adoptedStyleSheets = root.adoptedStyleSheets.map(({ cssRules }) => {
    const rules = [...cssRules].map(({ cssText }) => cssText.replace(`@media ${medium}`, '@media all'));
    const copy = new CSSStyleSheet();
    copy.replaceSync(rules.join('\n'));
    return copy;
  });
}
