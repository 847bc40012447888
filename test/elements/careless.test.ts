import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import fc from 'fast-check';
import type { LitElement } from 'lit';
import type { AllianceErrorEvent, AllianceRating, Resource, Viewer } from '../../src/index.js';
import { about } from '../support/about.js';
import { seeds, soak } from '../support/browser.js';
import { eventsOf, HeldStore, inCare, settled, widgetIn } from '../support/care.js';
import { careful, careless, oddTimes } from '../support/careless.js';
import { allByRole, byRole, option, textOf } from '../support/screen.js';
import { until } from '../support/until.js';

/*
 * What careless systems have stored, in front of each element as either side sees it.
 */

/** Gives what it was made with, whatever is asked for by subject, and takes everything. */
class Server extends HeldStore {
  constructor(private readonly held: readonly Resource[]) {
    super();
    this.search = (type) =>
      Promise.resolve(structuredClone(this.held.filter(({ resourceType }) => resourceType === type)));
  }
}

const draws = {
  'alliance-rating': html`<alliance-rating></alliance-rating>`,
  'alliance-goals': html`<alliance-goals></alliance-goals>`,
  'alliance-empathy': html`<alliance-empathy></alliance-empathy>`,
};
type Tag = keyof typeof draws;
const tags = Object.keys(draws) as Tag[];

const kept = (change: (resource: Record<string, unknown>) => void): readonly Resource[] => {
  const all = careful();
  for (const resource of all) change(resource as unknown as Record<string, unknown>);
  return all;
};

