import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Words, LocalizeController } from '../controllers/widget/localize.js';
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

/** One thing that a person is asked, whatever it is answered with. */
export interface Asked {
  readonly id: string;
  readonly words: unknown;
  /** The drawing of easy mode. */
  readonly drawing?: unknown;
  /** What helps to answer, read before it. */
  readonly hints: readonly unknown[];
  /** Why there is no answer yet, or none that can be taken. */
  readonly error?: Words | undefined;
  /** The error is over, and only keeps its place. */
  readonly isOver?: boolean;
  /** `radios`: one of several; `options`: any of several; `field`: something is typed or set. */
  readonly kind: 'radios' | 'options' | 'field';
  readonly isRequired: boolean;
  /** Ids of what else is heard when a move leads to it, such as where it stands among others. */
  readonly heardIds?: string | undefined;
}

/** Id of the words that name a question, and of what stands in its group or beside it. */
export const wordsIdOf = (id: string): string => `${id}-words`;

/** Selects what a question is answered with. */
export const controlIn = (id: string): string => `.place:has(#${id}) :is(input, textarea, select)`;

/** Words of an attribute that holds several. */
const together = (...words: readonly unknown[]): string => words.filter(Boolean).join(' ');

/**
 * One question with all that belongs to it. Its group takes the focus when a move leads to it: of its words alone, new on
 * the screen, Orca says nothing in Chromium. What is typed or set has the name of the question itself, and stands beside
 * the group: within it, the same words would be heard twice. Each has a place of its own: of fieldsets side by side,
 * WebKit lays out all again for each that is added.
 * @param control draws what it is answered with, given the ids of what describes it
 */
export function questionTemplate(
  { id, words, drawing, hints, error, isOver = false, kind, isRequired, heardIds }: Asked,
  control: (describedBy: string) => unknown,
): TemplateResult {
  const isWrong = error !== undefined && !isOver;
  const describedBy = together(isWrong && `${id}-error`, hints.length > 0 && `${id}-hint`);
  const [isRadio, isField] = [kind === 'radios', kind === 'field'];
  const rest = html`${
    hints.length > 0
      ? html`<div class="hint" id="${id}-hint" part="hint">${hints.map((hint) => html`<p>${hint}</p>`)}</div>`
      : nothing
  }
  ${error ? html`<p class="error" id="${id}-error" part="error">${error}</p>` : nothing}
  ${control(describedBy)}`;
  const look = `question ${error ? 'stopped' : ''} ${isOver ? 'settled' : ''}`;
  const group = html`<fieldset
    class=${isField ? nothing : look}
    part=${isField ? nothing : 'question'}
    id=${id}
    tabindex="-1"
    role=${isRadio ? 'radiogroup' : nothing}
    aria-required=${(isRadio && isRequired) || nothing}
    aria-invalid=${(isRadio && isWrong) || nothing}
    aria-describedby=${together(heardIds, !isField && describedBy) || nothing}
  >
    <legend part="legend">
      ${drawing ?? nothing}
      <span class="words" id=${wordsIdOf(id)}>${words}</span>
    </legend>
    ${isField ? nothing : rest}
  </fieldset>`;
  const question = isField ? html`<div class=${look} part="question">${group} ${rest}</div>` : group;
  // Of a group that is used again for the next question, a screen reader may say the former one first
  return html`${keyed(id, html`<div class="place">${question}</div>`)}`;
}
