import { expect, nextFrame } from '@open-wc/testing';
import { media } from '../support/browser.js';
import { contrastAround, contrastOn, lightness } from '../support/contrast.js';
import { allByRole, nameOf } from '../support/screen.js';
import type { ElementState } from './element.js';
import { cutIn, isSeen } from './sight.js';

type Widget = Awaited<ReturnType<ElementState['show']>>;

const all = (widget: Widget, selector = '*'): Element[] =>
  [...widget.shadowRoot!.querySelectorAll(selector)].filter(isSeen);

const shown = (part: Element): string => part.outerHTML.slice(0, 80);

/** So that no colour is on its way to another. */
const motionless = { reducedMotion: 'reduce' } as const;

const hasWords = (part: Element): boolean =>
  [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());

/** What is told from what is around it by less than 7:1: words, lines of drawings, and the edges of controls. */
function faint(widget: Widget): readonly string[] {
  const words = all(widget)
    .filter(hasWords)
    .filter((part) => contrastOn(part, getComputedStyle(part).color) < 7);
  const lines = all(widget, 'svg :not(.soft)').filter((part) => {
    const { stroke } = getComputedStyle(part);
    return stroke !== 'none' && contrastOn(part, stroke) < 7;
  });
  const edges = all(widget, 'button, label:has([type=radio]), textarea, select, progress').filter((part) => {
    const { borderTopColor, borderTopWidth } = getComputedStyle(part);
    const isDrawn = borderTopWidth !== '0px' && !/, 0\)$|\/ 0\)$|transparent/.test(borderTopColor);
    return isDrawn && contrastAround(part, borderTopColor) < 7;
  });
  return [...words, ...lines, ...edges].map((part) => `faint: ${shown(part)}`);
}

const boxOf = (part: Element): string => {
  const { x, y, width, height } = part.getBoundingClientRect();
  return [x, y, width, height].map(Math.round).join(' ');
};

/** The borders and marks of an option that are seen on what is behind it: what is left where colours are taken away. */
function marks(option: Element): string {
  const borders = [undefined, '::before', '::after'].map((pseudo) => {
    const { content, borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(option, pseudo);
    const isDrawn = (!pseudo || content !== 'none') && borderTopStyle !== 'none';
    return isDrawn && contrastOn(option, borderTopColor) > 3 ? borderTopWidth : '';
  });
  const drawn = [...option.querySelectorAll('svg')].filter(
    (svg) => isSeen(svg) && contrastOn(svg, getComputedStyle(svg).stroke) > 3,
  );
  return `${borders.join(' ')} ${String(drawn.length)}`;
}

/** Chooses some options: each is told from what it was otherwise than by colour, and nothing grows or moves. */
async function indistinct(widget: Widget): Promise<readonly string[]> {
  const radios = allByRole(widget, 'radio').filter((one) => !one.matches(':disabled, :checked'));
  const found: string[] = [];
  for (const radio of radios.slice(0, 2)) {
    const option = radio.closest('label');
    if (!option?.isConnected) continue;
    radio.focus();
    await nextFrame();
    const labels = all(widget, 'label');
    const [boxes, unmarked] = [labels.map(boxOf), marks(option)];
    radio.click();
    await widget.updateComplete;
    if (!widget.shadowRoot!.contains(option)) continue; // the choice led on
    const moved = labels.filter((label, index) => label.isConnected && boxOf(label) !== boxes[index]);
    found.push(...moved.map((label) => `moved by ${nameOf(radio)}: ${shown(label)}`));
    if (marks(option) === unmarked) found.push(`as if not chosen: ${nameOf(radio)}`);
  }
  return found;
}

/** What would be missing on paper, hide something else, or waste its ink. */
function badlyPrinted(widget: Widget): readonly string[] {
  const root = widget.shadowRoot!.querySelector('[part~=root]')!;
  const place = widget.parentElement!.getBoundingClientRect();
  const found = [...cutIn(widget)];
  for (const part of all(widget)) {
    const { position, contentVisibility } = getComputedStyle(part);
    if (position === 'fixed' || position === 'sticky') found.push(`stands over words: ${shown(part)}`);
    if (contentVisibility === 'auto') found.push(`left out: ${shown(part)}`);
  }
  for (const fold of all(widget, 'details:not([open])'))
    if (!isSeen(fold.querySelector('summary')!)) found.push(`folded away without a word: ${shown(fold)}`);
  if (widget.getBoundingClientRect().width < place.width - 1) found.push('narrower than its place');
  if (lightness(root) < 0.5) found.push('a dark surface');
  return found;
}

/** The same, seen otherwise: in strong contrast, in colours that are forced, and on paper. */
export async function expectMedia(widget: Widget): Promise<void> {
  const found: string[] = [];
  const page = document.documentElement;
  const look = (name: string, what: readonly string[]): void => {
    found.push(...what.map((one) => `${name}: ${one}`));
  };
  await media({ ...motionless, contrast: 'more' });
  // What was on its way before goes on
  await Promise.allSettled(widget.shadowRoot!.getAnimations().map(({ finished }) => finished));
  for (const scheme of ['light', 'dark']) {
    page.style.colorScheme = scheme;
    look(`more contrast, ${scheme}`, faint(widget));
  }
  await media({ ...motionless, medium: 'print' });
  look('printed from a dark page', badlyPrinted(widget));
  page.style.colorScheme = '';
  await media({ ...motionless, forcedColors: 'active' });
  look('forced colours', await indistinct(widget));
  await media({});
  expect(found).to.deep.equal([]);
}
