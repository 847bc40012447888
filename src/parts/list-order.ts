import type { nothing, TemplateResult } from 'lit';
import type { LocalizeController } from '../controllers/widget/localize.js';
import { actionsTemplate } from './button.js';

interface OrderedList {
  readonly order: { readonly isBehind: boolean };
  showOrder(): void;
}

/** Puts a list in order that is behind. It stands below the list: as it comes and goes, nothing in the list moves. */
export const showOrderTemplate = (
  localize: LocalizeController,
  listing: OrderedList,
): TemplateResult | typeof nothing =>
  actionsTemplate([
    listing.order.isBehind
      ? {
          words: localize.text('common.list.show-new'),
          act: () => {
            listing.showOrder();
          },
          look: 'quiet',
        }
      : undefined,
  ]);
