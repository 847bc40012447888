import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';
import '../../src/define.js';
import type { AllianceStore, Resource, Viewer } from '../../src/index.js';
import { CLIENT, eventsOf, inCare, settled, shown } from '../support/care.js';
import { momentWire, threadOn } from '../support/empathy.js';
import { goalWire, hangingOn } from '../support/goals.js';
import { answers, provenance, score } from '../support/resources.js';
import { click, fill, skipTo } from '../support/acting.js';
import { byRole, option, textOf } from '../support/screen.js';
import { BASE, bundle } from '../support/scripted-server.js';
import { about } from '../support/about.js';

/*
 * A server, or a portal's store, that answers whatever is asked with what is another person's: none of it reaches a
 * screen, a property, an event, the console or a write.
 */

const THEIRS = 'Theirs alone';

/** The same resource of another person, as a server holds it. */
const anothers = (resource: Resource): Resource => {
  const text = JSON.stringify(resource).replaceAll(`"${CLIENT}"`, '"Patient/2"');
  return { ...(JSON.parse(text) as Resource), id: 'theirs', meta: { versionId: '7' } };
};

const missed = momentWire({ words: THEIRS });
const walk = goalWire({ text: THEIRS });
const theirs: readonly Resource[] = [
  anothers({
    ...answers('a'),
    questionnaire: 'https://alliance-elements.org/fhir/Questionnaire/session-alliance|1.0.0',
    encounter: { reference: 'Encounter/1' },
    author: { reference: CLIENT },
    item: [{ linkId: 'open', answer: [{ valueString: THEIRS }] }],
  } as Resource),
  anothers(score('a', 99)),
  ...[walk, ...hangingOn(walk), missed, ...threadOn(missed, 'read', { reply: THEIRS })].map(anothers),
  anothers(provenance('Goal', 'g1')),
];
const ofType = (type: string): readonly Resource[] => theirs.filter((one) => one.resourceType === type);

interface Wrong {
  /** In the attributes and properties of a provider. */
  readonly store: AllianceStore | undefined;
  readonly fetch: typeof fetch | undefined;
  /** All that was to be written: what is asked of a server, or of a store. */
  readonly writes: readonly { readonly resource: Resource; readonly over: string }[];
}

function wrongServer(): Wrong {
  const writes: { resource: Resource; over: string }[] = [];
  const answer = (url: URL, init: RequestInit | undefined): Response => {
    const [type = '', id, history] = url.pathname.replace(`${new URL(BASE).pathname}/`, '').split('/');
    const found = ofType(type);
    if (typeof init?.body === 'string') {
      const resource = JSON.parse(init.body) as Resource;
      writes.push({ resource, over: id ?? '' });
      const location = `${BASE}/${type}/${found[0]?.id ?? 'x'}`;
      return new Response(null, { status: 201, headers: { Location: location } });
    }
    const held = id !== undefined && history === undefined ? found[0] : bundle(found);
    return new Response(JSON.stringify(held), { status: held ? 200 : 404 });
  };
  return {
    store: undefined,
    fetch: (input, init) =>
      Promise.resolve(answer(new URL(input instanceof Request ? input.url : input), init)),
    writes,
  };
}

function wrongStore(): Wrong {
  const writes: { resource: Resource; over: string }[] = [];
  const store: AllianceStore = {
    read: (type) => Promise.resolve(ofType(type)[0]),
    search: (type) => Promise.resolve([...ofType(type)]),
    history: (type) => Promise.resolve([...ofType(type)]),
    save(resource, base) {
      writes.push({ resource, over: base?.id ?? '' });
      const [held = resource] = ofType(resource.resourceType);
      return Promise.resolve(base ? { conflict: held } : { saved: held });
    },
    watch(type, _params, onChange) {
      for (const saved of ofType(type)) queueMicrotask(() => onChange({ saved }));
      return () => undefined;
    },
    clear: () => Promise.resolve(),
  };
  return { store, fetch: undefined, writes };
}

const widgets: Readonly<Record<string, TemplateResult>> = {
  'alliance-rating': html`<alliance-rating></alliance-rating>`,
  'alliance-goals': html`<alliance-goals></alliance-goals>`,
  'alliance-empathy': html`<alliance-empathy pairs></alliance-empathy>`,
};

/** What a person gives in each widget; every page says so in the end, or why not. */
const acts: Readonly<Record<string, (widget: LitElement) => Promise<void>>> = {
  async 'alliance-rating'(widget) {
    option(widget, about.person, /Mostly/).click();
    await widget.updateComplete;
    byRole(widget, 'button', 'Send').click();
  },
  async 'alliance-goals'(widget) {
    await click(widget, 'Add a goal');
    await fill(widget, 'Walk to the shop');
    await click(widget, 'Next');
    await skipTo(widget, 'Propose to my');
    await click(widget, 'Propose to my');
  },
  async 'alliance-empathy'(widget) {
    await click(widget, 'Something felt right');
    await skipTo(widget, 'Next');
    option(widget, 'Who may see it, and when?', /My therapist now/).click();
    await skipTo(widget, 'Send');
    await click(widget, 'Send');
  },
};

/** Everything of a page that somebody could read. */
function everythingOf(widget: LitElement, seen: readonly { readonly event: Event }[]): string {
  const properties = [
    'answers',
    'response',
    'scores',
    'value',
    'resources',
    'goals',
    'moments',
    'attainment',
  ];
  const values = properties.map((name) => (widget as unknown as Record<string, unknown>)[name]);
  const fields = [...(widget.shadowRoot?.querySelectorAll('textarea, input') ?? [])];
  return JSON.stringify([
    ...values,
    ...fields.map((field) => (field as HTMLInputElement).value),
    ...seen.map(({ event }) => Object.entries(event)),
    textOf(widget),
    document.querySelector('[data-alliance-announcer]')?.textContent,
  ]);
}

for (const [name, make] of Object.entries({ 'a server': wrongServer, 'a store of a portal': wrongStore }))
  describe(`${name} that gives what is another person’s`, () => {
    for (const [tag, template] of Object.entries(widgets))
      for (const viewer of ['client', 'therapist'] satisfies Viewer[])
        it(`is not believed by <${tag}> of a ${viewer}`, async () => {
          const { store, fetch, writes } = make();
          const said: string[] = [];
          const { warn, error } = console;
          console.warn = console.error = (...words: unknown[]) => void said.push(words.join(' '));
          try {
            const provider = await fixture(inCare(store, template, viewer));
            if (fetch) Object.assign(provider, { storage: 'fhir', fhirBase: BASE, fetch });
            const widget = provider.querySelector<LitElement>(tag)!;
            await settled(widget);
            const seen = eventsOf(window);
            const mayGive = viewer === 'client' || tag === 'alliance-goals';
            if (mayGive) {
              await acts[tag]!(widget);
              await shown(widget, 'could not be');
            }
            expect(everythingOf(widget, seen)).to.not.contain(THEIRS).and.not.contain('Patient/2');
            expect(said.join('\n')).to.not.contain(THEIRS);
            expect(writes.map(({ over }) => over).filter((over) => over === 'theirs')).to.deep.equal([]);
            expect(JSON.stringify(writes)).to.not.contain('Patient/2').and.not.contain(THEIRS);
            if (mayGive) expect(writes, 'something is tried').to.not.deep.equal([]);
          } finally {
            Object.assign(console, { warn, error });
          }
        });
  });
