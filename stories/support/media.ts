import { html, type LitElement, type TemplateResult } from 'lit';

/**
 * Lets the rules of another medium hold in one widget, so that a screen shows them, unless they hold anyway: its style sheets
 * are shared with every widget of its kind, so it gets copies of its own.
 */
export function showAsIn(medium: 'print' | '(forced-colors: active)', element: LitElement): void {
  if (matchMedia(medium).matches) return;
  const root = element.shadowRoot;
  if (!root) throw new Error(`<${element.localName}> has no shadow root.`);
  root.adoptedStyleSheets = root.adoptedStyleSheets.map(({ cssRules }) => {
    const rules = [...cssRules].map(({ cssText }) => cssText.replace(`@media ${medium}`, '@media all'));
    const copy = new CSSStyleSheet();
    copy.replaceSync(rules.join('\n'));
    return copy;
  });
}

/**
 * For stories tagged `forced-colours`, which the tests show in colours that are forced (tools/stories/palettes.js). Whoever
 * looks at one without them sees the colours of the system in place of ours.
 */
export const inColoursOfSystem = (content: TemplateResult): TemplateResult => html`
  <style>
    @media (forced-colors: none) {
      .system {
        --alliance-accent: CanvasText;
        --alliance-on-accent: Canvas;
        --alliance-text: CanvasText;
        --alliance-text-quiet: CanvasText;
        --alliance-surface: Canvas;
        --alliance-surface-raised: Canvas;
        --alliance-border: CanvasText;
        --alliance-attention: CanvasText;
        --alliance-focus: Highlight;
      }
    }
  </style>
  <div class="system">${content}</div>
`;
