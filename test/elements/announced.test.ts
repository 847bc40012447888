import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import { announce } from '../../src/controllers/widget/announce.js';
import { press } from '../support/browser.js';
import { byRole, described, focused, nameOf, textOf } from '../support/screen.js';
import { until } from '../support/until.js';

type Rating = HTMLElementTagNameMap['alliance-rating'];

const regions = (within: ParentNode): readonly HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>('[data-alliance-announcer]'),
];
const said = (within: ParentNode): string =>
  regions(within)
    .map((region) => region.textContent)
    .join();

/** Sends by the keyboard, with one answer. */
async function send(widget: Rating): Promise<void> {
  await widget.updateComplete;
  widget.addEventListener('alliance-submit', (event) => {
    event.preventDefault();
  });
  widget.answers = { trust: 2 };
  await widget.updateComplete;
  byRole(widget, 'button', 'Send').focus();
  await press('Enter');
  await until(() => textOf(widget).includes('Thank you'));
}

const dialogs = {
  'a modal <dialog>': html`<dialog><alliance-rating></alliance-rating></dialog>`,
  'what says that it is modal': html`<div aria-modal="true"><alliance-rating></alliance-rating></div>`,
};

describe('where an outcome is said', () => {
  for (const [name, template] of Object.entries(dialogs))
    it(`is ${name}, from before there are words`, async () => {
      const dialog = await fixture(template);
      const [region] = regions(dialog);
      expect(region?.textContent).to.equal('');
      if (dialog instanceof HTMLDialogElement) dialog.showModal();
      await send(dialog.querySelector('alliance-rating')!);
      await until(() => said(dialog).includes('Given to this website'), 'it is said in the dialog');
      expect(regions(dialog)).to.deep.equal([region]);
    });

  it('is a dialog in the shadow root of a component of the page, through its slot', async () => {
    const component = document.createElement('div');
    component.attachShadow({ mode: 'open' }).innerHTML = '<dialog><slot></slot></dialog>';
    const page = await fixture(html`<div>${component}</div>`);
    component.shadowRoot!.querySelector('dialog')!.showModal();
    const widget = document.createElement('alliance-rating');
    component.append(widget);
    await send(widget);
    await until(() => said(component.shadowRoot!).includes('Given to this website'));
    page.remove();
  });

  it('is what has become a dialog since', async () => {
    const frame = await fixture(html`<div><alliance-rating></alliance-rating></div>`);
    frame.role = 'dialog';
    await send(frame.querySelector('alliance-rating')!);
    await until(() => said(frame).includes('Given to this website'));
  });

  it('says the same again', async () => {
    const widget = await fixture<Rating>(html`<alliance-rating></alliance-rating>`);
    const words = new Set<string>();
    announce(widget, 'Once more', 'en');
    words.add(said(document.body));
    announce(widget, 'Once more', 'en');
    words.add(said(document.body));
    expect(words.size, 'what did not change is not heard').to.equal(2);
  });

  it('has the title where the focus does not go to it, and leaves it out where it does', async () => {
    const widget = await fixture<Rating>(html`<alliance-rating></alliance-rating>`);
    await send(widget);
    await until(() => said(document.body).startsWith('Given to this website'));
    expect(nameOf(focused()!)).to.equal('Thank you');
    expect(described(focused()!)).to.contain('It helps to say');

    (focused() as HTMLElement).blur();
    byRole(widget, 'button', 'Take it back').click();
    await until(() => said(document.body).startsWith('You asked to take it back. Given to'));
  });

  it('is the failure itself: the focus goes to its reason', async () => {
    const widget = await fixture<Rating>(html`<alliance-rating></alliance-rating>`);
    widget.addEventListener('alliance-submit', (event) => {
      event.waitUntil(Promise.reject(new Error('no')));
    });
    await widget.updateComplete;
    widget.answers = { trust: 2 };
    await widget.updateComplete;
    byRole(widget, 'button', 'Send').focus();
    await press('Enter');
    await until(() => focused() && nameOf(focused()!) === 'There is a problem');
    expect(described(focused()!))
      .to.match(/Try again/)
      .and.to.contain('What you entered is still here.');
  });

  it('tells that the view is easier, and where the person is', async () => {
    const widget = await fixture<Rating>(html`<alliance-rating></alliance-rating>`);
    await widget.updateComplete;
    widget.answers = { person: 1, trust: 2 };
    await widget.updateComplete;
    byRole(widget, 'button', 'Make this easier').focus();
    await press('Enter');
    await until(() => said(document.body) === 'Easier view. One question at a time. Step 3 of 8');
    expect(nameOf(byRole(widget, 'radiogroup'))).to.contain('the same thing');
    byRole(widget, 'button', 'Show the usual view').focus();
    await press('Enter');
    await until(() => said(document.body) === 'Usual view.');
    expect(nameOf(focused()!)).to.equal('Make this easier');
  });
});
