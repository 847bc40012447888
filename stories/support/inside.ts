import { configure, expect, userEvent, waitFor, within, type queries } from 'storybook/test';
import type { LitElement } from 'lit';

/** What a person finds in a widget, by role and name. */
export type Inside = ReturnType<typeof within<typeof queries>>;

configure({
  // Else every failure prints the whole widget
  getElementError: (message) => new Error(message ?? 'Nothing was found.'),
  // A busy machine takes its time to load what a story needs
  asyncUtilTimeout: 60_000,
});

type Widget = 'alliance-empathy' | 'alliance-goals' | 'alliance-rating';

/** The widgets of a story, in the order of the page. */
export function elementsIn<Tag extends Widget | 'alliance-provider'>(
  canvas: HTMLElement,
  tag: Tag,
): HTMLElementTagNameMap[Tag][] {
  return [...canvas.querySelectorAll(tag)];
}

/**
 * Queries that see into the shadow root of one widget; Testing Library's own stop before it. Waits until the words and
 * earlier answers are there.
 */
export async function inside(
  canvas: HTMLElement,
  index = 0,
  tag: Widget = 'alliance-rating',
): Promise<Inside> {
  const element: LitElement | undefined = elementsIn(canvas, tag)[index];
  if (!element) throw new Error(`The story has no ${tag} number ${String(index + 1)}.`);
  await element.updateComplete;
  const root = element.renderRoot.querySelector<HTMLElement>('[part~="root"]');
  if (!root) throw new Error(`<${tag}> has drawn nothing.`);
  await waitFor(() => expect(root).not.toHaveAttribute('aria-busy'));
  return within(root);
}

/** The question with these words, as the group that holds its options. */
export function question(widget: Inside, name: RegExp | string): Promise<HTMLElement> {
  return waitFor(() => widget.queryByRole('radiogroup', { name }) ?? widget.getByRole('group', { name }));
}

/** Chooses one option of one question. */
export async function choose(
  widget: Inside,
  asked: RegExp | string,
  option: RegExp | string,
): Promise<HTMLElement> {
  const group = within(await question(widget, asked));
  const control = group.getByRole('radio', { name: option });
  await userEvent.click(control);
  await expect(control).toBeChecked();
  return control;
}

/** Presses a button or follows a link. */
export async function press(widget: Inside, name: RegExp | string, role: 'button' | 'link' = 'button') {
  await userEvent.click(await widget.findByRole(role, { name }));
}

/** Fails unless the focus comes to `element`; the page itself sees only the widget round it. */
export async function expectFocus(element: HTMLElement): Promise<void> {
  await waitFor(() => expect((element.getRootNode() as ShadowRoot).activeElement).toBe(element));
}

/** Fails when something in the widget is wider than its place. */
export async function expectNothingSticksOut(widget: LitElement): Promise<void> {
  const place = widget.getBoundingClientRect();
  for (const part of widget.renderRoot.querySelectorAll('*')) {
    const { left, right, width } = part.getBoundingClientRect();
    if (width === 0) continue;
    await expect(left, part.outerHTML.slice(0, 80)).toBeGreaterThanOrEqual(place.left - 1);
    await expect(right, part.outerHTML.slice(0, 80)).toBeLessThanOrEqual(place.right + 1);
  }
}
