import { html, type TemplateResult } from 'lit';
import type { LocalizeController } from '../controllers/widget/localize.js';
import { actionsTemplate, type Button } from './button.js';

export interface Step {
  readonly localize: LocalizeController;
  /** From 0. */
  readonly step: number;
  readonly steps: number;
  readonly next: Button;
  readonly back: Button | undefined;
}

/** Id of the words that say where the person is; they describe the question that a move leads to. */
export const stepId = 'progress';

/** One thought a screen, with where the person is in words. */
export function stepTemplate({ localize, step, steps, next, back }: Step, body: unknown): TemplateResult {
  return html`
    <div class="progress" part="progress">
      <span id=${stepId}>${localize.text('common.step.of', { step: step + 1, steps })}</span>
      <progress aria-hidden="true" max=${steps} value=${step + 1}></progress>
    </div>
    ${body} ${actionsTemplate([{ ...next, look: 'main' }, back])}
  `;
}
