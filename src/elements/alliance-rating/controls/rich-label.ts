import { html, type TemplateResult } from 'lit';
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
