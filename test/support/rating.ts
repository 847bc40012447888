import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/define.js';
import type { AllianceProvider, AllianceRating } from '../../src/index.js';
import type { AllianceStore, Resource, SaveResult } from '../../src/index.js';
import { until } from './until.js';

/** Renders a template and gives the rating in it, ready and in English. */
export async function rating(
  template: TemplateResult = html`<alliance-rating></alliance-rating>`,
): Promise<AllianceRating> {
  const rendered = await fixture<HTMLElement>(template);
  const widget = rendered.matches('alliance-rating') ? rendered : rendered.querySelector('alliance-rating')!;
  await settled(widget);
  return widget;
}

/** Waits until the widget has looked for earlier answers and is drawn. */
export async function settled(widget: AllianceRating): Promise<void> {
  await widget.updateComplete;
  await until(() => !widget.shadowRoot?.querySelector('[aria-busy=true]'), 'a widget that is not busy');
  await widget.updateComplete;
}

export const providerOf = (widget: Element): AllianceProvider => widget.closest('alliance-provider')!;

export interface Call {
  readonly resource: Resource;
  readonly base: Resource | undefined;
}

/** A store in the test's hand: it notes every save and answers as it is told. */
export class HeldStore implements AllianceStore {
  /** Saves of responses. */
  readonly calls: Call[] = [];
  /** What the widget saved of what follows from a response. */
  readonly derived: Resource[] = [];
  resources: Resource[] = [];
  answer: (call: Call) => Promise<SaveResult> = (call) =>
    Promise.resolve({ saved: this.keep(call.resource) });

  read(_type: string, id: string): Promise<Resource | undefined> {
    return Promise.resolve(this.resources.find((resource) => resource.id === id));
  }
  search: AllianceStore['search'] = () => Promise.resolve([]);
  save(resource: Resource, base?: Resource): Promise<SaveResult> {
    if (resource.resourceType !== 'QuestionnaireResponse') {
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

/** Every event of the library and of form controls that a node sees, by type. */
export function eventsOf(node: EventTarget): { type: string; event: Event }[] {
  const seen: { type: string; event: Event }[] = [];
  for (const type of ['input', 'change', 'submit', 'saved', 'queued', 'conflict', 'error']) {
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
