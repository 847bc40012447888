import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import type { AllianceEmpathy, AllianceStore, Resource, Viewer } from '../../../src/index.js';
import type { Moment } from '../../../src/domain/empathy/moment.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { elementContract, type ElementState } from '../../suites/element.js';
import { shown, storeWith } from '../../support/care.js';
import { click, empathy, fill, inCare, momentWire, threadOn } from '../../support/empathy.js';
import { option, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

type Said = Parameters<typeof threadOn>[1];

/** The widget over a store with one moment and what was said to it. */
const over =
  (part: Partial<Moment>, said: readonly Said[] = [], viewer: Viewer = 'client', widget?: TemplateResult) =>
  async (): Promise<AllianceEmpathy> => {
    const moment = momentWire(part);
    return empathy(inCare(await storeWith(moment, ...threadOn(moment, ...said)), viewer, widget));
  };

/** Goes to one of the screens on which a moment is told: 0 what it was about, 1 who sees it, 2 the words, 3 what would help. */
async function telling(screen: number, store: AllianceStore = createMemoryStore()): Promise<AllianceEmpathy> {
  const widget = await empathy(inCare(store));
  await click(widget, 'Something was missed');
  await until(() => textOf(widget).includes('What was it about?'), 'the first screen');
  for (let step = 0; step < screen; step += 1) {
    if (step === 1) option(widget, 'Who may see it, and when?', /^My therapist now/).click();
    await widget.updateComplete;
    await click(widget, step === 1 ? 'Next' : 'Skip this');
  }
  return widget;
}

function refusing(): AllianceStore {
  const fail = (): Promise<never> =>
    Promise.reject(Object.assign(new Error('Not taken.'), { reason: 'refused' }));
  return Object.assign(Object.create(createMemoryStore()) as AllianceStore, { save: fail, saveAll: fail });
}

const reply = { reply: 'Next time I will wait.' } as const;

const states: readonly ElementState[] = [
  { name: 'none', show: () => empathy(inCare(createMemoryStore())) },
  { name: 'alone on a page', show: () => empathy() },
  { name: 'sent', show: over({}) },
  { name: 'read', show: over({}, ['read']) },
  { name: 'answered', show: over({}, ['read', reply]) },
  { name: 'not yet better', show: over({}, ['read', reply, 'not-yet']) },
  { name: 'better', show: over({}, ['read', reply, 'better']) },
  { name: 'for next time', show: over({ visibility: 'next' }) },
  ...[0, 1, 2, 3, 4].map((screen) => ({
    name: `telling, screen ${String(screen + 1)}`,
    show: () => telling(screen),
  })),
  {
    name: 'confirming',
    show: async () => {
      const widget = await over({}, ['read', reply])();
      await click(widget, 'Not yet');
      await shown(widget, 'What is still missing?');
      return widget;
    },
  },
  {
    name: 'refused',
    show: async () => {
      const widget = await telling(4, refusing());
      await click(widget, 'Send to my therapist');
      await shown(widget, 'There is a problem');
      return widget;
    },
  },
  { name: 'a therapist', show: over({}, [], 'therapist') },
  { name: 'a therapist before the next session', show: over({ visibility: 'next' }, ['read'], 'therapist') },
  {
    name: 'a therapist who answers',
    show: async () => {
      const widget = await over({}, ['read'], 'therapist')();
      await click(widget, 'Answer');
      await fill(widget, 'I understand.');
      return widget;
    },
  },
  { name: 'a supervisor who was not told of', show: over({}, ['read'], 'supervisor') },
  {
    name: 'noting',
    show: async () => {
      const page = html`<alliance-empathy mode="moment"></alliance-empathy>`;
      const widget = await empathy(inCare(createMemoryStore(), 'client', page));
      await click(widget, 'Something was missed');
      await shown(widget, 'Not sent');
      return widget;
    },
  },
  {
    name: 'easy',
    show: over({}, ['read', reply], 'client', html`<alliance-empathy support="easy"></alliance-empathy>`),
  },
  {
    name: 'Arabic',
    show: async () => {
      const page = html`<alliance-empathy locale="ar"></alliance-empathy>`;
      const widget = await over({}, ['read', reply], 'client', page)();
      await shown(widget, 'كيف كان الحديث');
      return widget;
    },
  },
];

elementContract('alliance-empathy', states);

describe('where a moment stands, in words', () => {
  const cases: readonly (readonly [string, readonly Said[], string, string])[] = [
    ['sent', [], 'Sent, not read yet', 'New for you'],
    ['read', ['read'], 'Your therapist has read it', 'You have read this'],
    ['answered', ['read', reply], 'Your therapist answered', 'You answered'],
    ['not-yet', ['read', reply, 'not-yet'], 'You said: not yet.', 'Your client says: not yet.'],
  ];
  for (const [state, said, client, therapist] of cases) {
    it(`tells both sides: ${state}`, async () => {
      for (const [viewer, words] of [
        ['client', client],
        ['therapist', therapist],
      ] as const) {
        const widget = await over({}, said, viewer)();
        await shown(widget, words);
        expect(widget.moments[0]?.state, viewer).to.equal(state);
      }
    });
  }

  it('offers someone else in the words of the page once, below all that is not yet better', async () => {
    const moments = ['m1', 'm2'].map((id) => momentWire({}, id));
    const threads = moments.flatMap((moment) => threadOn(moment, 'read', reply, 'not-yet'));
    const page = html`<alliance-empathy><span slot="someone-else">the front desk</span></alliance-empathy>`;
    const widget = await empathy(inCare(await storeWith(...moments, ...threads), 'client', page));
    await shown(widget, 'You said: not yet.');
    expect(textOf(widget).split('You can also turn to someone else:')).to.have.length(2);
    const { top, height } = widget.querySelector('span')!.getBoundingClientRect();
    const said = [...widget.shadowRoot!.querySelectorAll('h4')];
    expect(said).to.have.length(2);
    expect(height).to.be.above(0);
    expect(top).to.be.at.least(Math.max(...said.map((one) => one.getBoundingClientRect().bottom)));
  });

  it('never says of what waits that it was sent', async () => {
    const away = Object.assign(Object.create(createMemoryStore()) as AllianceStore, {
      save: () => Promise.reject(Object.assign(new Error('Away.'), { reason: 'offline' })),
      saveAll: undefined,
    });
    const widget = await telling(4, away);
    await click(widget, 'Send to my therapist');
    await shown(widget, 'Something is waiting to be sent.');
    expect(textOf(widget)).not.to.match(/\bSent\b/);
  });

  it('shows what another system answered, and no thread that was begun elsewhere', async () => {
    const moment = { ...momentWire(), id: 'm1' };
    const foreign = {
      ...{ resourceType: 'Communication', id: 'f1', status: 'completed', sent: '2026-11-21T08:00:00Z' },
      ...{ subject: { reference: 'Patient/1' }, sender: { reference: 'Practitioner/1' } },
      inResponseTo: [{ reference: 'Communication/m1' }],
      payload: [{ contentString: 'From another program' }],
    };
    const apart = { ...foreign, id: 'f2', inResponseTo: [{ reference: 'Communication/elsewhere' }] };
    const other = { ...apart, payload: [{ contentString: 'Another thread' }] };
    const page = html`<alliance-empathy
      .resources=${[moment, foreign, other] as Resource[]}
    ></alliance-empathy>`;
    const widget = await empathy(inCare(createMemoryStore(), 'client', page));
    await shown(widget, 'From another program');
    expect(textOf(widget)).not.to.contain('Another thread');
    expect(widget.moments.map(({ state }) => state)).to.deep.equal(['answered']);
  });
});
