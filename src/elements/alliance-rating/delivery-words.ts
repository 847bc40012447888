import type { Words } from '../../controllers/widget/localize.js';
import { waitingKey } from '../../i18n/words/common.js';
import type { RatingView } from './rating-view.js';

/** Where the answers are, never more than is true; undefined where there is nothing to say. */
export function deliveryWords({ edit, localize, settings }: RatingView): Words | undefined {
  const { delivery } = edit;
  const { isInForm, hasStore, reach } = settings;
  const waiting = (count: number): Words => localize.text(waitingKey('QuestionnaireResponse'), { count });
  switch (delivery.state) {
    case 'idle':
      return settings.waiting > 0 ? waiting(settings.waiting) : undefined;
    case 'failed':
    case 'conflict':
      return undefined;
    case 'open':
      if (isInForm) return undefined;
      return localize.text(hasStore ? 'common.state.open' : 'common.state.not-sent');
    case 'sending':
      return localize.text('common.state.sending');
    case 'queued':
      return waiting(Math.max(1, settings.waiting));
    case 'saved':
      if (reach === 'page') return localize.text('common.state.saved-on-page');
      return localize.text(reach === 'device' ? 'common.state.saved-on-device' : 'common.state.sent', {
        time: localize.time(delivery.at),
      });
    default:
      return localize.text(`common.state.${delivery.state}`, { time: localize.time(delivery.at) });
  }
}
