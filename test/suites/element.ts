import { expect, fixtureCleanup } from '@open-wc/testing';
import { expectAccessible, expectHighContrast } from '../support/axe.js';
import { engine, press } from '../support/browser.js';
import { allByRole, focused, nameOf, type Role } from '../support/screen.js';
import { until } from '../support/until.js';
import { expectAllHeard } from './heard.js';
import { expectOwnLook, expectRoom, expectSteady } from './layout.js';
import { expectMedia } from './media.js';
import { expectReflow, expectWhole } from './sight.js';

/** One state of an element that a person can meet. */
export interface ElementState {
  readonly name: string;
  /** Puts the element into the page in this state. */
  readonly show: () => Promise<HTMLElement & { readonly updateComplete: Promise<unknown> }>;
}

/** Roles that are a stop of their own; of the radios of a group the keyboard reaches one. */
const stops: readonly Role[] = ['button', 'link', 'checkbox', 'textbox', 'slider', 'combobox'];

const isOn = (control: HTMLElement): boolean => !control.matches(':disabled');

const controlsIn = (widget: Element): HTMLElement[] =>
  stops.flatMap((role) => allByRole(widget, role)).filter(isOn);

const groupsIn = (widget: Element): string[] => [
  ...new Set(
    allByRole(widget, 'radio')
      .filter(isOn)
      .map((radio) => (radio as HTMLInputElement).name),
  ),
];

/** Puts a button after the widget and gives what has the focus at each stop on the way there. */
async function tabThrough(widget: HTMLElement): Promise<readonly Element[]> {
  const [before, after] = [document.createElement('button'), document.createElement('button')];
  widget.before(before);
  widget.after(after);
  before.focus();
  const met: Element[] = [];
  // A date is entered in parts, each a stop of its own
  const dates = widget.shadowRoot!.querySelectorAll('input[type=date]').length;
  const options = allByRole(widget, 'radio').length; // in the easy view each is a stop of its own
  const most = controlsIn(widget).length + options + 6 * dates + 2;
  for (let step = 0; step < most && focused() !== after; step += 1) {
    await press('Tab');
    const now = focused();
    if (now && now !== after) met.push(now);
  }
  before.remove();
  after.remove();
  return met;
}

/**
 * What every element promises in every state: all of it is reached by keyboard alone, axe finds nothing, its words
 * have the contrast of WCAG 1.4.6, it takes the room that a page leaves it and keeps its look there, and whatever a person presses, the focus stays in it.
 */
export function elementContract(tag: string, states: readonly ElementState[]): void {
  describe(`${tag}: what every element promises`, () => {
    for (const { name, show } of states) {
      describe(name, () => {
        it('is reached by keyboard alone', async () => {
          const widget = await show();
          const [controls, groups] = [controlsIn(widget), groupsIn(widget)];
          const met = await tabThrough(widget);
          const left = controls.filter((control) => !met.includes(control)).map(nameOf);
          expect(left, 'never reached').to.deep.equal([]);
          const names = met.map((one) => (one as HTMLInputElement).name);
          expect(
            groups.filter((group) => !names.includes(group)),
            'groups never reached',
          ).to.deep.equal([]);
        });

        it('is free of faults that axe finds', async () => {
          await expectAccessible(await show());
        });

        it('has all that is visible in the accessible tree, whatever the page changes of it', async () => {
          const widget = await show();
          await expectAllHeard(widget);
          widget.setAttribute('audience', 'team supervisor');
          await expectAllHeard(widget);
        });

        it('has words of a contrast of 7:1 and more, in light and dark', async () => {
          const widget = await show();
          const page = document.documentElement;
          for (const scheme of ['light', 'dark']) {
            page.style.colorScheme = scheme;
            await expectHighContrast(widget);
          }
          page.style.colorScheme = '';
        });

        it('takes the room that there is, in whatever box, down to 220 px', async () => {
          await expectRoom(await show());
        });

        it('moves nothing when something is chosen', async () => {
          await expectSteady(await show());
        });

        it('looks the same under the style sheets of pages', async () => {
          await expectOwnLook(await show());
        });

        it('cuts off no words in large or spaced text', async () => {
          await expectWhole(await show());
        });

        it('is reached and seen on a small screen', async function () {
          if ((await engine()) === 'webkit') this.skip(); // its driver sets no viewport
          await expectReflow(await show());
        });

        it('is clear in strong contrast and in colours that are forced, and whole on paper', async function () {
          if ((await engine()) === 'webkit') this.skip(); // its driver emulates no media
          await expectMedia(await show());
        });

        it('keeps the focus, whatever is pressed', async () => {
          const names = allByRole(await show(), 'button')
            .filter(isOn)
            .map(nameOf);
          for (const [index, button] of names.entries()) {
            fixtureCleanup();
            const widget = await show();
            const pressed = allByRole(widget, 'button').filter(isOn)[index]!;
            pressed.focus();
            await press('Enter');
            await widget.updateComplete;
            const isKept = (): boolean => document.activeElement === widget && focused() !== widget;
            await until(isKept, `the focus in the widget after "${button}"`);
          }
        });
      });
    }
  });
}
