import { expect } from '@open-wc/testing';

/** Finds controls as a person or a screen reader does: by role and accessible name. */

const selectors = {
  radio: 'input[type=radio]',
  checkbox: 'input[type=checkbox]',
  button: 'button',
  link: 'a[href]',
  textbox: 'textarea, input:not([type=radio], [type=checkbox], [type=range])',
  slider: 'input[type=range]',
  combobox: 'select',
  radiogroup: '[role=radiogroup]',
  group: 'fieldset:not([role])',
  heading: 'h2, h3',
  term: 'dt',
} as const;

export type Role = keyof typeof selectors;

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The accessible name, by the parts of its computation that our markup uses. */
export function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label) return plain(label);
  const root = element.getRootNode() as ShadowRoot;
  const labelledBy = element.getAttribute('aria-labelledby');
  if (labelledBy) {
    return plain(
      labelledBy
        .split(' ')
        .map((id) => root.getElementById(id)?.textContent)
        .join(' '),
    );
  }
  // By name and not by class: the element may live in a frame with classes of its own
  if (element.matches('fieldset')) return plain(element.querySelector('legend')?.textContent);
  if (element.matches('input')) return plain(element.labels?.[0]?.textContent);
  return plain(element.textContent);
}

/** The words of what describes an element. */
export function described(element: Element): string {
  const root = element.getRootNode() as ShadowRoot;
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ');
  return plain(ids.map((id) => root.getElementById(id)?.textContent).join(' '));
}

const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

const matches = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);

/** Every visible element of a role in the widget, or within one part of it. */
export function allByRole(within: Element, role: Role, name: string | RegExp = /./): HTMLElement[] {
  const root = within.shadowRoot ?? within;
  return [...root.querySelectorAll<HTMLElement>(selectors[role])].filter(
    (element) => isShown(element) && matches(nameOf(element), name),
  );
}

/** The one visible element of a role and name; fails with what there is instead. */
export function byRole(within: Element, role: Role, name: string | RegExp = /./): HTMLElement {
  const found = allByRole(within, role, name);
  const there = allByRole(within, role).map(nameOf);
  expect(found.length, `${role} ${String(name)} among ${JSON.stringify(there)}`).to.be.greaterThan(0);
  return found[0]!;
}

/** The radio of an option within a question, both by their words. */
export function option(widget: Element, question: string | RegExp, words: string | RegExp): HTMLInputElement {
  return byRole(byRole(widget, 'radiogroup', question), 'radio', words) as HTMLInputElement;
}

/** Everything that a person can read in the widget. */
export function textOf(widget: Element): string {
  const root = widget.shadowRoot!;
  return plain(
    [
      ...root.querySelectorAll<HTMLElement>(
        'h2, h3, p, legend, label, button, dt, dd, li, span, [part=privacy], [part=note]',
      ),
    ]
      .filter(isShown)
      .map((element) => element.textContent)
      .join(' '),
  );
}

/** The control that has the focus, through shadow roots. */
export function focused(document_: Document = document): Element | null {
  let active = document_.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
