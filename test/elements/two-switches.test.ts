import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import { press } from '../support/browser.js';
import { allByRole, byRole, focused, nameOf } from '../support/screen.js';
import { until } from '../support/until.js';

type Widget = HTMLElement & { readonly updateComplete: Promise<unknown> };

/** What Tab alone comes to, from here on, up to a button. */
async function optionsOnTheWay(): Promise<readonly string[]> {
  const met: string[] = [];
  for (;;) {
    await press('Tab');
    const now = focused();
    if (!(now instanceof HTMLInputElement)) return met;
    met.push(nameOf(now));
  }
}

async function rating(support: 'easy' | 'standard'): Promise<Widget> {
  const widget = await fixture<Widget>(html`<alliance-rating support=${support}></alliance-rating>`);
  await widget.updateComplete;
  return widget;
}

const options = (widget: Widget): readonly string[] =>
  allByRole(byRole(widget, 'radiogroup'), 'radio').map(nameOf);

/** Goes to the box before the options. */
const toHelp = (widget: Widget): void => {
  byRole(widget, 'checkbox').focus();
};

describe('a person with one switch to go on and one to press', () => {
  it('comes to every option of a question in the easy view, and chooses any', async () => {
    const widget = await rating('easy');
    const all = options(widget);
    expect(all).to.have.length(7);
    toHelp(widget);
    await until(async () => {
      toHelp(widget);
      return (await optionsOnTheWay()).length > 1;
    }, 'what makes each a stop is here');
    toHelp(widget);
    expect(await optionsOnTheWay()).to.deep.equal(all);

    toHelp(widget);
    for (let step = 0; step < 3; step += 1) await press('Tab');
    await press('Space');
    const third = byRole(widget, 'radio', all[2]) as HTMLInputElement;
    await until(() => third.checked, 'the third one is chosen');
    toHelp(widget);
    expect(await optionsOnTheWay(), 'also those before the chosen one').to.deep.equal(all);
    await press('Shift+Tab');
    await press('Shift+Tab');
    expect(third.checked, 'only Space chooses').to.equal(true);
  });

  it('is not led through all options in the usual view', async () => {
    const widget = await rating('standard');
    toHelp(widget);
    await press('Tab');
    await press('Tab');
    expect(focused()?.getAttribute('name')).to.not.equal('question-0');
  });
});
