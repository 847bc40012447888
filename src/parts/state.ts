import { html, nothing, type TemplateResult } from 'lit';
import type { Delivery } from '../controllers/record/delivery.js';
import type { LocalizeController, Words } from '../controllers/widget/localize.js';
import type { Settings } from '../controllers/widget/settings.js';
import { waitingKey } from '../i18n/words/common.js';

/** Where something stands that a person gives here. */
export interface Standing {
  readonly delivery: Delivery;
  /** Its resource type: what waits has words of its own. */
  readonly type: string;
  readonly settings: Pick<Settings, 'isInForm' | 'hasStore' | 'reach' | 'waiting'>;
}

/** Where it stands in words, never more than is true; undefined where there is nothing to say. */
export function stateWords(
  localize: LocalizeController,
  { delivery, type, settings }: Standing,
): Words | undefined {
  const { isInForm, hasStore, reach } = settings;
  const count = settings.waiting[type] ?? 0;
  const waiting = (least: number): Words =>
    localize.text(waitingKey(type), { count: Math.max(least, count) });
  switch (delivery.state) {
    case 'idle':
      return count > 0 ? waiting(0) : undefined;
    case 'failed':
    case 'conflict':
      return undefined;
    case 'open':
      if (isInForm) return undefined;
      return localize.text(hasStore ? 'common.state.open' : 'common.state.not-sent');
    case 'sending':
      return localize.text('common.state.sending');
    case 'queued':
      return waiting(1);
    case 'saved':
    case 'taken-back': {
      if (delivery.state === 'saved' && reach === 'page') return localize.text('common.state.saved-on-page');
      const key =
        delivery.state !== 'saved' ? delivery.state : reach === 'device' ? 'saved-on-device' : 'sent';
      const time = localize.time(delivery.at);
      return localize.text(`common.state.${time === '' ? (`${key}-once` as const) : key}`, { time });
    }
    default:
      return localize.text(`common.state.${delivery.state}`, { time: localize.time(delivery.at) });
  }
}

export function stateTemplate(words: Words | undefined): TemplateResult | typeof nothing {
  return words === undefined ? nothing : html`<p class="state" part="state">${words}</p>`;
}

/**
 * How an act ended, to be spoken: where it stands, what is asked, or what went wrong.
 * @param title what is new over it on the screen
 */
export function outcomeWords(
  localize: LocalizeController,
  standing: Standing,
  title?: string,
): string | undefined {
  const { delivery } = standing;
  if (delivery.state === 'conflict') return localize.word('common.conflict.title');
  if (delivery.state === 'failed')
    return `${localize.word('common.problem.title')}. ${localize.word(`common.problem.${delivery.reason}`)}`;
  const words = stateWords(localize, standing);
  if (typeof words !== 'string') return undefined;
  return title === undefined ? words : `${title}. ${words}`;
}
