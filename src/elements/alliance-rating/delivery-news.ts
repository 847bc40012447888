import type { ReactiveController } from 'lit';
import { announce, announcerOf } from '../../controllers/widget/announce.js';
import { endingOf, type Delivery } from '../../controllers/record/delivery.js';
import type { ResponseEdit } from '../../controllers/kinds/response.js';
import { deliveryWords } from './delivery-words.js';
import type { RatingScreen } from './rating-screen.js';

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
    const ending = endingOf(before, state);
    this.#edit = edit;
    this.#before = state;
    if (!ending || !edit) return;
    const { localize } = this.screen;
    const reason = edit.delivery.state === 'failed' ? edit.delivery.reason : undefined;
    const words =
      state === 'conflict'
        ? localize.word('common.conflict.title')
        : reason === undefined
          ? deliveryWords(this.screen)
          : `${localize.word('common.problem.title')}. ${localize.word(`common.problem.${reason}`)}`;
    if (typeof words === 'string') announce(this.host.ownerDocument, words, localize.language);
    // What waits is on the screen with thanks already
    if (state !== 'failed' && before !== 'queued') this.screen.arrived();
  }
}
