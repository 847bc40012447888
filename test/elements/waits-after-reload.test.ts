import { expect, html } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';
import type { AllianceProvider, Resource, SaveResult, Viewer } from '../../src/index.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { StoreError } from '../../src/store/store-error.js';
import { click, fill } from '../support/acting.js';
import { inCare, providerOf, shown, widgetIn } from '../support/care.js';
import { momentWire } from '../support/empathy.js';
import { goalWire } from '../support/goals.js';
import { textOf } from '../support/screen.js';

/*
 * What was said while there was no network, looked at after a reload: the card does not say more than is true.
 */

type Tag = 'alliance-goals' | 'alliance-empathy';

interface Case {
  readonly drawn: TemplateResult;
  readonly viewer: Viewer;
  readonly held: Resource;
  readonly say: (widget: LitElement) => Promise<void>;
  /** What the card says once that has arrived, and not before. */
  readonly arrived: string;
}

const cases: Readonly<Record<string, Case & { readonly tag: Tag }>> = {
  'a yes to a goal': {
    tag: 'alliance-goals',
    drawn: html`<alliance-goals></alliance-goals>`,
    viewer: 'client',
    held: goalWire(
      {
        text: 'Walk',
        state: 'proposed',
        proposedBy: 'therapist',
        accepted: { client: 'pending', therapist: 'agree' },
      },
      'g1',
      'therapist',
    ),
    say: (widget) => click(widget, 'Yes, this is right'),
    arrived: 'You both agreed',
  },
  'an answer to a moment': {
    tag: 'alliance-empathy',
    drawn: html`<alliance-empathy></alliance-empathy>`,
    viewer: 'therapist',
    held: momentWire({ words: 'You were in a hurry' }, 'm1'),
    say: async (widget) => {
      await click(widget, 'Answer');
      await fill(widget, 'Next time I take more time');
      await click(widget, 'Next');
      await click(widget, 'Send my answer');
    },
    arrived: 'You answered',
  },
};

const WAITS = 'Something is waiting to be sent.';

describe('what was said without a network, after a reload', () => {
  let provider: AllianceProvider;
  afterEach(() => provider.clear());

  for (const [what, { tag, drawn, viewer, held, say, arrived }] of Object.entries(cases))
    it(`${what} waits, and then has arrived`, async () => {
      const store = createMemoryStore();
      await store.save(held);
      const network = { isAway: true };
      const save = (...given: Parameters<typeof store.save>): Promise<SaveResult> =>
        network.isAway ? Promise.reject(new StoreError('offline', 'Away.')) : store.save(...given);
      const open = async (): Promise<LitElement> => {
        const widget = await widgetIn(tag, inCare({ ...store, save }, drawn, viewer));
        provider = providerOf(widget);
        Object.assign(provider, { partition: 'waits', outbox: 'device' });
        return widget;
      };
      const before = await open();
      await say(before);
      await shown(before, WAITS);
      provider.remove();

      const widget = await open();
      await shown(widget, WAITS);
      expect(textOf(widget)).to.not.contain(arrived);
      network.isAway = false;
      await provider.retry();
      await shown(widget, arrived);
      expect(textOf(widget)).to.not.contain(WAITS);
    });
});
