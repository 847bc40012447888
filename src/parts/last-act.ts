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
  readonly last: Pick<LastAct<string>, 'id' | 'edit' | 'undo'>;
  /** Resource type of what was done something to. */
  readonly type: string;
  /** What was done, in words; undefined where that is not known any more. */
  readonly did: string | undefined;
  readonly undoWords: Words;
  /** Where that stands which is still to be sent again: the last act, or an earlier one to the same. */
  readonly failed: Delivery | undefined;
  readonly again: () => void;
}

/** How the last act ended, to be spoken. */
export function spokenAct({
  localize,
  settings,
  last,
  type,
  did,
}: Omit<Done, 'undoWords' | 'failed' | 'again'>): string | undefined {
  const { delivery } = last.edit;
  const where = outcomeWords(localize, { delivery, type, settings });
  if (delivery.state === 'failed' || delivery.state === 'conflict') return where;
  return [did, where].filter((words) => words !== undefined).join(' ');
}

/**
 * What was not taken, and the way to send it again.
 * @param id of what it was done to: several things of a list may have failed
 */
export function failedTemplate(
  localize: LocalizeController,
  id: string,
  delivery: Delivery | undefined,
  again: () => void,
): TemplateResult | typeof nothing {
  if (delivery?.state !== 'failed') return nothing;
  const button: Button = { words: localize.text('common.problem.again'), act: again, look: 'main' };
  const name = `failure-${encodeURIComponent(id)}`;
  return html`${failureTemplate(localize, delivery, undefined, name)} ${actionsTemplate([button])}`;
}

/** How the last act ended: what was done, where it stands, what went wrong, and the way back. */
export function lastActTemplate(done: Done): TemplateResult {
  const { localize, settings, last, type, did, undoWords, failed, again } = done;
  const { delivery } = last.edit;
  const isOver = delivery.state !== 'sending' && delivery.state !== 'open' && delivery.state !== 'failed';
  return html`
    ${isOver && did !== undefined ? html`<p class="did">${did}</p>` : nothing}
    ${failedTemplate(localize, last.id, failed, again)}
    ${stateTemplate(stateWords(localize, { delivery, type, settings }))}
    ${actionsTemplate([isOver && last.undo ? { words: undoWords, act: last.undo, look: 'quiet' } : undefined])}
  `;
}
