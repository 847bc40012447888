import { html, type TemplateResult } from 'lit';
import type { AllianceRating, AllianceStore, Viewer } from '../../../src/index.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { elementContract, type ElementState } from '../../suites/element.js';
import { HeldStore, inCare, settled, shown } from '../../support/care.js';
import { rating } from '../../support/rating.js';
import { allByRole, byRole } from '../../support/screen.js';

const plain = html`<alliance-rating></alliance-rating>`;
const easy = html`<alliance-rating support="easy"></alliance-rating>`;

async function press(widget: AllianceRating, name: string | RegExp): Promise<void> {
  byRole(widget, 'button', name).click();
  await widget.updateComplete;
}

/** Chooses the second option of the first question. */
async function answer(widget: AllianceRating): Promise<void> {
  allByRole(widget, 'radio')[1]!.click();
  await widget.updateComplete;
}

async function answered(template: TemplateResult): Promise<AllianceRating> {
  const widget = await rating(template);
  await answer(widget);
  return widget;
}

/** An answer that was sent to a store, and how that ended in words. */
async function sentTo(store: AllianceStore, ending: string): Promise<AllianceRating> {
  const widget = await answered(inCare(store, plain));
  await press(widget, 'Send');
  await shown(widget, ending);
  return widget;
}

const failing = (reason: 'offline' | 'refused'): HeldStore =>
  Object.assign(new HeldStore(), {
    answer: () => Promise.reject(Object.assign(new Error('It was not taken.'), { reason })),
  });

/** Two places answered the same question differently; this one is asked. */
async function contradicted(): Promise<AllianceRating> {
  const store = createMemoryStore();
  const here = await rating(inCare(store, plain));
  const there = await answered(inCare(store, plain));
  allByRole(here, 'radio')[3]!.click();
  await press(there, 'Send');
  await shown(there, 'Thank you');
  there.closest('alliance-provider')!.remove();
  await press(here, 'Send');
  await shown(here, 'This was changed in another place');
  return here;
}

async function readBy(viewer: Viewer): Promise<AllianceRating> {
  const store = createMemoryStore();
  const client = await sentTo(store, 'Thank you');
  client.closest('alliance-provider')!.remove();
  const widget = await rating(inCare(store, plain, viewer));
  await settled(widget);
  return widget;
}

const states: readonly ElementState[] = [
  { name: 'nothing answered yet', show: () => rating(plain) },
  { name: 'something answered', show: () => answered(inCare(createMemoryStore(), plain)) },
  {
    name: 'stopped, since everything is required',
    show: async () => {
      const widget = await rating(html`<alliance-rating required></alliance-rating>`);
      await press(widget, 'Send');
      return widget;
    },
  },
  { name: 'easy, at the first step', show: () => rating(easy) },
  {
    name: 'easy, at the second step',
    show: async () => {
      const widget = await rating(easy);
      await press(widget, 'Next');
      return widget;
    },
  },
  {
    name: 'the answers to check',
    show: async () => {
      const widget = await answered(easy);
      while (allByRole(widget, 'button', 'Next').length > 0) await press(widget, 'Next');
      return widget;
    },
  },
  { name: 'sent', show: () => sentTo(createMemoryStore(), 'Thank you') },
  { name: 'waiting to be sent', show: () => sentTo(failing('offline'), 'waiting to be sent') },
  { name: 'failed', show: () => sentTo(failing('refused'), 'could not be delivered') },
  {
    name: 'taken back',
    show: async () => {
      const widget = await sentTo(createMemoryStore(), 'Thank you');
      await press(widget, 'Take it back');
      await shown(widget, 'You took it back');
      return widget;
    },
  },
  { name: 'answered in two places', show: contradicted },
  { name: 'read only', show: () => rating(html`<alliance-rating readonly></alliance-rating>`) },
  { name: 'disabled', show: () => rating(html`<alliance-rating disabled></alliance-rating>`) },
  { name: 'read by a therapist', show: () => readBy('therapist') },
];

elementContract('alliance-rating', states);
