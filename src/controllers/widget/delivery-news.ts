import type { ReactiveController } from 'lit';
import type { Delivery } from '../record/delivery.js';
import { announce, announcerOf } from './announce.js';

/** How an act can end. */
const endings: ReadonlySet<Delivery['state']> = new Set([
  'saved',
  'sent',
  'handed-over',
  'queued',
  'taken-back',
  'failed',
  'conflict',
]);

/** One person's change of one record, as far as news are made of it. */
interface Edit {
  readonly delivery: Delivery;
}

interface Parts {
  readonly edit: () => Edit | undefined;
  /** What is spoken; undefined where the words on the screen are in another language than the rest. */
  readonly words: () => { readonly text: string | undefined; readonly language: string };
  /** Something new stands on the screen for what the person did. */
  readonly arrived: () => void;
}

/** Tells the person, on the screen and by voice, how the act that they started has ended. */
export class DeliveryNews implements ReactiveController {
  #edit: Edit | undefined;
  #before: Delivery['state'] = 'idle';

  constructor(
    private readonly host: HTMLElement & { addController(controller: ReactiveController): void },
    private readonly parts: Parts,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    announcerOf(this.host.ownerDocument);
  }

  hostUpdate(): void {
    const edit = this.parts.edit();
    const state = edit?.delivery.state ?? 'idle';
    const before = edit === this.#edit ? this.#before : 'idle';
    // What waited may arrive, or not, long after the person has turned to something else
    const isLate = before === 'queued' && state !== 'queued';
    const hasEnded = (before === 'sending' || isLate) && endings.has(state);
    this.#edit = edit;
    this.#before = state;
    if (!hasEnded) return;
    const { text, language } = this.parts.words();
    if (text !== undefined) announce(this.host.ownerDocument, text, language);
    if (state !== 'failed' && !isLate) this.parts.arrived();
  }
}
