import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController, Words } from '../controllers/widget/localize.js';
import { actionsTemplate, type Button } from './button.js';
import { stateTemplate } from './state.js';
import { headingTemplate } from './surface.js';

export interface Outcome {
  readonly localize: LocalizeController;
  readonly given: 'given' | 'taking-back' | 'taken-back';
  /** Thanks in the words of the widget. */
  readonly thanks: Words;
  readonly state: Words | undefined;
  /** Changes what was given; undefined where nothing can be changed. */
  readonly change: Button | undefined;
  readonly takeBack: () => void;
}

/** After an act: thanks, where it stands, and that it can be changed or taken back. */
export function doneTemplate(outcome: Outcome, body: unknown): TemplateResult {
  const { localize, given, change } = outcome;
  const undo = given === 'given' ? undefined : given === 'taken-back' ? 'undone' : 'undoing';
  return html`
    ${headingTemplate(localize.text(undo ? `common.done.${undo}-title` : 'common.done.thanks'))}
    <p>${undo ? localize.text(`common.done.${undo}`) : outcome.thanks}</p>
    ${stateTemplate(outcome.state)} ${given === 'taken-back' ? nothing : body}
    ${actionsTemplate([
      change && { ...change, look: given === 'taken-back' ? 'main' : 'usual' },
      change && given === 'given'
        ? { words: localize.text('common.done.undo'), act: outcome.takeBack }
        : undefined,
    ])}
  `;
}

export interface Pause {
  readonly localize: LocalizeController;
  /** What was entered could not be kept. */
  readonly isUnkept: boolean;
  readonly state: Words | undefined;
  readonly goOn: () => void;
}

/** The person has stopped for now. */
export function pausedTemplate({ localize, isUnkept, state, goOn }: Pause): TemplateResult {
  return html`
    ${headingTemplate(localize.text('common.pause.title'))}
    <p>${localize.text(isUnkept ? 'common.problem.draft' : 'common.pause.text')}</p>
    ${stateTemplate(state)}
    ${actionsTemplate([{ words: localize.text('common.pause.go-on'), act: goOn, look: 'main' }])}
  `;
}
