import { expect } from '@open-wc/testing';
import { nextFrame } from '@open-wc/testing';
import { allByRole, nameOf } from '../support/screen.js';
import type { ElementState } from './element.js';

type Widget = Awaited<ReturnType<ElementState['show']>>;

/** What of the widget is wider than its place. */
export function stickingOut(widget: HTMLElement): readonly string[] {
  const place = widget.getBoundingClientRect();
  return [...widget.shadowRoot!.querySelectorAll('*')]
    .filter((part) => {
      const { left, right, width } = part.getBoundingClientRect();
      return (
        width > 0 &&
        part.checkVisibility({ visibilityProperty: true }) &&
        (left < place.left - 1 || right > place.right + 1)
      );
    })
    .map((part) => part.outerHTML.slice(0, 80));
}

/** Boxes that portals put widgets into, as styles of the box and of what is in it. */
const parents: Readonly<Record<string, readonly [box: string, child?: string]>> = {
  'a row of flex': ['display: flex'],
  'a centred column of flex': ['display: flex; flex-direction: column; align-items: center'],
  'an automatic grid': ['display: inline-grid; grid-template-columns: auto'],
  'a cell of a table': ['display: table', 'display: table-cell'],
  'a float': ['display: flow-root', 'float: inline-start'],
  'an inline block': ['', 'display: inline-block'],
  'an absolute box': ['position: relative; block-size: 2000px', 'position: absolute'],
  'a box that fits its content': ['', 'inline-size: fit-content'],
  'a dialog': ['position: relative; block-size: 2000px', '<dialog>'],
  'a popover': ['', '<div popover>'],
  'a narrow column': ['max-inline-size: 220px'],
};

/** A box of this style, or one that the page opens over itself. */
function box(style: string): HTMLElement {
  const made = document.createElement(style === '<dialog>' ? 'dialog' : 'div');
  if (style === '<div popover>') made.popover = 'manual';
  made.style.cssText = style.startsWith('<') ? 'max-inline-size: var(--room); box-sizing: border-box' : style;
  return made;
}

function open(made: HTMLElement): void {
  if (made instanceof HTMLDialogElement) made.show();
  if (made.popover) made.showPopover();
}

/** Puts the widget into boxes within each other, and takes it out again afterwards. */
async function within(widget: Widget, boxes: readonly string[], look: () => void): Promise<void> {
  const moved = widget.closest('[data-frame]') ?? widget;
  const home = document.createComment('home');
  moved.before(home);
  const made = boxes.map(box);
  for (const [index, one] of made.entries())
    made[index + 1] ? one.append(made[index + 1]!) : one.append(moved);
  home.after(made[0]!);
  made.forEach(open);
  await widget.updateComplete;
  await nextFrame();
  look();
  home.replaceWith(moved);
  made[0]!.remove();
  await widget.updateComplete;
}

/** It takes the room that there is, in whatever box, and nothing sticks out. */
export async function expectRoom(widget: Widget): Promise<void> {
  const found: string[] = [];
  for (const [room, least] of [
    [1280, 320],
    [320, 160],
  ] as const)
    for (const [name, [outer, inner = '']] of Object.entries(parents)) {
      await within(widget, [`--room: ${String(room)}px; inline-size: var(--room)`, outer, inner], () => {
        const { width } = widget.getBoundingClientRect();
        const needed = Math.min(least, name === 'a narrow column' ? 220 : least);
        if (width < needed || width > room + 1)
          found.push(`${String(Math.round(width))} px in ${name} of ${String(room)} px`);
        found.push(...stickingOut(widget).map((part) => `in ${name} of ${String(room)} px: ${part}`));
      });
    }
  expect(found).to.deep.equal([]);
}

/** Where each control is on the screen. */
function places(widget: Widget): ReadonlyMap<Element, string> {
  const roles = ['radio', 'checkbox', 'button', 'link', 'textbox'] as const;
  const controls = roles.flatMap((role) => allByRole(widget, role));
  return new Map(
    controls.map((one) => {
      const { x, y } = one.getBoundingClientRect();
      return [one, `${String(Math.round(x))}, ${String(Math.round(y))}`];
    }),
  );
}

/** Whatever a person chooses, nothing that they might press next has moved: a second tap of a tremor hits the same. */
export async function expectSteady(widget: Widget): Promise<void> {
  const options = allByRole(widget, 'radio').filter((one) => !one.matches(':disabled'));
  for (const option of options.slice(0, 12)) {
    if (!option.isConnected) continue;
    option.focus();
    await nextFrame();
    await nextFrame();
    const before = places(widget);
    option.click();
    await widget.updateComplete;
    await nextFrame();
    const after = places(widget);
    for (const [control, place] of before)
      if (control.isConnected && after.has(control))
        expect(after.get(control), `${nameOf(control)} after ${nameOf(option)}`).to.equal(place);
  }
}

/** Style sheets of pages that reset, enlarge or shout. */
const sheets: Readonly<Record<string, (tag: string) => string>> = {
  'a reset of boxes and links': () =>
    '*, ::before, ::after { margin: 0; padding: 0; border: 0 solid } a { color: inherit; text-decoration: inherit }',
  'a reset of fonts': () => '* { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline }',
  'a page in small letters': () =>
    'html { font-size: 10px } * { font-size: 12px !important; line-height: 1 !important }',
  'a page that shouts': () =>
    'body { text-transform: uppercase; white-space: nowrap; text-indent: 3em; text-align: end }',
  'nothing of its own': (tag) => `${tag} { all: initial }`,
  'boxes of its own': (tag) =>
    `${tag}, ${tag} * { display: inline; float: left; max-width: none !important }`,
};

const LOOKED_AT = [
  'textTransform',
  'textIndent',
  'whiteSpace',
  'lineHeight',
  'fontSize',
  'textAlign',
] as const;

/** What of the text of each part a page could change. */
function textStyles(widget: Widget): readonly string[] {
  const parts = [
    ...widget.shadowRoot!.querySelectorAll<HTMLElement>('p, legend, h2, h3, button, label, dt, dd, li'),
  ];
  return parts.map((part) => {
    const style = getComputedStyle(part);
    return `${part.localName} ${LOOKED_AT.map((name) => style[name]).join(' ')}`;
  });
}

/** Whatever style sheet a page has, the words look as they do without. */
export async function expectOwnLook(widget: Widget): Promise<void> {
  const crisis = document.createElement('a');
  Object.assign(crisis, { slot: 'crisis', href: 'tel:112', textContent: 'Need help now?' });
  widget.append(crisis);
  await nextFrame();
  for (const [name, sheet] of Object.entries(sheets)) {
    const style = document.createElement('style');
    style.textContent = sheet(widget.localName);
    const before = textStyles(widget);
    document.head.append(style);
    await nextFrame();
    expect(textStyles(widget), name).to.deep.equal(before);
    const { color, textDecorationLine } = getComputedStyle(crisis);
    const { height } = crisis.getBoundingClientRect();
    expect(height, `the target of help under ${name}`).to.be.at.least(44);
    expect(textDecorationLine, `a link under ${name}`).to.equal('underline');
    expect(color, `a link under ${name}`).to.not.equal(
      getComputedStyle(widget.shadowRoot!.querySelector('[part=root]')!).color,
    );
    style.remove();
  }
  crisis.remove();
  const surface = getComputedStyle(widget.shadowRoot!.querySelector('[part=root]')!);
  expect(surface.borderTopWidth).to.equal('1px');
  widget.setAttribute('frame', 'none');
  expect(surface.borderTopWidth, 'a frame that the page draws itself').to.equal('0px');
  widget.removeAttribute('frame');
}
