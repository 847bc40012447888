import { expect, fixtureCleanup, html } from '@open-wc/testing';
import type { Goal } from 'fhir/r4.js';
import type { LitElement, TemplateResult } from 'lit';
import type { AllianceStore, Resource, Viewer } from '../../../src/index.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { StoreError } from '../../../src/store/store-error.js';
import { about } from '../../support/about.js';
import { click, fill, skipTo } from '../../support/acting.js';
import { CLIENT, shown, THERAPIST, widgetIn } from '../../support/care.js';
import { momentWire } from '../../support/empathy.js';
import { goalWire } from '../../support/goals.js';
import { allByRole, nameOf, option, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

/*
 * What a server will not take, with outbox="device": it is on the screen with "Try again", also after a reload, in every
 * widget, and is sent once.
 */

interface Case {
  readonly tag: 'alliance-rating' | 'alliance-goals' | 'alliance-empathy';
  readonly widget: TemplateResult;
  readonly viewer?: Viewer;
  /** What is stored before. */
  readonly before?: Resource;
  /** What the person says, found again on the screen. */
  readonly act: (widget: LitElement) => Promise<void>;
  readonly words?: string;
  /** Type of what is sent, and how many the server holds of it at the end. */
  readonly sent: readonly [type: string, count: number];
}

const cases: Readonly<Record<string, Case>> = {
  'the answers of a rating': {
    tag: 'alliance-rating',
    widget: html`<alliance-rating></alliance-rating>`,
    act: async (widget) => {
      option(widget, about.person, /Half/).click();
      await click(widget, 'Send');
    },
    sent: ['QuestionnaireResponse', 1],
  },
  'a new goal': {
    tag: 'alliance-goals',
    widget: html`<alliance-goals></alliance-goals>`,
    act: async (widget) => {
      await click(widget, 'Add a goal');
      await fill(widget, 'Dance at the wedding');
      await skipTo(widget, 'Propose to my');
      await click(widget, 'Propose to my');
    },
    words: 'Dance at the wedding',
    sent: ['Goal', 1],
  },
  'a yes to a goal': {
    tag: 'alliance-goals',
    widget: html`<alliance-goals></alliance-goals>`,
    before: goalWire(
      { state: 'proposed', accepted: { client: 'pending', therapist: 'agree' } },
      'g1',
      'therapist',
    ),
    act: (widget) => click(widget, 'Yes, this is right'),
    words: 'Walk to the bakery',
    sent: ['Goal', 1],
  },
  'where a goal is now': {
    tag: 'alliance-goals',
    widget: html`<alliance-goals></alliance-goals>`,
    before: goalWire({}),
    act: async (widget) => {
      await click(widget, 'Say where it is now');
      const radio = await until(() =>
        allByRole(widget, 'radio').find((one) => nameOf(one).includes('What is hoped for')),
      );
      radio.click();
      await skipTo(widget, 'Save');
      await click(widget, 'Save');
    },
    sent: ['Observation', 1],
  },
  'a moment': {
    tag: 'alliance-empathy',
    widget: html`<alliance-empathy></alliance-empathy>`,
    act: async (widget) => {
      await click(widget, 'Something was missed');
      await click(widget, 'Skip this');
      option(widget, 'Who may see it, and when?', /now/).click();
      await widget.updateComplete;
      await skipTo(widget, 'Send to my therapist');
      await click(widget, 'Send to my therapist');
    },
    sent: ['Communication', 1],
  },
  'an answer to a moment': {
    tag: 'alliance-empathy',
    viewer: 'therapist',
    widget: html`<alliance-empathy></alliance-empathy>`,
    before: momentWire(),
    act: async (widget) => {
      await click(widget, 'Answer');
      await fill(widget, 'We will go slower.');
      await skipTo(widget, 'Send my answer');
      await click(widget, 'Send my answer');
    },
    words: 'We will go slower.',
    sent: ['Communication', 2],
  },
};

/** A page of a person on a device, over a server that takes nothing until it is well; `open` loads it anew. */
async function pageOf(what: string, { tag, widget, viewer = 'client', before }: Omit<Case, 'act' | 'sent'>) {
  // Its own: the pages of another test may deliver still
  const partition = `refused: ${what}`;
  const { queue } = openDevice(partition);
  await queue.clear();
  const inner = createMemoryStore();
  if (before) await inner.save(before);
  const server = { isWell: false };
  const open = async (): Promise<LitElement> => {
    fixtureCleanup();
    const store: AllianceStore = {
      ...inner,
      save: (...args) =>
        server.isWell ? inner.save(...args) : Promise.reject(new StoreError('refused', 'not that')),
    };
    return widgetIn(
      tag,
      html`<alliance-provider
        .store=${store}
        outbox="device"
        partition=${partition}
        viewer=${viewer}
        subject=${CLIENT}
        author=${viewer === 'client' ? CLIENT : THERAPIST}
        partner=${viewer === 'client' ? THERAPIST : CLIENT}
        encounter="Encounter/1"
        audience="therapist"
        >${widget}</alliance-provider
      >`,
    );
  };
  return { queue, inner, server, open };
}

for (const [what, { act, words, sent, ...shows }] of Object.entries(cases)) {
  it(`${what}: what is refused stays on the screen over a reload, and is sent once`, async () => {
    const { queue, inner, server, open } = await pageOf(what, shows);
    const first = await open();
    await act(first);
    await shown(first, 'It could not be delivered.');

    const second = await open();
    await shown(second, 'It could not be delivered.');
    if (words !== undefined) expect(textOf(second)).to.contain(words);
    expect(textOf(second), 'nothing is said to be sent').to.not.match(/Sent \d/);

    server.isWell = true;
    await click(second, 'Try again');
    await until(async () => (await queue.all()).length === 0, 'nothing waits any more');
    await until(() => !textOf(second).includes('It could not be delivered.'), 'no failure any more');
    const [type, count] = sent;
    expect(await inner.search(type, {})).to.have.length(count);
  });
}

it('a yes to a goal stays to be sent again, whatever the other side writes meanwhile', async () => {
  const { act, ...shows } = cases['a yes to a goal']!;
  const { queue, inner, server, open } = await pageOf('meanwhile', shows);
  const first = await open();
  await act(first);
  await shown(first, 'It could not be delivered.');
  const widget = await open();
  await shown(widget, 'It could not be delivered.');
  const held = async () => (await inner.search('Goal', {}))[0] as Goal;
  const before = await held();
  const note = [{ text: 'We can go together', authorReference: { reference: THERAPIST } }];
  await inner.save({ ...before, note } as Resource, before);
  await widget.updateComplete;
  expect(textOf(widget)).to.contain('It could not be delivered.');

  server.isWell = true;
  await click(widget, 'Try again');
  await until(async () => (await queue.all()).length === 0, 'nothing waits any more');
  expect((await held()).lifecycleStatus).to.equal('active');
  expect((await held()).note).to.have.length(1);
});
