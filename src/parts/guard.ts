import type { LitElement } from 'lit';
import { AllianceErrorEvent } from '../controllers/widget/events.js';
import { LazyPart } from '../controllers/widget/lazy-part.js';
import type { LocalizeController } from '../controllers/widget/localize.js';

const brokenPart = new LazyPart(() => import('./broken.js'));

/** What a person has entered and not lost. */
export interface Held {
  /** As it would be sent. */
  readonly resources: () => readonly object[];
  /** Sends it, where it can be sent as it is; in words what became of that. */
  readonly send?: (() => Promise<string | undefined>) | undefined;
}

/** The one place where what throws while an element is drawn is caught, told and got over. */
export class Guard {
  #box: HTMLElement | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly localize: LocalizeController,
    private readonly held: Held,
  ) {}

  /** Draws; where that fails, what is on the screen stays, with words over it. */
  draw(perform: () => void): void {
    try {
      perform();
      this.#box?.remove();
      this.#box = undefined;
    } catch (cause) {
      if (this.#box) return; // it was told
      const { host, localize, held } = this;
      const box = (this.#box = document.createElement('div'));
      box.className = 'problem';
      box.role = 'alert';
      host.renderRoot.prepend(box);
      box.textContent = localize.word('common.problem.internal');
      host.dispatchEvent(new AllianceErrorEvent('internal', cause));
      brokenPart.load().then(
        (part) => {
          part.showBroken(box, host, localize, held);
        },
        () => undefined, // the words are there
      );
    }
  }
}
