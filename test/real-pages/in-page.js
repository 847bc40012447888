/*
 * What a check asks of the page it drives. It finds the controls of a widget by its own means, not by those of the widget.
 */

/** Runs in the page before everything else. */
export function installHelpers() {
  const CONTROLS = 'a[href], button, input, textarea, select, summary';
  /** @type {(root: ParentNode) => Element[]} */
  const controlsIn = (root) =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(CONTROLS) ? [element] : []),
      ...(element.shadowRoot ? controlsIn(element.shadowRoot) : []),
    ]);
  const widget = () => document.querySelector('#widget');
  const isUsable = (element) => !element.matches(':disabled') && element.checkVisibility();
  const focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  /** Radios of a group are one control. */
  const nameOf = (element) => {
    if (element.type === 'radio') return `radios ${element.name}`;
    const words = (element.labels?.[0] ?? element).textContent.trim().replaceAll(/\s+/g, ' ');
    return `${element.localName} ${words.slice(0, 60)}`;
  };
  const isInside = (element) => {
    for (let at = element; at; at = at.assignedSlot ?? at.parentNode ?? at.host)
      if (at === widget()) return true;
    return false;
  };

  const saved = [];
  document.addEventListener('alliance-saved', () => saved.push(1));

  window.real = {
    controls: () => [
      ...new Set([...controlsIn(widget()), ...controlsIn(widget().shadowRoot)].filter(isUsable).map(nameOf)),
    ],
    /** What has the focus. */
    at: () => {
      const element = focused();
      const inside = isInside(element) && element !== widget();
      return {
        isInside: inside,
        name: inside ? nameOf(element) : '',
        tag: element.localName,
        isMain: element.matches('[part~="button-main"], [part~="tile"]'),
        isOpen: element.matches('input[type="radio"]')
          ? !element.getRootNode().querySelector(`[name="${element.name}"]:checked`)
          : element.matches('textarea') && element.value === '',
      };
    },
    saves: () => saved.length,
    /** Why a person does not see what has the focus; undefined where they do. */
    hidden: () => {
      const element = focused();
      // Of a whole screen its heading
      const words = element.querySelector('legend, h2, h3') ?? element;
      const { top, bottom } = words.getBoundingClientRect();
      const begins = document.querySelector('#header')?.getBoundingClientRect().bottom ?? 0;
      // A line begins above its letters
      if (top >= begins - 4 && bottom <= innerHeight + 4) return undefined;
      return `"${words.textContent.trim().slice(0, 60)}" is at ${top} to ${bottom} of ${begins} to ${innerHeight}`;
    },
  };
}

/** Everything has come that the first screen needs. */
export function hasArrived() {
  const root = document.querySelector('#widget')?.shadowRoot;
  return Boolean(root?.querySelector('h2') && !root.querySelector('[aria-busy="true"]'));
}
