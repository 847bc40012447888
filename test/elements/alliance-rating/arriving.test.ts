import { expect, html } from '@open-wc/testing';
import { about } from '../../support/about.js';
import type { AllianceRating } from '../../../src/index.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { deferred, providerOf, settled } from '../../support/care.js';
import { rating } from '../../support/rating.js';
import { focused, option, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

/*
 * What comes late: words, earlier answers, another place on the page. Nothing that is read or held is taken away by it.
 */

const inner = (widget: Element): HTMLElement => widget.shadowRoot!.querySelector('[part=root]')!;
const isBusy = (widget: Element): boolean => inner(widget).ariaBusy === 'true';

/** Focuses a radio and gives a check that it, and the focus, are still there to be seen. */
function holdingOn(widget: AllianceRating): (when: string) => void {
  const held = option(widget, about.person, /Half/);
  held.focus();
  return (when) => {
    expect(focused() === held, when).to.equal(true);
    expect(getComputedStyle(held).visibility, when).to.equal('visible');
  };
}

describe('alliance-rating: what comes late', () => {
  afterEach(() => (document.documentElement.lang = 'en'));

  it('hides nothing and leaves the focus while the words of another language load', async () => {
    const widget = await rating();
    const isHeld = holdingOn(widget);
    document.documentElement.lang = 'ar';
    await until(() => isBusy(widget) || inner(widget).lang === 'ar');
    isHeld('while they load');
    await until(() => inner(widget).lang === 'ar' && !isBusy(widget));
    isHeld('when they are here');
  });

  it('hides nothing and leaves the focus while the answers of another session are looked for', async () => {
    const store = createMemoryStore();
    const widget = await rating(html`
      <alliance-provider .store=${store} subject="Patient/1" encounter="Encounter/1">
        <alliance-rating></alliance-rating>
      </alliance-provider>
    `);
    const isHeld = holdingOn(widget);
    const searching = deferred<[]>();
    store.search = () => searching.promise;
    providerOf(widget).encounter = 'Encounter/2';
    await until(() => isBusy(widget));
    isHeld('while it is looked for');
    searching.resolve([]);
    await settled(widget);
    isHeld('afterwards');
  });

  it('speaks the language of the place that it is moved to, at once', async () => {
    const widget = await rating(html`
      <div>
        <p lang="es"></p>
        <p lang="en"><alliance-rating></alliance-rating></p>
      </div>
    `);
    const [spanish, english] = widget.closest('div')!.querySelectorAll('p');
    for (const [place, language] of [
      [spanish!, 'es'],
      [english!, 'en'],
      [spanish!, 'es'],
    ] as const) {
      place.append(widget);
      await until(() => inner(widget).lang === language, language);
    }
  });

  it('says of which day it is what was kept before today', async () => {
    const subject = 'Patient/days';
    const { drafts } = openDevice();
    await drafts.clear(subject);
    const open = () =>
      rating(html`
        <alliance-provider drafts="device" subject=${subject} encounter="Encounter/1">
          <alliance-rating></alliance-rating>
        </alliance-provider>
      `);
    option(await open(), about.person, /Half/).click();
    const [kept] = await until(async () => {
      const found = await drafts.list({ subject }, 'response');
      return found.length === 1 && found;
    });
    await drafts.write({ ...kept!, keptAt: '2024-02-03T12:00:00Z' });
    const widget = await open();
    await until(() => textOf(widget).includes('Kept on this device February 3, 2024'));
    await drafts.clear(subject);
  });
});
