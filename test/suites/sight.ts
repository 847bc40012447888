import { expect, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { engine } from '../support/browser.js';
import { allByRole, nameOf, type Role } from '../support/screen.js';
import { stickingOut } from './layout.js';
import type { ElementState } from './element.js';

type Widget = Awaited<ReturnType<ElementState['show']>>;

export const isSeen = (part: Element): boolean => part.checkVisibility({ visibilityProperty: true });

const inside = (widget: Widget): HTMLElement[] =>
  [...widget.shadowRoot!.querySelectorAll<HTMLElement>('*')].filter(isSeen);

/** Boxes that cut off what they hold; what a text field holds can be scrolled in it. */
export function cutIn(widget: Widget): readonly string[] {
  return inside(widget)
    .filter((part) => {
      const { overflowX, overflowY } = getComputedStyle(part);
      if (part.matches('textarea, input, select, svg, svg *, progress')) return false;
      const isWider = overflowX !== 'visible' && part.scrollWidth > part.clientWidth + 1;
      return isWider || (overflowY !== 'visible' && part.scrollHeight > part.clientHeight + 1);
    })
    .map((part) => `cut: ${part.outerHTML.slice(0, 80)}`);
}

/** Words that stand outside the box they belong to. */
function spilt(widget: Widget): readonly string[] {
  const range = document.createRange();
  return inside(widget)
    .filter((box) => box.clientWidth > 0)
    .flatMap((box) => {
      const { left, right } = box.getBoundingClientRect();
      return [...box.childNodes].filter((node) => {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) return false;
        range.selectNodeContents(node);
        return [...range.getClientRects()].some((line) => line.left < left - 1 || line.right > right + 1);
      });
    })
    .map((node) => `outside its box: "${node.textContent?.trim() ?? ''}"`);
}

const troubles = (widget: Widget): readonly string[] => [
  ...stickingOut(widget),
  ...cutIn(widget),
  ...spilt(widget),
];

/** WCAG 1.4.12, set by a page and by an extension of the browser that reaches into widgets. */
const SPACED =
  'line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important';
const spacing = `* { ${SPACED} } p { margin-block-end: 2em !important }`;

/** Puts a sheet into the page and into the widget, and takes it out again afterwards. */
function withSheet(widget: Widget, text: string, look: () => void): void {
  const root = widget.shadowRoot!;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const holders = [document, root];
  for (const one of holders) one.adoptedStyleSheets = [...one.adoptedStyleSheets, sheet];
  look();
  for (const one of holders)
    one.adoptedStyleSheets = one.adoptedStyleSheets.filter((other) => other !== sheet);
}

const circumstances: Readonly<Record<string, string>> = {
  'a root of 200 %': 'html { font-size: 200% !important }',
  // All our lengths of text follow this one, so it is what a browser does that enlarges nothing but text
  'text of 200 %': ':host { --_size: 36px !important }',
  'wide spacing of text': spacing,
};

/** In a panel of 360 px no words are cut off, whatever the size and spacing of text. */
export async function expectWhole(widget: Widget): Promise<void> {
  const { style } = document.body;
  const before = style.cssText;
  style.cssText = 'margin: 0; inline-size: 360px';
  await nextFrame();
  const found: string[] = [];
  for (const [name, sheet] of Object.entries(circumstances))
    withSheet(widget, sheet, () => {
      found.push(...troubles(widget).map((one) => `${name}: ${one}`));
    });
  style.cssText = before;
  expect(found).to.deep.equal([]);
}

const roles: readonly Role[] = ['button', 'link', 'checkbox', 'radio', 'textbox', 'slider', 'combobox'];

/**
 * Whether a control that has the focus is not on the screen: with its label where that is short, a text field by its
 * half. Firefox leaves the page where it is when a part of the control is seen.
 */
function isOutOfSight(control: HTMLElement, isPartEnough: boolean): boolean {
  const { clientWidth, clientHeight } = document.documentElement;
  const label = control.closest('label');
  const isWhole = label && label.offsetHeight < clientHeight / 2;
  const { top, bottom, left, right, height } = (isWhole ? label : control).getBoundingClientRect();
  const spare = isPartEnough ? height - 1 : control.matches('textarea') ? height / 2 : 1;
  return top < -spare || bottom > clientHeight + spare || left < -1 || right > clientWidth + 1;
}

/** A screen of 1280 × 1024 enlarged to 400 % (WCAG 1.4.10): nothing scrolls sideways, what has the focus is in sight. */
export async function expectReflow(widget: Widget): Promise<void> {
  const isPartEnough = (await engine()) === 'firefox';
  const { innerWidth: width, innerHeight: height } = window;
  await setViewport({ width: 320, height: 256 });
  await nextFrame();
  const found = [...troubles(widget)];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) found.push(`scrolls sideways to ${String(page.scrollWidth)} px`);
  const controls = roles
    .flatMap((role) => allByRole(widget, role))
    .filter((control) => !control.matches(':disabled'));
  for (const control of controls) {
    control.focus();
    if (isOutOfSight(control, isPartEnough)) await nextFrame(); // the widget may move it
    if (isOutOfSight(control, isPartEnough)) found.push(`out of sight: ${nameOf(control)}`);
  }
  await setViewport({ width, height });
  expect(found).to.deep.equal([]);
}
