import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController, Words } from '../controllers/widget/localize.js';
import type { Fate } from '../controllers/widget/sending.js';
import { actionsTemplate, type Button } from './button.js';
import { aboutId, newsTemplate } from './news.js';
import { stateTemplate } from './state.js';

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

const isTakenBack = (given: Fate): boolean => given === 'taken-back' || given === 'dropped';

/** Over what became of what was sent. */
export const doneKey = (given: Fate) =>
  isTakenBack(given)
    ? 'common.done.undone-title'
    : given === 'taking-back'
      ? 'common.done.undoing-title'
      : 'common.done.thanks';

/** After an act: thanks, where it stands, and that it can be changed or taken back. */
export function doneTemplate(outcome: Outcome, body: unknown): TemplateResult {
  const { localize, given, change, words } = outcome;
  const isBack = isTakenBack(given);
  return html`
    ${newsTemplate(
      localize.text(doneKey(given)),
      html`<div id=${aboutId}>
          ${given === 'taking-back' ? nothing : html`<p>${words}</p>`}
          ${given === 'taken-back' ? html`<p>${localize.text('common.done.undone')}</p>` : nothing}
          ${given === 'taking-back' ? html`<p>${localize.text('common.done.undoing')}</p>` : nothing}
        </div>
        ${stateTemplate(outcome.state)} ${isBack ? nothing : body}`,
      aboutId,
    )}
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
    ${newsTemplate(
      localize.text('common.pause.title'),
      html`<p id=${aboutId}>${localize.text(isUnkept ? 'common.problem.draft' : 'common.pause.text')}</p>
        ${stateTemplate(state)}`,
      aboutId,
    )}
    ${actionsTemplate([{ words: localize.text('common.pause.go-on'), act: goOn, look: 'main' }])}
  `;
}
