import { html, type TemplateResult } from 'lit';
import type { AllianceGoals, AllianceStore, Resource, Viewer } from '../../../src/index.js';
import type { Goal, Level } from '../../../src/domain/goals/goal.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { elementContract, type ElementState } from '../../suites/element.js';
import { shown, storeWith } from '../../support/care.js';
import { bothAgree, click, fill, goals, goalWire, hangingOn, inCare } from '../../support/goals.js';
import { allByRole } from '../../support/screen.js';
import { until } from '../../support/until.js';

const at = '2026-11-21T10:00:00.000Z';
const levels = new Map<Level, string>([
  [0, 'I walk there and back with one rest.'],
  [-1, 'I walk to the corner.'],
]);
const awaited = { client: 'pending', therapist: 'agree' } as const;
const agreed = goalWire({ levels, due: '2027-02', helps: 'My sister', startedOn: '2026-11-20' });

interface Seen {
  readonly viewer?: Viewer;
  readonly widget?: TemplateResult;
}

/** The list over a store with these resources. */
const over =
  (resources: readonly Resource[], { viewer = 'client', widget }: Seen = {}) =>
  async (): Promise<AllianceGoals> =>
    goals(inCare(await storeWith(...resources), viewer, widget));

const of = (part: Partial<Goal>, seen?: Seen) => over([goalWire(part)], seen);

async function unfolded(widget: AllianceGoals): Promise<AllianceGoals> {
  const fold = await until(
    () => widget.renderRoot.querySelector<HTMLDetailsElement>('.more'),
    'a goal to unfold',
  );
  fold.open = true;
  await until(() => widget.renderRoot.querySelector('.inside'), 'what is folded away');
  return widget;
}

/** Goes so many steps into what a button begins. */
async function into(widget: AllianceGoals, begin: string, steps: number): Promise<AllianceGoals> {
  await click(widget, begin);
  await fill(widget, 'Some words');
  for (let step = 0; step < steps; step += 1) {
    const isSkipped = allByRole(widget, 'button').some((one) => one.textContent.includes('Skip this'));
    await click(widget, isSkipped ? 'Skip this' : 'Next');
  }
  return widget;
}

const adding = (store: AllianceStore, steps: number): Promise<AllianceGoals> =>
  goals(inCare(store)).then((widget) => into(widget, 'Add a goal', steps));

function refusing(): AllianceStore {
  const fail = (): Promise<never> =>
    Promise.reject(Object.assign(new Error('Not taken.'), { reason: 'refused' }));
  return Object.assign(Object.create(createMemoryStore()) as AllianceStore, { save: fail, saveAll: fail });
}

/** Both changed the words of a goal to which nobody had agreed yet; the client is asked. */
async function contradicted(): Promise<AllianceGoals> {
  const store = await storeWith(
    goalWire({ state: 'proposed', accepted: { client: 'agree', therapist: 'pending' } }),
  );
  const client = await unfolded(await goals(inCare(store)));
  await click(client, 'Put it differently');
  await fill(client, 'Walk to the bakery');
  const [wire] = await store.search('Goal', { subject: 'Patient/1' });
  await store.save({ ...wire!, description: { text: 'Walk to the corner' } } as Resource, wire);
  for (const step of ['Next', 'Skip this', 'Skip this', 'Skip this']) await click(client, step);
  await click(client, 'Save');
  await shown(client, 'This was changed in another place');
  return client;
}

const states: readonly ElementState[] = [
  { name: 'none', show: over([]) },
  { name: 'alone on a page', show: () => goals() },
  {
    name: 'one idea',
    show: async () => {
      const widget = await adding(createMemoryStore(), 1);
      await click(widget, 'Back to the list');
      await shown(widget, 'My ideas');
      return widget;
    },
  },
  { name: 'waiting for me', show: of({ state: 'proposed', proposedBy: 'therapist', accepted: awaited }) },
  {
    name: 'waiting for them',
    show: of({ state: 'proposed', accepted: { client: 'agree', therapist: 'pending' } }),
  },
  {
    name: 'a wish of the other side',
    show: of({ accepted: bothAgree, changes: { therapist: { by: 'therapist', at, text: 'Walk far' } } }),
  },
  { name: 'agreed', show: over([agreed, ...hangingOn(agreed)]) },
  { name: 'agreed, and unfolded', show: async () => unfolded(await over([agreed, ...hangingOn(agreed)])()) },
  {
    name: 'disagreed',
    show: of({ state: 'proposed', accepted: { client: 'agree', therapist: 'disagree' } }),
  },
  ...(['on-hold', 'reached', 'let-go'] as const).map((state) => ({ name: state, show: of({ state }) })),
  ...[0, 2, 3, 4, 7].map((step) => ({
    name: `adding, step ${String(step + 1)}`,
    show: () => adding(createMemoryStore(), step),
  })),
  ...[0, 3].map((step) => ({
    name: `a setback, step ${String(step + 1)}`,
    show: async () => into(await over([agreed])(), 'Something got in the way', step),
  })),
  { name: 'a conflict', show: contradicted },
  {
    name: 'refused',
    show: async () => {
      const widget = await adding(refusing(), 7);
      await click(widget, 'Propose to my');
      await shown(widget, 'There is a problem');
      return widget;
    },
  },
  { name: 'a therapist', show: over([agreed, ...hangingOn(agreed)], { viewer: 'therapist' }) },
  { name: 'a supervisor who was not told of', show: over([agreed], { viewer: 'supervisor' }) },
  {
    name: 'the goals of the page itself',
    show: () =>
      goals(inCare(undefined, 'client', html`<alliance-goals .resources=${[agreed]}></alliance-goals>`)),
  },
  { name: 'easy', show: over([agreed], { widget: html`<alliance-goals support="easy"></alliance-goals>` }) },
  {
    name: 'Arabic',
    show: async () => {
      const widget = await over([agreed], { widget: html`<alliance-goals locale="ar"></alliance-goals>` })();
      await shown(widget, 'أهدافنا');
      return widget;
    },
  },
];

elementContract('alliance-goals', states);
