/*
 * Brings what a move leads to into sight, also where the page covers an edge of the screen with something that stays there.
 */

type Edge = 'top' | 'bottom';

/** What stays where it is while the page scrolls, and stands at a point; undefined where nothing does. */
function staying(host: Element, x: number, y: number): Element | undefined {
  let found: Element | null = host.ownerDocument.elementFromPoint(x, y);
  while (found && !found.contains(host)) {
    if (['fixed', 'sticky'].includes(getComputedStyle(found).position)) return found;
    found = found.parentElement;
  }
  return undefined;
}

/** How much of an edge of the screen is covered over the widget, in px: one thing may stand below another. */
function coveredAt(edge: Edge, host: Element): number {
  const { left, width } = host.getBoundingClientRect();
  const { innerHeight } = globalThis;
  let covered = 0;
  for (let turn = 0; turn < 4; turn += 1) {
    const y = edge === 'top' ? covered + 1 : innerHeight - covered - 1;
    const cover = staying(host, left + width / 2, y)?.getBoundingClientRect();
    if (!cover) break;
    covered = edge === 'top' ? cover.bottom : innerHeight - cover.top;
  }
  // Something over all of it, such as a dialog, is no edge
  return covered < innerHeight / 2 ? covered : 0;
}

const pixels = (length: string): number => Number.parseFloat(length) || 0;

/** What the page asks to be kept free at an edge. */
function askedAt(edge: Edge, host: Element): number {
  const own = getComputedStyle(host);
  const page = getComputedStyle(host.ownerDocument.documentElement);
  return edge === 'top'
    ? pixels(own.scrollMarginTop) + pixels(page.scrollPaddingTop)
    : pixels(own.scrollMarginBottom) + pixels(page.scrollPaddingBottom);
}

/** What belongs to a place that a move leads to: where the person is, the drawing, and the words. */
function partsOf(place: Element): readonly [first: Element, last: Element] {
  const question = place.closest('.question');
  const words = question?.querySelector('legend') ?? place;
  const root = place.getRootNode() as ShadowRoot;
  const isFirst = question !== null && root.querySelector('.question') === question;
  return [(isFirst ? root.querySelector('.progress') : undefined) ?? words, words];
}

/** Scrolls where it must; false where all is seen already. */
function scrolls(host: HTMLElement, place: Element): boolean {
  const [first, last] = partsOf(place);
  const [top, bottom] = (['top', 'bottom'] as const).map(
    (edge) => coveredAt(edge, host) + askedAt(edge, host) + 8,
  ) as [number, number];
  const room = globalThis.innerHeight - top - bottom;
  const end = last.getBoundingClientRect();
  const isTooTall = end.bottom - first.getBoundingClientRect().top > room;
  const start = isTooTall ? last : first;
  const { top: begins } = start.getBoundingClientRect();
  // A browser scrolls by whole pixels
  const isInSight =
    begins > top - 1 && Math.min(end.bottom, begins + room) <= globalThis.innerHeight - bottom;
  if (isInSight || !(start instanceof HTMLElement)) return false;
  start.style.scrollMarginBlockStart = `${String(top)}px`;
  start.scrollIntoView({ block: 'start', behavior: 'instant' });
  start.style.scrollMarginBlockStart = '';
  return true;
}

/** Ends a smooth scroll that the browser has begun, for a key before: what is on its way cannot be measured. */
function stopScrolling(): void {
  // Where nothing is to be scrolled, nothing is ended
  globalThis.scrollBy({ top: 1, behavior: 'instant' });
  globalThis.scrollBy({ top: -1, behavior: 'instant' });
}

let keeping: AbortController | undefined;

/**
 * On a page that scrolls smoothly, a busy browser begins the scroll for a key before only now: once that has ended it is
 * made good, unless the person has done something since.
 */
function keepInSight(host: HTMLElement, place: Element): void {
  const { ownerDocument: page } = host;
  keeping?.abort();
  if (getComputedStyle(page.documentElement).scrollBehavior !== 'smooth') return;
  const own = (keeping = new AbortController());
  const listen = (type: string, isOver: () => boolean): void => {
    const act = (): void => {
      if (isOver()) own.abort();
    };
    page.addEventListener(type, act, { signal: own.signal, capture: true });
  };
  for (const type of ['keydown', 'pointerdown', 'wheel']) listen(type, () => true);
  listen('scrollend', () => host.shadowRoot?.activeElement !== place || scrolls(host, place));
}

/**
 * Scrolls as little as it takes to see where the person is and the whole question; where there is no room for both, the
 * question. What the page covers, and what it asks to be kept free, counts as out of sight.
 */
export function bringIntoSight(host: HTMLElement, place: Element): void {
  stopScrolling();
  // Once more: a bar may come to stick only where the page was scrolled
  if (scrolls(host, place)) scrolls(host, place);
  keepInSight(host, place);
}
