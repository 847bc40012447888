import type { ReactiveController } from 'lit';
import type { Delivery } from '../record/delivery.js';
import { announce, announcerOf } from './announce.js';
import { NEWS, type WidgetFocus } from './focus.js';

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

/** Whether a sending has ended between two looks at an edit: now, or long after the person was told that it waits. */
const isEnding = (before: Delivery['state'], now: Delivery['state']): boolean =>
  before !== now && endings.has(now) && ['sending', 'queued', 'failed'].includes(before);

/** One person's change of one record, as far as news are made of it. */
interface Edit {
  readonly delivery: Delivery;
}

interface Parts {
  readonly edit: () => Edit | undefined;
  /**
   * What is spoken; undefined where there is nothing to say, or the words on the screen are in another language.
   * @param isNew it stands on the screen for the first time, and the focus does not go there
   */
  readonly words: (isNew: boolean) => { readonly text: string | undefined; readonly language: string };
  /** An ending is there; whether it has a screen of its own. */
  readonly arrived?: (state: Delivery['state']) => boolean;
  readonly focus: WidgetFocus;
}

type Host = HTMLElement & {
  readonly updateComplete: Promise<unknown>;
  addController(controller: ReactiveController): void;
};

/** Tells the person, on the screen and by voice, how the act that they started has ended. */
export class DeliveryNews implements ReactiveController {
  #edit: Edit | undefined;
  #before: Delivery['state'] = 'idle';

  constructor(
    private readonly host: Host,
    private readonly parts: Parts,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    announcerOf(this.host);
  }

  hostUpdate(): void {
    const edit = this.parts.edit();
    const state = edit?.delivery.state ?? 'idle';
    const before = edit === this.#edit ? this.#before : 'idle';
    const hasEnded = isEnding(before, state);
    this.#edit = edit;
    this.#before = state;
    if (!hasEnded) return;
    // What waits is on the screen with thanks already
    const isNew = before !== 'queued';
    const isStopped = state === 'failed' || state === 'conflict';
    const { arrived, words, focus } = this.parts;
    const isShown = isNew && (arrived?.(state) === true || isStopped);
    const isMoved = isShown && focus.isInside;
    if (isMoved) void focus.to(isStopped ? '.problem[data-focus]' : NEWS);
    // Of what the focus comes to, all is said by that
    if (isMoved && isStopped) return;
    const { text, language } = words(isNew && !isMoved);
    // After the focus has moved: a move cuts short what is being said
    if (text !== undefined)
      void this.host.updateComplete.then(() => {
        announce(this.host, text, language);
      });
  }
}
