import { html, nothing, type TemplateResult } from 'lit';
import type { LastAct } from '../controllers/widget/acting.js';
import type { Delivery } from '../controllers/record/delivery.js';
import type { LocalizeController, Words } from '../controllers/widget/localize.js';
import type { Settings } from '../controllers/widget/settings.js';
import { actionsTemplate, type Button } from './button.js';
import { failureTemplate } from './problem.js';
import { outcomeWords, stateTemplate, stateWords } from './state.js';

export interface Done {
  readonly localize: LocalizeController;
  readonly settings: Settings;
  readonly last: Pick<LastAct<string>, 'id' | 'edit' | 'retry' | 'undo'>;
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

/**
 * What was not taken, and the way to send it again.
 * @param id of what it was done to: several things of a list may have failed
 */
export function failedTemplate(
  localize: LocalizeController,
  id: string,
  failed: { readonly edit: { readonly delivery: Delivery }; retry(): Promise<void> } | undefined,
): TemplateResult | typeof nothing {
  if (failed?.edit.delivery.state !== 'failed') return nothing;
  const again: Button = {
    words: localize.text('common.problem.again'),
    act: () => void failed.retry(),
    look: 'main',
  };
  const name = `failure-${encodeURIComponent(id)}`;
  return html`${failureTemplate(localize, failed.edit.delivery, undefined, name)} ${actionsTemplate([again])}`;
}

/** How the last act ended: what was done, where it stands, what went wrong, and the way back. */
export function lastActTemplate({ localize, settings, last, type, did, undoWords }: Done): TemplateResult {
  const { delivery } = last.edit;
  const isOver = delivery.state !== 'sending' && delivery.state !== 'open' && delivery.state !== 'failed';
  return html`
    ${isOver ? html`<p class="did">${did}</p>` : nothing} ${failedTemplate(localize, last.id, last)}
    ${stateTemplate(stateWords(localize, { delivery, type, settings }))}
    ${actionsTemplate([isOver && last.undo ? { words: undoWords, act: last.undo, look: 'quiet' } : undefined])}
  `;
}
