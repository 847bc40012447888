import { expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { addLanguage, type AllianceRating, type AllianceStore, type Questionnaire } from '../../src/index.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { HeldStore } from '../support/care.js';
import { rating } from '../support/rating.js';
import { PSEUDO_LANGUAGE, pseudoText, pseudoWords } from '../support/pseudo-language.js';
import { byRole } from '../support/screen.js';
import { until } from '../support/until.js';

/** Words that no translation could reach: of ours, in the pseudo-language, each has a letter with an accent. */
const PLAIN = /(?<!\p{L})[A-Za-z]{2,}(?!\p{L})/gu;

/** What `Intl` writes, in English for our pseudo-language: its own name, days with times, halves of a day, lists. */
const WRITTEN_BY_INTL = /English \(Pseudo-Accents\)|\p{L}+ \d+, \d{4} at|\b[AP]M\b|(?<=, )and(?= )/gu;

const NAMES = ['aria-label', 'aria-valuetext', 'aria-description', 'placeholder', 'title', 'alt'];

/** Everything that the widget says: its text, shown or not, its names, and what it lets a screen reader say. */
function saidBy(widget: AllianceRating): string[] {
  const root = widget.shadowRoot!;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '');
  const named = [...root.querySelectorAll('*')];
  return [
    ...texts,
    ...named.flatMap((element) => NAMES.map((name) => element.getAttribute(name) ?? '')),
    document.querySelector('[data-alliance-announcer]')?.textContent ?? '',
    widget.validationMessage,
  ].filter((text) => text.trim() !== '');
}

const button = (widget: AllianceRating, english: string): HTMLElement =>
  byRole(widget, 'button', pseudoText(english));

async function press(widget: AllianceRating, english: string): Promise<void> {
  button(widget, english).click();
  await widget.updateComplete;
}

const shows = (widget: AllianceRating, english: string): Promise<unknown> =>
  until(() => saidBy(widget).some((text) => text.includes(pseudoText(english))), english);

const cared = (
  store: AllianceStore,
  { viewer = 'client', inner = html`<alliance-rating></alliance-rating>` } = {},
): Promise<AllianceRating> =>
  rating(html`
    <alliance-provider
      .store=${store}
      locale=${PSEUDO_LANGUAGE}
      viewer=${viewer}
      subject="Patient/1"
      author="Patient/1"
      encounter="Encounter/1"
      audience="therapist team supervisor"
    >
      ${inner}
    </alliance-provider>
  `);

async function given(widget: AllianceRating, degree = '1'): Promise<AllianceRating> {
  widget.answers = { person: degree, 'same-goal': '4' };
  await widget.submit();
  return widget;
}

const failing = (reason: string): AllianceStore => {
  const store = new HeldStore();
  store.answer = () => Promise.reject(Object.assign(new Error(reason), { reason }));
  return store;
};

const asked: Questionnaire = {
  resourceType: 'Questionnaire',
  status: 'active',
  item: (
    [
      'boolean',
      'integer',
      'decimal',
      'date',
      'dateTime',
      'time',
      'string',
      'text',
      'url',
      'quantity',
      'attachment',
    ] as const
  ).map((type, index) => ({ linkId: String(index), text: `${index + 1}`, type, required: index % 2 === 0 })),
};

const alone = (inner: TemplateResult): Promise<AllianceRating> =>
  rating(html`<div lang=${PSEUDO_LANGUAGE}>${inner}</div>`);

/** How to come to each state. */
const states: Readonly<Record<string, () => Promise<AllianceRating>>> = {
  'with nothing answered': () => cared(new HeldStore()),
  'without a provider': () => alone(html`<alliance-rating></alliance-rating>`),
  'with every kind of question': () =>
    alone(html`<alliance-rating .questionnaire=${asked}></alliance-rating>`),
  'with a Questionnaire that is none': () =>
    alone(html`<alliance-rating .questionnaire=${{ resourceType: 'Patient' }}></alliance-rating>`),
  'one question at a time': async () => {
    const widget = await alone(html`<alliance-rating support="easy" read-aloud></alliance-rating>`);
    await press(widget, 'Next');
    return widget;
  },
  'on the page of all answers': async () => {
    const widget = await alone(html`
      <alliance-rating pace="one" instrument="session-alliance-brief"></alliance-rating>
    `);
    for (let step = 0; step < 3; step += 1) await press(widget, 'Next');
    await shows(widget, 'Check your answers');
    return widget;
  },
  'sent without an answer': async () => {
    const widget = await cared(new HeldStore());
    await press(widget, 'Send');
    await shows(widget, 'There is a problem');
    return widget;
  },
  'sent with answers missing': async () => {
    const widget = await cared(new HeldStore(), {
      inner: html`<alliance-rating required></alliance-rating>`,
    });
    await given(widget);
    await shows(widget, 'There is a problem');
    return widget;
  },
  sent: async () => given(await cared(createMemoryStore())),
  'taken back': async () => {
    const widget = await given(await cared(createMemoryStore()));
    await press(widget, 'Take it back');
    await shows(widget, 'You took it back');
    return widget;
  },
  waiting: async () => {
    const store = new HeldStore();
    store.answer = ({ resource }) => Promise.resolve({ queued: resource });
    return given(await cared(store));
  },
  'in conflict': async () => {
    const store = createMemoryStore();
    const [here, there] = [await cared(store), await cared(store)];
    await given(there, '4');
    await given(here, '2');
    return here;
  },
  'for a therapist before there are answers': () => cared(createMemoryStore(), { viewer: 'therapist' }),
  'for a therapist': async () => {
    const store = createMemoryStore();
    const widget = await given(await cared(store));
    await shows(widget, 'Thank you');
    return cared(store, { viewer: 'therapist' });
  },
  ...Object.fromEntries(
    [
      'refused',
      'full',
      'unavailable',
      'blocked',
      'offline',
      'unauthorized',
      'expired',
      'held',
      'invalid',
    ].map((reason) => [`failed: ${reason}`, async () => given(await cared(failing(reason)))]),
  ),
};

describe('no text of the rating is written into its code', () => {
  before(() => addLanguage(PSEUDO_LANGUAGE, pseudoWords(), { status: 'machine-draft' }));

  it('which would be found', () => {
    expect('Šéñd it ñöw'.match(PLAIN)).to.deep.equal(['it']);
    expect(`${pseudoText('Sent 10:45')} AM`.replace(WRITTEN_BY_INTL, '').match(PLAIN)).to.equal(null);
  });

  for (const [state, reach] of Object.entries(states)) {
    it(state, async () => {
      const widget = await reach();
      await widget.updateComplete;
      const said = saidBy(widget);
      expect(said).to.be.not.empty;
      const plain = said.flatMap((text) => text.replace(WRITTEN_BY_INTL, '').match(PLAIN) ?? []);
      expect(plain).to.deep.equal([]);
      expect(widget.shadowRoot!.querySelectorAll('[lang=en]').length).to.equal(0);
    });
  }
});
