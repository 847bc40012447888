import type { ReactiveControllerHost, ReactiveController } from 'lit';
import { LazyPart } from './lazy-part.js';
import { OneStop } from './one-stop.js';

const sight = new LazyPart(() => import('./in-sight.js'));

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

type Host = HTMLElement & ReactiveControllerHost & { readonly renderRoot: ParentNode };

/** What took the place of a former screen and wants to be heard: a heading, a problem. */
export const NEWS = '[data-focus]';

const scrollsSmoothly = ({ ownerDocument }: HTMLElement): boolean =>
  getComputedStyle(ownerDocument.documentElement).scrollBehavior === 'smooth';

/** Moves the focus within one widget. */
export class WidgetFocus {
  constructor(private readonly host: Host) {
    new OneStop(host);
  }

  get isInside(): boolean {
    return this.isIn('*');
  }

  /** Whether something within that matches has it. */
  isIn(selector: string): boolean {
    return this.host.shadowRoot?.activeElement?.matches(selector) ?? false;
  }

  /** Nothing of the page has it: what had it is gone. */
  get isLost(): boolean {
    const { activeElement, body } = this.host.ownerDocument;
    return activeElement === null || activeElement === body;
  }

  /**
   * Draws, then moves the focus to the first match.
   * @param otherwise where it goes when there is none
   */
  async to(selector: string, otherwise?: string): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    const find = (wanted: string) => this.host.renderRoot.querySelector<HTMLElement>(wanted);
    const place = find(selector) ?? (otherwise === undefined ? null : find(otherwise));
    // A smooth scroll that the browser begins for the focus would go on after ours
    place?.focus({ preventScroll: sight.present !== undefined || scrollsSmoothly(this.host) });
    const part = await sight.load().catch(() => undefined);
    if (!place || place !== this.host.shadowRoot?.activeElement) return;
    if (part) part.bringIntoSight(this.host, place);
    else place.scrollIntoView({ block: 'nearest' });
  }

  toNews(): void {
    void this.to(NEWS);
  }

  /** To the first question on the screen, or to what stands there instead. */
  async toQuestion(): Promise<void> {
    await this.to('fieldset', NEWS);
  }
}
