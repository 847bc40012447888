import type { ReactiveController } from 'lit';
import { announce, announcerOf } from '../../controllers/widget/announce.js';
import type { Delivery } from '../../controllers/record/delivery.js';
import type { ResponseEdit } from '../../controllers/kinds/response.js';
import { deliveryWords } from './delivery-words.js';
import type { RatingScreen } from './rating-screen.js';

/** How a sending can end. */
const endings: ReadonlySet<Delivery['state']> = new Set([
  'saved',
  'sent',
  'handed-over',
  'queued',
  'taken-back',
  'failed',
  'conflict',
]);

/** Tells the person, on the screen and by voice, how the sending that they started has ended. */
export class DeliveryNews implements ReactiveController {
  #edit: ResponseEdit | undefined;
  #before: Delivery['state'] = 'idle';

  constructor(
    private readonly host: HTMLElement & { addController(controller: ReactiveController): void },
    private readonly screen: RatingScreen,
    private readonly current: () => ResponseEdit | undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    announcerOf(this.host.ownerDocument);
  }

  hostUpdate(): void {
    const edit = this.current();
    const state = edit?.delivery.state ?? 'idle';
    const before = edit === this.#edit ? this.#before : 'idle';
    // What waited may arrive, or not, long after the person has turned to something else
    const isLate = before === 'queued' && state !== 'queued';
    const hasEnded = (before === 'sending' || isLate) && endings.has(state);
    this.#edit = edit;
    this.#before = state;
    if (!hasEnded || !edit) return;
    const { localize } = this.screen;
    const reason = edit.delivery.state === 'failed' ? edit.delivery.reason : undefined;
    const words =
      state === 'conflict'
        ? localize.word('common.conflict.title')
        : reason === undefined
          ? deliveryWords(this.screen)
          : `${localize.word('common.problem.title')}. ${localize.word(`common.problem.${reason}`)}`;
    if (typeof words === 'string') announce(this.host.ownerDocument, words, localize.language);
    if (state !== 'failed' && !isLate) this.screen.arrived();
  }
}
