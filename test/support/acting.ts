import type { LitElement } from 'lit';
import { press, type } from './browser.js';
import { allByRole, focused, nameOf } from './screen.js';
import { until } from './until.js';

/*
 * What a person does in a widget, by mouse or by the keyboard alone.
 */

/** A button by the words on it, or by those that it begins with, whatever it is about. */
const button = (widget: LitElement, words: string): Promise<HTMLElement> =>
  until(() => {
    const all = allByRole(widget, 'button').filter((one) => !one.matches(':disabled'));
    return all.find((one) => nameOf(one) === words) ?? all.find((one) => nameOf(one).startsWith(words));
  }, `a button "${words}"`);

/** Presses a button as a mouse does. */
export async function click(widget: LitElement, words: string): Promise<void> {
  (await button(widget, words)).click();
  await widget.updateComplete;
}

/** Presses a button by the keyboard alone, and finds the focus in the widget afterwards. */
export async function strike(widget: LitElement, words: string): Promise<void> {
  const found = await button(widget, words);
  await reach(found);
  await press('Enter');
  await widget.updateComplete;
  await until(
    () => document.activeElement === widget && focused() !== widget,
    `the focus in the widget after "${words}"`,
  );
}

/** Goes on by Tab until something has the focus. */
export async function reach(wanted: Element): Promise<void> {
  const back = wanted.compareDocumentPosition(focused() ?? document.body) & Node.DOCUMENT_POSITION_FOLLOWING;
  for (let step = 0; focused() !== wanted; step += 1) {
    if (step > 60) throw new Error(`${nameOf(wanted)} is not reached by keyboard`);
    await press(back ? 'Shift+Tab' : 'Tab');
  }
}

export async function fill(widget: LitElement, words: string, index = 0): Promise<void> {
  const field = (await until(() => allByRole(widget, 'textbox')[index], 'a field')) as HTMLTextAreaElement;
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await widget.updateComplete;
}

/** Writes into the first field by the keyboard alone. */
export async function write(widget: LitElement, words: string): Promise<void> {
  const field = await until(() => allByRole(widget, 'textbox')[0], 'a field');
  await reach(field);
  await press('Control+a');
  await type(words);
  await widget.updateComplete;
}

/** Answers all that is asked on the way to the end of a task. */
export async function skipTo(widget: LitElement, words: string, by = click): Promise<void> {
  for (let step = 0; step < 12; step += 1) {
    const names = allByRole(widget, 'button').map(nameOf);
    if (names.some((name) => name.startsWith(words))) return;
    await by(widget, names.some((name) => name.startsWith('Skip this')) ? 'Skip this' : 'Next');
  }
  throw new Error(`"${words}" does not come`);
}
