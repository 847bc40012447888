import { html, nothing, type TemplateResult } from 'lit';
import type { Drawing } from './drawings.js';

/** The drawings of easy mode, loaded when the first is shown. Without them every question still has its words. */
export class LazyDrawings {
  #drawings: Readonly<Record<string, Drawing>> = {};
  #loading: Promise<void> | undefined;

  constructor(private readonly onLoaded: () => void) {}

  of(name: string | undefined): TemplateResult | typeof nothing {
    if (name === undefined) return nothing;
    this.#loading ??= import('./drawings.js').then(
      ({ drawings }) => {
        this.#drawings = drawings;
        this.onLoaded();
      },
      () => undefined, // the words are enough
    );
    const drawing = this.#drawings[name];
    return html`<svg class="drawing" viewBox="0 0 96 64" aria-hidden="true">
      <path class="soft" d=${drawing?.soft ?? ''}></path>
      <path d=${drawing?.lines ?? ''}></path>
    </svg>`;
  }
}
