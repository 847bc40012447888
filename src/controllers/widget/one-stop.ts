import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LazyPart } from './lazy-part.js';

const trapped = new LazyPart(() => import('./trapped.js'));

const MOVES = ['keydown', 'focusin'];
const DIALOG = '[role="dialog"], [role="alertdialog"], [aria-modal]';

/** A key that moves the focus, or a focus that is shown as keys are used. */
const isByKey = (event: Event): boolean =>
  event instanceof KeyboardEvent
    ? event.key === 'Tab'
    : event.target instanceof Element && event.target.matches(':focus-visible');

/** Lets a widget take part in what keeps the focus in a dialog: loaded in one, elsewhere once somebody uses keys. */
export class OneStop implements ReactiveController {
  #leave: (() => void) | undefined;

  constructor(private readonly host: HTMLElement & ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of MOVES) addEventListener(type, this.#onMove, true);
    if (this.host.closest(DIALOG)) this.#load();
  }

  hostDisconnected(): void {
    for (const type of MOVES) removeEventListener(type, this.#onMove, true);
    this.#leave?.();
    this.#leave = undefined;
  }

  readonly #onMove = (event: Event): void => {
    if (isByKey(event)) this.#load();
  };

  #load(): void {
    if (this.#leave) return;
    trapped.load().then(
      ({ takePartInTraps }) => {
        if (this.host.isConnected) this.#leave ??= takePartInTraps(this.host);
      },
      () => undefined, // asked for again with the next key
    );
  }
}
