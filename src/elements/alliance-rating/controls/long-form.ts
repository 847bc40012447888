import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { itemsOf, type Instrument, type Item } from '../../../domain/instrument/instrument.js';

/** Items that are drawn at once, and those that each further drawing adds. */
const FIRST = 80;
const PIECE = 250;

type Host = ReactiveControllerHost & { readonly renderRoot: ParentNode };

/**
 * Draws a long form piece by piece, so that its first questions can be answered at once. Each piece goes into a tree
 * that is connected already: in one that is not, WebKit looks through all of it for every radio.
 */
export class LongForm implements ReactiveController {
  #drawn = FIRST;
  #places: { readonly instrument: Instrument; readonly of: ReadonlyMap<Item, number> } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: Host,
    private readonly instrument: () => Instrument | undefined,
  ) {
    host.addController(this);
  }

  isDrawn(item: Item): boolean {
    const instrument = this.instrument();
    if (!instrument || itemsOf(instrument).size <= this.#drawn) return true;
    if (this.#places?.instrument !== instrument) {
      const of = new Map([...itemsOf(instrument).keys()].map((one, place) => [one, place]));
      this.#places = { instrument, of };
    }
    return (this.#places.of.get(item) ?? 0) < this.#drawn;
  }

  hostUpdated(): void {
    const instrument = this.instrument();
    clearTimeout(this.#timer);
    if (!instrument || !this.host.renderRoot.querySelector('.questions')) this.#drawn = FIRST;
    else if (itemsOf(instrument).size > this.#drawn) this.#timer = setTimeout(this.#more);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#drawn = FIRST;
  }

  readonly #more = (): void => {
    this.#drawn += PIECE;
    this.host.requestUpdate();
  };
}
