import { expect, html, oneEvent } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';
import type { Resource, Task } from '../../src/fhir/resource.js';
import type { AllianceProvider, SaveResult } from '../../src/index.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { StoreError } from '../../src/store/store-error.js';
import { click, fill, skipTo } from '../support/acting.js';
import { deferred, inCare, providerOf, shown, widgetIn } from '../support/care.js';
import { allByRole, option, textOf } from '../support/screen.js';
import { holdPatience } from '../support/patience.js';
import { until } from '../support/until.js';

/*
 * Somebody goes back to the list while what they gave is on its way: the list tells how that ended, and nothing stands
 * there as if it were still being sent.
 */

type Tag = 'alliance-goals' | 'alliance-empathy';

const WORDS = 'Swim in the lake';
const STEP = 'Find my swimsuit';

const widgets: Readonly<Record<Tag, { drawn: TemplateResult; send: (widget: LitElement) => Promise<void> }>> =
  {
    'alliance-goals': {
      drawn: html`<alliance-goals></alliance-goals>`,
      send: async (widget) => {
        await click(widget, 'Add a goal');
        await fill(widget, WORDS);
        await click(widget, 'Next');
        while (!textOf(widget).includes('What is a first small step?')) await click(widget, 'Skip this');
        await fill(widget, STEP);
        await skipTo(widget, 'Propose to my');
        await click(widget, 'Propose to my');
      },
    },
    'alliance-empathy': {
      drawn: html`<alliance-empathy></alliance-empathy>`,
      send: async (widget) => {
        await click(widget, 'Something felt right');
        await click(widget, 'Skip this');
        await until(() => textOf(widget).includes('Who may see it'), 'who may see it');
        option(widget, 'Who may see it, and when?', /^My therapist now/).click();
        await widget.updateComplete;
        await click(widget, 'Next');
        await fill(widget, WORDS);
        await click(widget, 'Next');
        await click(widget, 'Send to my');
      },
    },
  };

describe('a list to which somebody goes back while something is sent', () => {
  let provider: AllianceProvider;
  afterEach(() => provider.clear());

  for (const tag of Object.keys(widgets) as Tag[]) {
    /** Back at the list, with what was given on its way. */
    async function back(refused?: string) {
      const patience = holdPatience();
      const server = { refused };
      const store = createMemoryStore();
      const gate = deferred<undefined>();
      const saving = deferred<undefined>();
      const save = async (...given: Parameters<typeof store.save>): Promise<SaveResult> => {
        saving.resolve(undefined);
        await gate.promise;
        if (given[0].resourceType === server.refused) throw new StoreError('refused', 'Not taken.');
        return store.save(...given);
      };
      const { drawn, send } = widgets[tag];
      const widget = await widgetIn(tag, inCare({ ...store, save }, drawn));
      provider = providerOf(widget);
      Object.assign(provider, { partition: tag, outbox: 'device' });
      await widget.updateComplete;
      await send(widget);
      await saving.promise;
      const saved = oneEvent(widget, 'alliance-saved');
      await click(widget, 'Back to the list');
      patience.restore();
      await shown(widget, 'Sending');
      return { widget, gate, store, server, saved, patience };
    }

    it(`${tag} does not offer it as if it were only begun`, async () => {
      const { widget, gate } = await back();
      expect(textOf(widget)).to.contain(WORDS);
      expect(allByRole(widget, 'button', /^(Go on with|Remove)/)).to.deep.equal([]);
      gate.resolve(undefined);
    });

    it(`${tag} shows it as it is stored, and tells the page`, async () => {
      const { widget, gate, saved } = await back();
      gate.resolve(undefined);
      expect(((await saved) as unknown as { resource: Resource }).resource.id).not.to.equal(undefined);
      await until(() => !textOf(widget).includes('Sending'), 'it is stored');
      expect(textOf(widget))
        .to.contain(WORDS)
        .and.to.match(/Waiting for your therapist|Sent, not read/);
    });

    it(`${tag} tells that it waits, where it could not be sent`, async () => {
      const { widget, gate } = await back();
      gate.reject(new StoreError('offline', 'Away.'));
      await until(() => !textOf(widget).includes('Sending'), 'it is known');
      expect(textOf(widget)).to.contain(WORDS).and.not.to.contain('There is a problem');
      expect(allByRole(widget, 'button', /^(Go on with|Remove)/)).to.deep.equal([]);
    });

    it(`${tag} still says so where nothing is heard of it for long`, async () => {
      const { widget, gate, patience } = await back();
      patience.end();
      await widget.updateComplete;
      expect(textOf(widget)).to.contain('Sending').and.not.to.contain('Only you');
      gate.reject(new StoreError('refused', 'Not taken.'));
      await shown(widget, 'There is a problem');
      expect(textOf(widget)).to.contain(WORDS).and.not.to.contain('Sending');
    });

    it(`${tag} offers it again where it was not taken`, async () => {
      const { widget, gate, store } = await back();
      gate.reject(new StoreError('refused', 'Not taken.'));
      await shown(widget, 'There is a problem');
      expect(textOf(widget)).to.contain(WORDS).and.not.to.contain('Sending');
      expect(await store.search(tag === 'alliance-goals' ? 'Goal' : 'Communication', {})).to.deep.equal([]);
    });
    if (tag === 'alliance-goals')
      it('alliance-goals offers a first step again that was not taken with its goal', async () => {
        const { widget, gate, store, server } = await back('Task');
        gate.resolve(undefined);
        await shown(widget, 'There is a problem');
        expect(await store.search('Goal', {}), 'the goal').to.have.length(1);
        server.refused = undefined;
        await click(widget, 'Try again');
        const steps = await until(async () => {
          const all = (await store.search('Task', {})) as Task[];
          return all.length > 0 && all;
        }, 'the step');
        expect(steps.map(({ description }) => description)).to.deep.equal([STEP]);
        await until(() => !textOf(widget).includes('There is a problem'), 'it was taken');
      });
  }
});
