/*
 * What the Tab key reaches in a piece of a page, in the order in which it is drawn: through shadow roots and slots.
 */

function childrenOf(node: Element): Iterable<Element> {
  if (node.shadowRoot) return node.shadowRoot.children;
  const assigned = node instanceof HTMLSlotElement ? node.assignedElements() : [];
  return assigned.length > 0 ? assigned : node.children;
}

const isStop = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 &&
  !element.matches(':disabled, [inert], [inert] *') &&
  element.checkVisibility({ visibilityProperty: true });

function* drawnIn(node: Element): Generator<HTMLElement> {
  for (const child of childrenOf(node)) {
    if (child instanceof HTMLElement) yield child;
    yield* drawnIn(child);
  }
}

const radioOf = (element: Element): HTMLInputElement | undefined =>
  element instanceof HTMLInputElement && element.type === 'radio' ? element : undefined;

/** Radios of one name are one stop. */
function isSameStop(one: Element, other: Element): boolean {
  if (one === other) return true;
  const name = radioOf(one)?.name;
  return Boolean(name) && name === radioOf(other)?.name && one.getRootNode() === other.getRootNode();
}

/** All stops in an element, without itself; of radios the chosen one, or all of them where none is chosen. */
export function tabStopsIn(root: Element): readonly HTMLElement[] {
  const stops = [...drawnIn(root)].filter(isStop);
  const chosen = stops.filter((stop) => radioOf(stop)?.checked);
  return stops.filter((stop) => !chosen.some((one) => one !== stop && isSameStop(one, stop)));
}

/** Whether the Tab key has somewhere to go within an element, from a place in it. */
export function hasNextStop(root: Element, from: Element, isBack: boolean): boolean {
  const stops = new Set<Element>(tabStopsIn(root));
  const drawn: Element[] = [...drawnIn(root)];
  const at = drawn.indexOf(from);
  const further = isBack ? drawn.slice(0, Math.max(at, 0)) : drawn.slice(at + 1);
  return further.some((element) => stops.has(element) && !isSameStop(element, from));
}
