import type { ReactiveController } from 'lit';
import type { Delivery } from '../record/delivery.js';

const NAME = 'data-alliance-announcer';

/**
 * The document's one live region, in the light DOM: made before there is text in it, because screen readers miss a
 * region that arrives together with its words. Shared by every widget and every copy of the library.
 */
function announcerOf(document: Document): HTMLElement {
  const present = document.querySelector<HTMLElement>(`[${NAME}]`);
  if (present) return present;
  const region = document.createElement('div');
  region.setAttribute(NAME, '');
  region.setAttribute('role', 'status');
  // Through the object model: a `style` attribute would need 'unsafe-inline' in the page's policy.
  Object.assign(region.style, {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  });
  document.body.append(region);
  return region;
}

/** Lets a screen reader say `words`, politely. Never pass an answer: the region outlives the widget. */
function announce(document: Document, words: string, lang: string): void {
  const region = announcerOf(document);
  region.lang = lang;
  region.textContent = words;
}

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

/**
 * Whether a sending has ended between two looks at an edit; `late`: long after the person was told that it waits, or that
 * there was no reply.
 */
function endingOf(before: Delivery['state'], now: Delivery['state']): 'ended' | 'late' | undefined {
  if (before === now || !endings.has(now)) return undefined;
  if (before === 'sending') return 'ended';
  return before === 'queued' || before === 'failed' ? 'late' : undefined;
}

/** One person's change of one record, as far as news are made of it. */
interface Edit {
  readonly delivery: Delivery;
}

interface Parts {
  readonly edit: () => Edit | undefined;
  /** What is spoken; undefined where the words on the screen are in another language than the rest. */
  readonly words: () => { readonly text: string | undefined; readonly language: string };
  /** Something new stands on the screen for what the person did. */
  readonly arrived: () => void;
}

/** Tells the person, on the screen and by voice, how the act that they started has ended. */
export class DeliveryNews implements ReactiveController {
  #edit: Edit | undefined;
  #before: Delivery['state'] = 'idle';

  constructor(
    private readonly host: HTMLElement & { addController(controller: ReactiveController): void },
    private readonly parts: Parts,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    announcerOf(this.host.ownerDocument);
  }

  hostUpdate(): void {
    const edit = this.parts.edit();
    const state = edit?.delivery.state ?? 'idle';
    const before = edit === this.#edit ? this.#before : 'idle';
    const ending = endingOf(before, state);
    this.#edit = edit;
    this.#before = state;
    if (!ending) return;
    const { text, language } = this.parts.words();
    if (text !== undefined) announce(this.host.ownerDocument, text, language);
    // What waits is on the screen with thanks already
    if (state !== 'failed' && before !== 'queued') this.parts.arrived();
  }
}
