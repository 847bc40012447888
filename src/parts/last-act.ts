import { html, nothing, type TemplateResult } from 'lit';
import type { LastAct } from '../controllers/widget/acting.js';
import type { LocalizeController, Words } from '../controllers/widget/localize.js';
import type { Settings } from '../controllers/widget/settings.js';
import { actionsTemplate } from './button.js';
import { failureTemplate } from './problem.js';
import { outcomeWords, stateTemplate, stateWords } from './state.js';

export interface Done {
  readonly localize: LocalizeController;
  readonly settings: Settings;
  readonly last: Pick<LastAct<string>, 'edit' | 'retry' | 'undo'>;
  /** Resource type of what was done something to. */
  readonly type: string;
  /** What was done, in words. */
  readonly did: string;
  readonly undoWords: Words;
}

/** How the last act ended, to be spoken. */
export function spokenAct({
  localize,
  settings,
  last,
  type,
  did,
}: Omit<Done, 'undoWords'>): string | undefined {
  const { delivery } = last.edit;
  const where = outcomeWords(localize, { delivery, type, settings });
  if (delivery.state === 'failed' || delivery.state === 'conflict') return where;
  return where === undefined ? did : `${did} ${where}`;
}

/** How the last act ended: what was done, where it stands, what went wrong, and the way back. */
export function lastActTemplate({ localize, settings, last, type, did, undoWords }: Done): TemplateResult {
  const { delivery } = last.edit;
  const hasFailed = delivery.state === 'failed';
  const isOver = delivery.state !== 'sending' && delivery.state !== 'open';
  return html`
    ${hasFailed || !isOver ? nothing : html`<p class="did">${did}</p>`} ${failureTemplate(localize, delivery)}
    ${stateTemplate(stateWords(localize, { delivery, type, settings }))}
    ${actionsTemplate([
      hasFailed
        ? { words: localize.text('common.problem.again'), act: () => void last.retry(), look: 'main' }
        : undefined,
      isOver && last.undo && !hasFailed ? { words: undoWords, act: last.undo, look: 'quiet' } : undefined,
    ])}
  `;
}
