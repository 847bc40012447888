import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where a person is in a form that is shown one question at a time. */
export type Place = { readonly step: number } | 'check';

/** Back and Next through `steps` screens and a last one to check; an answer changed from there leads back there. */
export class StepsController implements ReactiveController {
  #place: Place = { step: 0 };
  #isReturning = false;

  /** @param onMove called after a move of the person, when the new screen is to get the focus */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly count: () => number,
    private readonly onMove: () => void,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#place !== 'check')
      this.#place = { step: Math.min(this.#place.step, Math.max(0, this.count() - 1)) };
  }

  get place(): Place {
    return this.#place;
  }

  /** The person came from the last screen to change one answer. */
  get isReturning(): boolean {
    return this.#isReturning;
  }

  next(): void {
    if (this.#place === 'check') return;
    const isLast = this.#place.step >= this.count() - 1;
    this.#move(this.#isReturning || isLast ? 'check' : { step: this.#place.step + 1 });
  }

  back(): void {
    this.#move({ step: this.#place === 'check' ? this.count() - 1 : Math.max(0, this.#place.step - 1) });
  }

  /** Goes to one question from the last screen. */
  change(step: number): void {
    this.#move({ step });
    this.#isReturning = true;
  }

  /** Sets the place without moving the focus: a start, or a draft taken up again. */
  start(place: Place): void {
    this.#place = place;
    this.#isReturning = false;
    this.host.requestUpdate();
  }

  #move(place: Place): void {
    this.start(place);
    this.onMove();
  }
}
