import { html, type TemplateResult } from 'lit';

/** A line drawing on a canvas of 96 × 64: what is filled softly, and the lines on it, as SVG path data. */
export interface Drawing {
  readonly soft: string;
  readonly lines: string;
}

/** A drawing of easy mode; its place is kept until it has come, so that nothing jumps. */
export function drawingTemplate(drawing: Drawing | undefined): TemplateResult {
  return html`<svg class="drawing" viewBox="0 0 96 64" aria-hidden="true">
    <path class="soft" d=${drawing?.soft ?? ''}></path>
    <path d=${drawing?.lines ?? ''}></path>
  </svg>`;
}

/** How much of something: a circle filled by quarters. Neither a face nor a colour, so it praises nobody. */
export function degreePicture(part: number): TemplateResult {
  return html`<svg class="degree" viewBox="0 0 24 24" aria-hidden="true">
    <circle class="rim" cx="12" cy="12" r="10.5"></circle>
    <circle
      class="fill"
      cx="12"
      cy="12"
      r="5.25"
      pathLength="100"
      stroke-dasharray="${String(part * 100)} 100"
      transform="rotate(-90 12 12)"
    ></circle>
  </svg>`;
}

export const tick = html`<svg class="tick" viewBox="0 0 24 24" aria-hidden="true">
  <path d="m5 12.5 4.5 4.5L19 7.5" />
</svg>`;

/** Who can see something. */
export const eye = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Z" />
  <circle cx="12" cy="12" r="3" />
</svg>`;
