const NAME = 'data-alliance-announcer';

/** Keeps all else of the page from whoever listens, while it is open. */
const DIALOG = 'dialog, [role=dialog], [role=alertdialog], [aria-modal=true]';

/** Where words are heard together with a widget: in its dialog, through slots and shadow roots, else in the page. */
function placeOf(host: HTMLElement): Element {
  let node: Node | null = host;
  while (node) {
    if (node instanceof Element && node.matches(DIALOG)) return node;
    node = (node as Element).assignedSlot ?? node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
  }
  return host.ownerDocument.body;
}

/**
 * A live region in the light DOM, one for the document and one for each dialog: made before there is text in it, because
 * screen readers miss a region that arrives together with its words. Shared by every widget and every copy of the library.
 */
export function announcerOf(host: HTMLElement): HTMLElement {
  const place = placeOf(host);
  const present = place.querySelector<HTMLElement>(`:scope > [${NAME}]`);
  if (present) return present;
  const region = document.createElement('div');
  region.setAttribute(NAME, '');
  region.setAttribute('role', 'status');
  // Dialogs that hide the rest of a page by hand spare what is named live
  region.ariaLive = 'polite';
  // Through the object model: a `style` attribute would need 'unsafe-inline' in the page's policy.
  Object.assign(region.style, {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  });
  place.append(region);
  return region;
}

/** Lets a screen reader say `words`, politely. Never pass an answer: the region outlives the widget. */
export function announce(host: HTMLElement, words: string, lang: string): void {
  const region = announcerOf(host);
  region.lang = lang;
  // What did not change is not heard
  region.textContent = region.textContent === words ? `${words}\u00a0` : words;
}
