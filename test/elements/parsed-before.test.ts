import { fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { AllianceProvider, AllianceStore, Resource } from '../../src/index.js';
import moment from '../fixtures/moment-with-answer.json';
import goal from '../fixtures/goal-proposed.json';
import { expectAllHeard } from '../suites/heard.js';
import { accessibilityTree, engine } from '../support/browser.js';
import { settled, storeWith } from '../support/care.js';
import { until } from '../support/until.js';

/*
 * Most pages are read before the script of the elements comes: then what a widget shows first may change in the same moment,
 * as soon as it has found its provider, its words and what is stored. What has changed has to be heard.
 */

type Attributes = Readonly<Record<string, string>>;

interface Start {
  readonly name: string;
  readonly tag: 'alliance-empathy' | 'alliance-goals' | 'alliance-rating';
  readonly widget?: Attributes;
  readonly provider?: Attributes;
  /** What is stored already. */
  readonly stored?: readonly Resource[];
  /** What the page itself puts into the widget. */
  readonly slotted?: string;
}

const therapist = { viewer: 'therapist', author: 'Practitioner/1', partner: 'Patient/1' };
const goals = [goal] as readonly unknown[] as readonly Resource[];
const moments = moment as readonly unknown[] as readonly Resource[];
const own = '<p slot="privacy">Only Dr. Lee reads this.</p><a slot="crisis" href="tel:112">Call 112.</a>';

const ofEach = (['alliance-rating', 'alliance-goals', 'alliance-empathy'] as const).flatMap(
  (tag): readonly Start[] => [
    { name: 'nothing stored', tag },
    { name: 'easy', tag, widget: { support: 'easy' } },
    { name: 'another language', tag, provider: { locale: 'es' } },
    { name: 'words of the page', tag, slotted: own },
    { name: 'a therapist', tag, provider: therapist },
  ],
);

const starts: readonly Start[] = [
  ...ofEach,
  { name: 'a goal', tag: 'alliance-goals', stored: goals },
  { name: 'a goal, before a therapist', tag: 'alliance-goals', stored: goals, provider: therapist },
  { name: 'a moment', tag: 'alliance-empathy', stored: moments },
  { name: 'a moment, before a therapist', tag: 'alliance-empathy', stored: moments, provider: therapist },
  { name: 'a few questions', tag: 'alliance-empathy', widget: { mode: 'quick' } },
];

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');

/** What a browser reads of such a page. */
function pageOf({ tag, widget = {}, provider = {}, slotted = '' }: Start): string {
  const care = {
    ...{ subject: 'Patient/1', author: 'Patient/1', partner: 'Practitioner/1', encounter: 'Encounter/1' },
    ...{ audience: 'therapist', ...provider },
  };
  return `<!doctype html>
    <html lang="en">
      <head><title>A page that was read before the script came</title></head>
      <body>
        <alliance-provider ${written(care)}><${tag} ${written(widget)}>${slotted}</${tag}></alliance-provider>
      </body>
    </html>`;
}

/** The provider and the widget of a page that has its tree before the script comes. */
async function read(
  start: Start,
  store: AllianceStore,
): Promise<{ provider: AllianceProvider; widget: LitElement }> {
  const frame = await fixture<HTMLIFrameElement>(
    html`<iframe srcdoc=${pageOf(start)} width="700" height="700" title="A page"></iframe>`,
  );
  const page = await until(() => {
    const { contentDocument } = frame;
    return contentDocument?.querySelector(start.tag) && contentDocument;
  }, 'the page is read');
  const provider = page.querySelector('alliance-provider')!;
  const widget = page.querySelector<LitElement>(start.tag)!;
  provider.store = store;
  await accessibilityTree();

  const script = page.createElement('script');
  Object.assign(script, { type: 'module', src: '/src/define.ts' });
  page.head.append(script);
  await until(() => widget.shadowRoot?.querySelector('h2'), 'it is drawn');
  await settled(widget);
  return { provider, widget };
}

describe('a page that was read before the script came', () => {
  for (const start of starts) {
    it(`has all that is visible in its accessible tree: ${start.tag}, ${start.name}`, async function () {
      if ((await engine()) === 'webkit') this.skip(); // its driver tells of single elements only
      const { provider, widget } = await read(start, await storeWith(...(start.stored ?? [])));
      await expectAllHeard(widget);
      provider.audience = 'team supervisor';
      await expectAllHeard(widget);
    });
  }
});
