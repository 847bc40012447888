import type { ReactiveControllerHost } from 'lit';

type Host = HTMLElement & ReactiveControllerHost & { readonly renderRoot: ParentNode };

/** What took the place of a former screen and wants to be heard: a heading, a problem. */
const NEWS = '[data-focus]';

/** Moves the focus within one widget. */
export class WidgetFocus {
  constructor(private readonly host: Host) {}

  get isInside(): boolean {
    return Boolean(this.host.shadowRoot?.activeElement);
  }

  /** Draws, then moves the focus to the first match. */
  async to(selector: string): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  toNews(): void {
    void this.to(NEWS);
  }

  /** To the first question on the screen, or to what stands there instead. */
  async toQuestion(): Promise<void> {
    await this.to(`.question, ${NEWS}`);
    // A question can be longer than the screen
    const active = this.host.shadowRoot?.activeElement;
    active?.querySelector('legend .words')?.scrollIntoView({ block: 'nearest' });
  }
}
