import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Whether an element has been shown once with all that it was waiting for. Before that it may be held back for a moment, so
 * that nothing flashes; afterwards nothing that is loaded may take away what a person reads, or the focus.
 */
export class ArrivalController implements ReactiveController {
  #hasArrived = false;

  constructor(
    host: ReactiveControllerHost,
    private readonly isBusy: () => boolean,
  ) {
    host.addController(this);
  }

  get hasArrived(): boolean {
    return this.#hasArrived;
  }

  hostUpdated(): void {
    this.#hasArrived ||= !this.isBusy();
  }
}
