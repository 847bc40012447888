import { expect } from '@open-wc/testing';
import { accessibilityTree, engine } from '../support/browser.js';

/** Words that are only for the eye, or that no tree has as text of its own. */
const UNHEARD = '[aria-hidden=true], style, script, textarea, select';

const LOOKS = 30;

const squeezed = (text: string): string => text.replace(/\\n|\\"|\s|["\u200e\u200f\u2066-\u2069]/g, '');

// By name and not by class: the widget may live in a frame with classes of its own
const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
const isSlot = (element: Element): element is HTMLSlotElement => element.localName === 'slot';

/** Every text that is seen in the widget, through slots and the shadow roots of what it is made of. */
function seenIn(node: Node): readonly string[] {
  if (isText(node)) return [node.data];
  if (!isElement(node)) return [...node.childNodes].flatMap(seenIn);
  if (node.matches(UNHEARD)) return [];
  if (isSlot(node)) {
    const given = node.assignedNodes();
    return (given.length > 0 ? given : [...node.childNodes]).flatMap(seenIn);
  }
  // A slot has no box of its own
  if (!node.checkVisibility({ visibilityProperty: true })) return [];
  return [...(node.shadowRoot ?? node).childNodes].flatMap(seenIn);
}

/** Whatever is seen is in the accessible tree; WebKit's driver tells of single elements only. */
export async function expectAllHeard(
  widget: HTMLElement & { readonly updateComplete: Promise<unknown> },
): Promise<void> {
  if ((await engine()) === 'webkit') return;
  await widget.updateComplete;
  const seen = seenIn(widget).map((text) => text.trim());
  expect(seen.join(''), 'there is something to hear').to.not.equal('');
  let unheard = seen;
  // A busy browser writes its tree some time after what it draws
  for (let look = 0; look < LOOKS && unheard.length > 0; look += 1) {
    const tree = squeezed(await accessibilityTree());
    unheard = seen.filter((text) => !tree.includes(squeezed(text)));
  }
  expect(unheard, 'seen and not in the accessible tree').to.deep.equal([]);
}
