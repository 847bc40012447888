import { expect, html } from '@open-wc/testing';
import { addLanguage, overrideWords } from '../../../src/index.js';
import { providerOf } from '../../support/care.js';
import { rating } from '../../support/rating.js';
import { option, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';
import { about } from '../../support/about.js';

const root = document.documentElement;
const inner = (widget: Element): HTMLElement => widget.shadowRoot!.querySelector('[part=root]')!;

/** Switches the page and waits until the words have followed. */
async function speak(widget: Element, lang: string): Promise<void> {
  root.lang = lang;
  await until(() => inner(widget).lang === lang && !inner(widget).ariaBusy, lang);
}

describe('alliance-rating: language', () => {
  afterEach(() => {
    root.lang = 'en';
    root.removeAttribute('dir');
  });

  it('changes every word and the direction with the page, and loses no answer', async () => {
    const widget = await rating();
    option(widget, about.person, /No, not at all/).click();
    widget.declined = ['same-goal'];
    await widget.updateComplete;
    const english = new Set(textOf(widget).match(/\p{L}{4,}/gu));
    const answers = widget.answers;
    for (const [lang, direction] of [
      ['ar', 'rtl'],
      ['es', 'ltr'],
      ['ar', 'rtl'],
    ] as const) {
      await speak(widget, lang);
      expect(getComputedStyle(inner(widget)).direction).to.equal(direction);
      const stillEnglish = (textOf(widget).match(/\p{L}{4,}/gu) ?? []).filter((word) => english.has(word));
      expect(stillEnglish).to.deep.equal([]);
      expect(widget.answers).to.deep.equal(answers);
      expect(widget.declined).to.deep.equal(['same-goal']);
      expect(widget.shadowRoot!.querySelectorAll(':checked').length).to.equal(2);
      expect(widget.response?.language).to.equal(lang);
    }
    await speak(widget, 'en');
    expect(getComputedStyle(inner(widget)).direction).to.equal('ltr');
  });

  it('asks its own locale, its own lang, the provider, the nearest lang, in this order', async () => {
    const widget = await rating(html`
      <div lang="es">
        <alliance-provider locale="ar"><alliance-rating></alliance-rating></alliance-provider>
      </div>
    `);
    await until(() => inner(widget).lang === 'ar');
    widget.lang = 'es';
    await until(() => inner(widget).lang === 'es');
    widget.locale = 'en-GB';
    await until(() => inner(widget).lang === 'en');
    widget.locale = undefined;
    widget.removeAttribute('lang');
    providerOf(widget).locale = undefined;
    await until(() => inner(widget).lang === 'es', 'the lang of the div');
  });

  it('follows the nearest lang through shadow roots, and its changes', async () => {
    const host = document.createElement('div');
    host.lang = 'es';
    document.body.append(host);
    const shadow = host.attachShadow({ mode: 'closed' });
    const widget = document.createElement('alliance-rating');
    shadow.append(widget);
    await until(() => widget.shadowRoot?.querySelector('[part=root][lang=es]'));
    host.lang = 'ar';
    await until(() => inner(widget).lang === 'ar');
    expect(getComputedStyle(inner(widget)).direction).to.equal('rtl');
    host.remove();
  });

  it('takes a language at run time, marks what is still English, and takes a portal’s own words', async () => {
    addLanguage('cy', { common: { send: { send: 'Anfon' } } }, { status: 'machine-draft' });
    const widget = await rating(html`<alliance-rating locale="cy-GB"></alliance-rating>`);
    await until(() => textOf(widget).includes('Anfon'));
    const marked = widget.shadowRoot!.querySelector('legend [lang=en]');
    expect(marked?.textContent).to.contain('the person I am');
    overrideWords('cy', { common: { send: { send: 'Rhannu' } } });
    await until(() => textOf(widget).includes('Rhannu'));
  });

  it('pins the direction of the scale where it is told to, and keeps it with the response', async () => {
    const widget = await rating(html`<alliance-rating scale-direction="rtl"></alliance-rating>`);
    option(widget, about.person, /Yes, fully/).click();
    expect(getComputedStyle(inner(widget)).direction).to.equal('ltr');
    expect(getComputedStyle(widget.shadowRoot!.querySelector('[part=scale]')!).direction).to.equal('rtl');
    expect(JSON.stringify(widget.response?.extension)).to.contain('"valueCode":"rtl"');
  });

  it('turns drawings round where reading goes from right to left', async () => {
    const widget = await rating(html`<alliance-rating support="easy"></alliance-rating>`);
    const turned = (): string => getComputedStyle(widget.shadowRoot!.querySelector('legend svg')!).transform;
    expect(turned()).to.equal('none');
    await speak(widget, 'ar');
    expect(turned()).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
  });
});