/** What no person should ever read. */
const untrue =
  /Invalid Date|NaN|undefined|\[object|null|, on \.|, \.|: \.|Something did not work|There are no answers yet/;

async function shownTo(viewer: Viewer, tag: Tag, all: readonly Resource[]): Promise<LitElement> {
  const widget = await widgetIn(tag, inCare(new Server(all), draws[tag], viewer));
  await settled(widget);
  return widget;
}

const reasonsIn = (seen: readonly { event: Event }[]): readonly string[] =>
  seen.flatMap(({ event }) => ('reason' in event ? (event as AllianceErrorEvent).reason : []));

describe('a time that nobody can read', () => {
  const places = [
    'authored',
    'sent',
    'effectiveDateTime',
    'authoredOn',
    'lastModified',
    'startDate',
    'statusDate',
  ];

  for (const at of oddTimes)
    it(`is no time in any sentence: ${JSON.stringify(at)}`, async () => {
      const all = kept((resource) => {
        for (const place of places) if (place in resource) resource[place] = at;
        resource['meta'] = { versionId: '1', lastUpdated: at };
        const { target, note } = resource as {
          target?: { dueDate?: unknown }[];
          note?: { time?: unknown }[];
        };
        for (const one of target ?? []) if ('dueDate' in one) one.dueDate = at;
        for (const one of note ?? []) one.time = at;
      });
      for (const viewer of ['client', 'therapist'] as const)
        for (const tag of tags) {
          const widget = await shownTo(viewer, tag, all);
          expect(textOf(widget), `${viewer} ${tag}`).not.to.match(untrue);
          if (tag === 'alliance-rating') expect(textOf(widget)).to.contain('Mostly');
          fixtureCleanup();
        }
    });

  it('is no time, and another one is: in the words of where answers are', async () => {
    const table = [
      ['yesterday', '25.11.2026', /Sent My therapist/],
      ['yesterday', '2026-11-20T10:00:00Z', /Sent My therapist/],
      ['2026-06-30T23:59:60Z', '25.11.2026', /Sent (June 30|July 1), 2026/],
    ] as const;
    for (const [lastUpdated, authored, words] of table) {
      const all = kept((resource) =>
        Object.assign(resource, { authored, meta: { versionId: '1', lastUpdated } }),
      );
      expect(textOf(await shownTo('client', 'alliance-rating', all))).to.match(words);
    }
  });

  it('does not keep a person from sending, nor is it written back as when they answered', async () => {
    for (const authored of ['25.11.2026', '2026-06-30T23:59:60Z', 5]) {
      const store = new Server(kept((resource) => Object.assign(resource, { authored })));
      const widget = await widgetIn('alliance-rating', inCare(store, draws['alliance-rating']));
      byRole(widget, 'button', 'Change my answers').click();
      await widget.updateComplete;
      option(widget, about.sameGoal, /Mostly/).click();
      await widget.updateComplete;
      byRole(widget, 'button', 'Send changes').click();
      await until(() => store.calls.length === 1, 'it is sent');
      const { authored: at } = store.calls[0]?.resource as { authored?: string };
      expect(at).to.match(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      fixtureCleanup();
    }
  });
});

describe('the newest of what was given', () => {
  it('comes after what tells no time', async () => {
    const [old] = kept((resource) => Object.assign(resource, { authored: 'yesterday' }));
    const store = new Server(old ? [old] : []);
    let tell: ((change: { saved: Resource }) => void) | undefined;
    store.watch = (type, _params, onChange) => {
      if (type === 'QuestionnaireResponse') tell = onChange;
      return () => undefined;
    };
    const widget = await widgetIn('alliance-rating', inCare(store, draws['alliance-rating'], 'therapist'));
    await until(() => textOf(widget).includes('A shorter talk.'), 'the older one');
    const newer = JSON.stringify({
      ...old,
      id: 'r2',
      identifier: { value: 'r2' },
      authored: '2026-11-21T10:00:00Z',
    });
    tell?.({ saved: JSON.parse(newer.replace('A shorter talk.', 'A longer talk.')) as Resource });
    await until(() => textOf(widget).includes('A longer talk.'), 'the newer one');
  });
});

describe('holes in what is stored', () => {
  const theirs = { url: 'https://other.example/extension', valueString: 'theirs' };
  const holes: readonly (readonly [name: string, change: object])[] = [
    ['extension: [null, theirs]', { extension: [null, theirs] }],
    ['extension: {}', { extension: {} }],
    ['meta.tag: [null]', { meta: { versionId: '1', tag: [null] } }],
    ['item: {}', { item: {} }],
    ['item: [null, {item: {}}]', { item: [null, { linkId: 'x', item: {} }, { item: [null] }] }],
    ['references that are none', { encounter: 'x', author: null, source: 5, performer: {}, sender: [] }],
    ['names that are none', { identifier: null, category: {}, reasonCode: 5, language: {} }],
    ['parts that are none', { payload: [null], note: {}, target: [null], component: 5, focus: null }],
  ];

  for (const [name, change] of holes)
    it(`${name}: shown to both sides, and sent`, async () => {
      const all = kept((resource) => Object.assign(resource, structuredClone(change)));
      for (const viewer of ['client', 'therapist'] as const)
        for (const tag of tags) {
          const widget = await shownTo(viewer, tag, all);
          expect(textOf(widget), `${viewer} ${tag}`).not.to.match(
            /Something did not work|\[object|undefined/,
          );
          fixtureCleanup();
        }
      const store = new Server(all);
      const widget = await widgetIn('alliance-rating', inCare(store, draws['alliance-rating']));
      await send(widget);
      await until(() => store.calls.length === 1, 'it is sent');
      if (name.includes('theirs'))
        expect(JSON.stringify(store.calls[0]?.resource), 'foreign parts are kept').to.contain('theirs');
    });

  /** Answers one question, whatever is on the screen, and sends. */
  async function send(widget: AllianceRating): Promise<void> {
    const change = allByRole(widget, 'button', 'Change my answers')[0];
    change?.click();
    await widget.updateComplete;
    option(widget, about.sameGoal, /Mostly/).click();
    await widget.updateComplete;
    await widget.submit();
  }
});

describe('anything that a server may store', () => {
  const COUNT = soak ? 5000 : 100;

  for (const seed of seeds(COUNT))
    it(`is shown to both sides, and answers are sent or it is said why not, with seed ${String(seed)}`, async () => {
      const [all = []] = fc.sample(careless, { seed, numRuns: 1 });
      const thrown: unknown[] = [];
      const onError = (event: ErrorEvent | PromiseRejectionEvent): void => {
        thrown.push('reason' in event ? event.reason : event.error);
      };
      globalThis.addEventListener('error', onError);
      globalThis.addEventListener('unhandledrejection', onError);
      try {
        for (const viewer of ['client', 'therapist'] as const) {
          const page = await fixture(inCare(new Server(all), html`${tags.map((tag) => draws[tag])}`, viewer));
          const seen = eventsOf(page);
          const widgets = tags.map((tag) => page.querySelector(tag)!);
          for (const widget of widgets) {
            await settled(widget);
            expect(textOf(widget).length, 'there are words').to.be.greaterThan(20);
            expect(textOf(widget)).not.to.match(/Invalid Date|NaN|\[object|Something did not work/);
          }
          const [rating] = widgets as [AllianceRating];
          if (viewer === 'client') {
            rating.answers = { trust: '2' };
            await rating.updateComplete;
            await rating.submit();
            await rating.updateComplete;
            const isSent = seen.some(({ type }) => type === 'alliance-saved');
            expect(
              isSent || /There is a problem|Nothing|other questions/.test(textOf(rating)),
              textOf(rating),
            ).to.equal(true);
          }
          expect(reasonsIn(seen)).not.to.include('internal');
          fixtureCleanup();
        }
        expect(thrown.map(String)).to.deep.equal([]);
      } finally {
        globalThis.removeEventListener('error', onError);
        globalThis.removeEventListener('unhandledrejection', onError);
      }
    });
});
