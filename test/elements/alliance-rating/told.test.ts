import { expect, html } from '@open-wc/testing';
import type { AllianceRating, AllianceStore, QuestionnaireResponse, Viewer } from '../../../src/index.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { accessibilityTree, engine } from '../../support/browser.js';
import { eventsOf } from '../../support/care.js';
import { rating } from '../../support/rating.js';
import { byRole, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

const SUBJECT = 'Patient/1';
const TOLD = 'https://alliance-elements.org/fhir/StructureDefinition/told-audience';
/** What the person wrote, which stands nowhere else. */
const WORDS = 'The stairs frightened me';
const NOT_SHARED = 'Not shared with you';

const authors = { client: SUBJECT, therapist: 'Practitioner/1', supervisor: 'Practitioner/2' } as const;

const seen = (viewer: Viewer, store: AllianceStore | undefined, response?: QuestionnaireResponse) =>
  rating(html`
    <alliance-provider
      .store=${store}
      viewer=${viewer}
      subject=${SUBJECT}
      author=${authors[viewer]}
      encounter="Encounter/1"
    >
      <alliance-rating .response=${response}></alliance-rating>
    </alliance-provider>
  `);

/** The person gives a degree and words, and is told who can see them. */
async function give(store: AllianceStore, audience: string): Promise<AllianceRating> {
  const widget = await seen('client', store);
  widget.audience = audience;
  const [first] = widget.questionnaire?.item ?? [];
  widget.answers = { [first?.linkId ?? '']: '3', open: WORDS };
  await widget.updateComplete;
  await widget.submit();
  return widget;
}

const tokensIn = (response: QuestionnaireResponse | undefined) =>
  response?.extension?.filter(({ url }) => url === TOLD).map(({ valueCode }) => valueCode);

/** All that is in the document of a widget: its own tree and its light one, with attributes, and what is announced. */
const domOf = (widget: AllianceRating): string =>
  [widget.outerHTML, widget.shadowRoot!.innerHTML, document.body.innerText].join('\n');

/** All that scripts can read of a widget. */
const propertiesOf = (widget: AllianceRating): string => {
  const { answers, declined, unknown, response, value, scores, problems, validationMessage } = widget;
  return JSON.stringify({ answers, declined, unknown, response, value, scores, problems, validationMessage });
};

/** What assistive technology is given of the page. WebKit tells names of single controls only, and no text. */
async function expectHeard(sign: string, isSeen: boolean): Promise<void> {
  if ((await engine()) === 'webkit') return;
  const tree = await until(async () => {
    const made = await accessibilityTree();
    return made.includes(sign) && made;
  }, 'the accessibility tree');
  expect(tree.includes(WORDS), 'accessible tree').to.equal(isSeen);
}

/** Who sees what told whom; `where` the response comes from. */
const table: readonly (readonly [told: string, viewer: Viewer, isSeen: boolean])[] = [
  ['', 'client', true],
  ['', 'therapist', true],
  ['', 'supervisor', true],
  ['therapist', 'client', true],
  ['therapist', 'therapist', true],
  ['therapist', 'supervisor', false],
  ['team', 'client', true],
  ['team', 'therapist', true],
  ['team', 'supervisor', false],
  ['supervisor', 'client', true],
  ['supervisor', 'therapist', false],
  ['supervisor', 'supervisor', true],
  ['therapist supervisor', 'client', true],
  ['therapist supervisor', 'therapist', true],
  ['therapist supervisor', 'supervisor', true],
];

describe('alliance-rating: what the person was told', () => {
  for (const [told, viewer, isSeen] of table) {
    for (const source of ['store', 'page'] as const) {
      it(`"${told}", for a ${viewer}, from the ${source}: ${isSeen ? 'shown' : 'nowhere'}`, async () => {
        const store = createMemoryStore();
        const writer = await give(store, told);
        const { response } = writer;
        expect(tokensIn(response)).to.deep.equal(told === '' ? [] : told.split(' '));
        writer.closest('alliance-provider')!.remove();
        const events = eventsOf(document);
        const widget = await (source === 'store' ? seen(viewer, store) : seen(viewer, undefined, response));
        const sign = isSeen ? WORDS : NOT_SHARED;
        await until(() => textOf(widget).includes(sign), sign);
        expect(domOf(widget).includes(WORDS), 'DOM').to.equal(isSeen);
        expect(domOf(widget).includes(NOT_SHARED), 'DOM').to.equal(!isSeen);
        await expectHeard(sign, isSeen);
        expect(propertiesOf(widget).includes(WORDS), 'properties').to.equal(isSeen);
        if (!isSeen) {
          expect(widget.answers).to.deep.equal({});
          expect(widget.response).to.equal(undefined);
          expect(widget.scores).to.include({ answered: 0 });
          expect(widget.shadowRoot!.querySelector('dl, aside'), 'no hint of how much').to.equal(null);
          expect(widget.matches(':state(answered)')).to.equal(false);
        }
        if (viewer !== 'client') {
          await widget.submit();
          expect(
            events.map(({ type }) => type),
            'events',
          ).to.deep.equal([]);
        }
      });
    }
  }

  it('hides what is not shared any more while somebody looks, and shows it again', async () => {
    const store = createMemoryStore();
    const writer = await give(store, 'therapist');
    const reader = await seen('therapist', store);
    await until(() => textOf(reader).includes(WORDS));
    for (const [audience, sign] of [
      ['supervisor', NOT_SHARED],
      ['team', WORDS],
    ] as const) {
      writer.audience = audience;
      await writer.updateComplete;
      await writer.submit();
      await until(() => textOf(reader).includes(sign), sign);
      expect(domOf(reader).includes(WORDS)).to.equal(sign === WORDS);
      expect(propertiesOf(reader).includes(WORDS)).to.equal(sign === WORDS);
    }
  });

  it('is what the scores tell, too', async () => {
    const store = createMemoryStore();
    await give(store, 'therapist');
    const [score] = await store.search('Observation', { subject: SUBJECT });
    expect(tokensIn(score as never)).to.deep.equal(['therapist']);
  });
});

describe('alliance-rating: who will see it', () => {
  it('says with every audience, and with words of the page, that nobody reads it right away', async () => {
    for (const words of [html``, html`<span slot="privacy">Only Dr Okafor reads this.</span>`]) {
      for (const audience of ['', 'therapist']) {
        const widget = await rating(html`<alliance-rating audience=${audience}>${words}</alliance-rating>`);
        expect(textOf(widget)).to.contain(
          'Nobody reads this right away. If you need help now, call your local emergency number.',
        );
      }
    }
  });

  it('tells of a token that it does not know, once, and tells nobody of it', async () => {
    const warned: unknown[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => void warned.push(words.join(' '));
    try {
      const widget = await rating(html`<alliance-rating audience="therapist janitor"></alliance-rating>`);
      await rating(html`<alliance-rating audience="janitor"></alliance-rating>`);
      expect(widget.problems).to.deep.equal([{ reason: 'unknown-audience', value: 'janitor' }]);
      widget.answers = { open: WORDS };
      await widget.updateComplete;
      expect(tokensIn(widget.response)).to.deep.equal(['therapist']);
      expect(warned.filter((words) => String(words).includes('janitor'))).to.have.length(1);
      widget.audience = 'therapist';
      await widget.updateComplete;
      expect(widget.problems).to.deep.equal([]);
    } finally {
      console.warn = warn;
    }
  });

  it('says after taking back that somebody may have read it', async () => {
    const widget = await give(createMemoryStore(), 'therapist');
    await widget.updateComplete;
    byRole(widget, 'button', 'Take it back').click();
    await until(() =>
      textOf(widget).includes('You took your answers back. Someone may have read them already.'),
    );
  });
});
