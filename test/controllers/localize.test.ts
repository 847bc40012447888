import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { LocalizeController } from '../../src/controllers/widget/localize.js';
import { overrideWords } from '../../src/i18n/portal-words.js';
import { vocabulary, type Vocabulary } from '../../src/i18n/vocabulary.js';
import { deferred } from '../support/care.js';
import { until } from '../support/until.js';

type Words = Awaited<ReturnType<Vocabulary['others'][string]>>;

/** An element that says one word of its own and one of every widget; how its own Spanish comes is in the test's hand. */
function elementWith(name: string, load: () => Promise<Words>): string {
  const words = vocabulary(name, { hello: 'Hello' }, { es: load });
  class Greeting extends LitElement {
    readonly localize = new LocalizeController(this, [words], () => ({
      own: undefined,
      provided: undefined,
    }));

    protected override render(): unknown {
      const { localize } = this;
      return html`<p lang=${localize.language} aria-busy=${localize.isReady ? 'false' : 'true'}>
        ${localize.text(`${name}.hello`)} ${localize.text('common.step.next')}
      </p>`;
    }
  }
  const tag = `test-${name}`;
  customElements.define(tag, Greeting);
  return tag;
}

/** What a person sees, in which language, and whether more is to come. */
function seen(element: Element): readonly (string | null)[] {
  const paragraph = element.shadowRoot!.querySelector('p')!;
  return [paragraph.textContent.replace(/\s+/g, ' ').trim(), paragraph.lang, paragraph.ariaBusy];
}

async function inSpanish(tag: string): Promise<Element> {
  const around = await fixture(html`<div lang="es"></div>`);
  const element = document.createElement(tag);
  around.append(element);
  await (element as LitElement).updateComplete;
  return element;
}

describe('the words of an element', () => {
  it('change all at once: those of every widget wait for its own', async () => {
    const words = deferred<Words>();
    const element = await inSpanish(elementWith('greeting-late', () => words.promise));
    // Those of every widget are here now, for an element that has no others
    const other = await inSpanish(
      elementWith('greeting-soon', () => Promise.resolve({ default: { hello: 'Hola' } })),
    );
    await until(() => seen(other)[1] === 'es');
    expect(seen(other)).to.deep.equal(['Hola Siguiente', 'es', 'false']);
    expect(seen(element)).to.deep.equal(['Hello Next', 'en', 'true']);

    words.resolve({ default: { hello: 'Buenas' } });
    await until(() => seen(element)[1] === 'es');
    expect(seen(element)).to.deep.equal(['Buenas Siguiente', 'es', 'false']);
  });

  it('stay English where its own do not come, which is asked and told once', async () => {
    const told: unknown[] = [];
    const { error } = console;
    console.error = (...words: unknown[]) => told.push(words[0]);
    let asked = 0;
    try {
      const load = (): Promise<Words> => {
        asked += 1;
        return Promise.reject(new TypeError('Failed to fetch'));
      };
      const element = await inSpanish(elementWith('greeting-never', load));
      await until(() => seen(element)[2] === 'false');
      overrideWords('en', {}); // something that draws every element anew
      await (element as LitElement).updateComplete;
      expect(seen(element)).to.deep.equal(['Hello Next', 'en', 'false']);
    } finally {
      console.error = error;
    }
    expect(asked).to.equal(1);
    expect(told).to.deep.equal([
      'alliance-elements: the words for "es" could not be loaded; English is shown.',
    ]);
  });

  it('are the portal’s where it has replaced them before the element was defined', async () => {
    overrideWords('es', { 'greeting-new': { hello: 'Bienvenida' } });
    const element = await inSpanish(
      elementWith('greeting-new', () => Promise.resolve({ default: { hello: 'Hola' } })),
    );
    await until(() => seen(element)[1] === 'es');
    expect(seen(element)[0]).to.equal('Bienvenida Siguiente');
    overrideWords('es', undefined);
    await until(() => seen(element)[0] === 'Hola Siguiente');
  });
});
