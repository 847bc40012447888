const NAME = 'data-alliance-announcer';

/**
 * The document's one live region, in the light DOM: made before there is text in it, because screen readers miss a
 * region that arrives together with its words. Shared by every widget and every copy of the library.
 */
export function announcerOf(document: Document): HTMLElement {
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
export function announce(document: Document, words: string, lang: string): void {
  const region = announcerOf(document);
  region.lang = lang;
  region.textContent = words;
}
