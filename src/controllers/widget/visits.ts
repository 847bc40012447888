import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** By what somebody comes to a widget. */
const arrivals = ['focusin', 'pointerenter', 'pointerdown'] as const;
/** By what they leave it. */
const departures = ['focusout', 'pointerleave'] as const;
const prints = ['beforeprint', 'afterprint'] as const;

type Host = HTMLElement & ReactiveControllerHost;

interface Parts {
  /** Somebody comes: what they may need is loaded. */
  readonly arrived: () => void;
  /** The page is printed, or has been. */
  readonly printing: (isPrinting: boolean) => void;
  /** Draws at once. */
  readonly draw: () => void;
}

/** Hears of whoever comes to a widget with a list and leaves it, and of the paper that it is printed on. */
export class Visits implements ReactiveController {
  constructor(
    private readonly host: Host,
    private readonly parts: Parts,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of arrivals) this.host.addEventListener(type, this.parts.arrived);
    for (const type of departures) this.host.addEventListener(type, this.#onLeave);
    for (const type of prints) window.addEventListener(type, this.#onPrint);
  }

  hostDisconnected(): void {
    for (const type of arrivals) this.host.removeEventListener(type, this.parts.arrived);
    for (const type of departures) this.host.removeEventListener(type, this.#onLeave);
    for (const type of prints) window.removeEventListener(type, this.#onPrint);
  }

  /** The list may be put in order now. */
  readonly #onLeave = (): void => {
    this.host.requestUpdate();
  };

  /** Printed, everything is unfolded: it must stand there before the page is laid out. */
  readonly #onPrint = (event: Event): void => {
    this.parts.printing(event.type === 'beforeprint');
    this.host.requestUpdate();
    this.parts.draw();
  };
}
