import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Layout, Support, Viewer } from '../../context/provided.js';
import type { AllianceStore, Outbox } from '../../context/store.js';
import type { ProviderOptions, Storage } from './build-provided.js';
import { provide, type Provision, type SignedOut } from './provide-alliance.js';

/**
 * Tells the widgets inside it who looks, whose care it is, which session, which language and where answers live.
 * Draws nothing. A widget's own attributes win over it.
 *
 * @tagname alliance-provider
 * @fires {AllianceErrorEvent} alliance-error - Reason `unauthorized`: the server wants a sign-in; told once
 */
export class AllianceProvider extends LitElement implements ProviderOptions {
  /** Who looks: `client`, `therapist` or `supervisor`. */
  @property() viewer: Viewer = 'client';
  /** FHIR reference of the person whose care it is, such as `Patient/123`. */
  @property() subject: string | undefined;
  /** FHIR reference of the person who types. */
  @property() author: string | undefined;
  /** FHIR reference of the session; with it, sending again amends the same response. */
  @property() encounter: string | undefined;
  /** FHIR references of the other side, separated by spaces: who receives, and whose acceptance is awaited. */
  @property() partner: string | undefined;
  /** BCP 47 tag; wins over the page's `lang`. */
  @property() locale: string | undefined;
  /** Where responses are kept: `none`, `memory` (as long as the page), `device` (IndexedDB) or `fhir` (a server). */
  @property() storage: Storage = 'none';
  /** Address of a FHIR R4 server, for `storage="fhir"`. */
  @property({ attribute: 'fhir-base' }) fhirBase: string | undefined;
  /**
   * What keeps a save that could not be delivered, for `storage="fhir"` and a portal's own store: `memory` as long as
   * the page lives, `device` across reloads.
   */
  @property() outbox: 'memory' | 'device' = 'memory';
  /** What is kept on the device is kept apart by it; by default by the address of `fhir-base`. */
  @property() partition: string | undefined;
  /**
   * Whether unsent edits are kept on the device, or as long as the page lives (`none`); by default `device` with
   * `storage="device"`.
   */
  @property() drafts: 'none' | 'device' | undefined;
  /** `standard` or `easy`, for every widget that does not say otherwise. */
  @property() support: Support | undefined;
  /** `auto`, `horizontal` or `vertical`. */
  @property() layout: Layout | undefined;
  /** Who can see the answers: `therapist`, `team`, `supervisor`, separated by spaces. */
  @property() audience: string | undefined;
  /** Offers to read aloud where the device has a voice of its own. */
  @property({ type: Boolean, attribute: 'read-aloud' }) readAloud = false;
  /** Shown, but nothing can be changed. */
  @property({ type: Boolean }) disabled = false;
  /** The answers in words, without controls. */
  @property({ type: Boolean, attribute: 'readonly' }) readOnly = false;
  /** The portal's own store; wins over `storage`. */
  @property({ attribute: false }) store: AllianceStore | undefined;

  /** The portal's `fetch`, which carries its sign-in. */
  @property({ attribute: false }) fetch: typeof fetch | undefined;

  static override readonly styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  #provision: Provision | undefined;

  /**
   * Sign-out: ends every edit here and in other tabs, then removes all that is kept about `subject` (by default the
   * present one; everything where there is none), whatever this page is set to; `{all: true}` removes what is kept of
   * everybody, on a shared device.
   */
  async clear(whose: SignedOut = this.subject): Promise<void> {
    await this.updateComplete;
    await this.#provision?.clear(whose);
  }

  /** The person has signed in again, after an `alliance-error` of reason `unauthorized`: sends what waits. */
  async retry(): Promise<void> {
    await this.updateComplete;
    await this.#provision?.retry();
  }

  /**
   * The store in use: an `Outbox` over the portal's own or a server's, otherwise the one that `storage` names; undefined
   * where nothing is kept.
   */
  get currentStore(): AllianceStore | Outbox | undefined {
    return this.#provision?.store;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#provision?.listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#provision?.rest();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  protected override willUpdate(): void {
    if (this.#provision) this.#provision.refresh();
    else this.#provision = provide(this, () => this);
  }
}
