import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController, Words } from '../controllers/widget/localize.js';
import type { Fate } from '../controllers/widget/sending.js';
import { actionsTemplate, type Button } from './button.js';
import { stateTemplate } from './state.js';
import { headingTemplate } from './surface.js';

interface Outcome {
  readonly localize: LocalizeController;
  readonly given: Fate;
  /** In the words of the widget: thanks, or what it means that it was taken back. */
  readonly words: Words;
  readonly state: Words | undefined;
  /** Changes what was given; undefined where nothing can be changed. */
  readonly change: Button | undefined;
  readonly takeBack: () => void;
}

/** After an act: thanks, where it stands, and that it can be changed or taken back. */
export function doneTemplate(outcome: Outcome, body: unknown): TemplateResult {
  const { localize, given, change, words } = outcome;
  const isBack = given === 'taken-back' || given === 'dropped';
  const title = isBack ? 'undone-title' : given === 'taking-back' ? 'undoing-title' : 'thanks';
  return html`
    ${headingTemplate(localize.text(`common.done.${title}`))}
    ${given === 'taking-back' ? nothing : html`<p>${words}</p>`}
    ${given === 'taken-back' ? html`<p>${localize.text('common.done.undone')}</p>` : nothing}
    ${given === 'taking-back' ? html`<p>${localize.text('common.done.undoing')}</p>` : nothing}
    ${stateTemplate(outcome.state)} ${isBack ? nothing : body}
    ${actionsTemplate([
      change && { ...change, look: isBack ? 'main' : 'usual' },
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
