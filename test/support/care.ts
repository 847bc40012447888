import { fixture, html } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';
import '../../src/define.js';
import type { AllianceProvider, AllianceStore, Resource, SaveResult, Viewer } from '../../src/index.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { textOf } from './screen.js';
import { until } from './until.js';

/*
 * What the test of any element needs: one person's care, a store in the test's hand, and what the page hears.
 */

export const CLIENT = 'Patient/1';
export const THERAPIST = 'Practitioner/1';
const authors = { client: CLIENT, therapist: THERAPIST, supervisor: 'Practitioner/2' } as const;

/** A widget within a provider, as one of the people in the care of one client sees it. */
export const inCare = (
  store: AllianceStore | undefined,
  widget: TemplateResult,
  viewer: Viewer = 'client',
): TemplateResult => html`
  <alliance-provider
    .store=${store}
    viewer=${viewer}
    subject=${CLIENT}
    author=${authors[viewer]}
    partner=${viewer === 'client' ? THERAPIST : CLIENT}
    encounter="Encounter/1"
    audience="therapist"
  >
    ${widget}
  </alliance-provider>
`;

/** Renders a template and gives the one element of a tag in it, ready and in English. */
export async function widgetIn<Tag extends 'alliance-empathy' | 'alliance-goals' | 'alliance-rating'>(
  tag: Tag,
  template: TemplateResult,
): Promise<HTMLElementTagNameMap[Tag]> {
  const rendered = await fixture<HTMLElement>(template);
  const isIt = (one: Element): one is HTMLElementTagNameMap[Tag] => one.matches(tag);
  const widget = isIt(rendered) ? rendered : rendered.querySelector(tag);
  if (!widget) throw new Error(`There is no <${tag}> in what was rendered.`);
  await settled(widget);
  return widget;
}

/** Waits until the widget has looked for what is stored and is drawn. */
export async function settled(widget: LitElement): Promise<void> {
  await widget.updateComplete;
  await until(() => !widget.shadowRoot?.querySelector('[aria-busy=true]'), 'a widget that is not busy');
  await widget.updateComplete;
}

/** Waits for words on the screen. */
export const shown = (widget: LitElement, words: string): Promise<true> =>
  until(() => textOf(widget).includes(words) && (true as const), words);

export const providerOf = (widget: Element): AllianceProvider => widget.closest('alliance-provider')!;

/** A store that holds these; it gives ids and versions where they have none. */
export async function storeWith(...resources: readonly Resource[]): Promise<AllianceStore> {
  const store = createMemoryStore();
  for (const resource of resources) await store.save(resource);
  return store;
}

interface Call {
  readonly resource: Resource;
  readonly base: Resource | undefined;
}

/** A store in the test's hand: it notes every save of one type and answers as it is told. */
export class HeldStore implements AllianceStore {
  /** Saves of that type. */
  readonly calls: Call[] = [];
  /** What else was saved, such as what follows from a resource. */
  readonly derived: Resource[] = [];
  resources: Resource[] = [];
  answer: (call: Call) => Promise<SaveResult> = (call) =>
    Promise.resolve({ saved: this.keep(call.resource) });

  constructor(private readonly type: Resource['resourceType'] = 'QuestionnaireResponse') {}

  read(_type: string, id: string): Promise<Resource | undefined> {
    return Promise.resolve(this.resources.find((resource) => resource.id === id));
  }
  search: AllianceStore['search'] = () => Promise.resolve([]);
  save(resource: Resource, base?: Resource): Promise<SaveResult> {
    if (resource.resourceType !== this.type) {
      this.derived.push(resource);
      return Promise.resolve({ saved: resource });
    }
    const call = { resource: structuredClone(resource), base };
    this.calls.push(call);
    return this.answer(call);
  }
  history(): Promise<Resource[]> {
    return Promise.resolve([]);
  }
  watch: AllianceStore['watch'] = () => () => undefined;
  clear(): Promise<void> {
    this.resources = [];
    return Promise.resolve();
  }

  keep(resource: Resource): Resource {
    const version = String(Number(resource.meta?.versionId ?? 0) + 1);
    const saved = { ...resource, id: resource.id ?? 'r1', meta: { ...resource.meta, versionId: version } };
    this.resources = [saved];
    return saved;
  }
}

const heard = ['input', 'change', 'submit', 'goal', 'moment', 'saved', 'queued', 'conflict', 'error'];

/** Every event of the library and of form controls that a node sees, by type. */
export function eventsOf(node: EventTarget): { type: string; event: Event }[] {
  const seen: { type: string; event: Event }[] = [];
  for (const type of heard) {
    const name = type === 'input' || type === 'change' ? type : `alliance-${type}`;
    node.addEventListener(name, (event) => seen.push({ type: name, event }));
  }
  return seen;
}

/** Does something again and again, each time after the last has ended. */
export async function times(count: number, act: () => Promise<void>): Promise<void> {
  for (let done = 0; done < count; done += 1) await act();
}

/** A promise and its two ends. */
export function deferred<Result>(): {
  promise: Promise<Result>;
  resolve: (result: Result) => void;
  reject: (reason: unknown) => void;
} {
  let resolve!: (result: Result) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<Result>((whenDone, whenFailed) => {
    resolve = whenDone;
    reject = whenFailed;
  });
  return { promise, resolve, reject };
}
