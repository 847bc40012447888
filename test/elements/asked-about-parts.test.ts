import { expect, html } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';
import type { Resource, SaveResult, Viewer } from '../../src/index.js';
import type { Communication, Observation } from '../../src/fhir/resource.js';
import { click, fill, skipTo, strike } from '../support/acting.js';
import { inCare, shown, storeWith, widgetIn } from '../support/care.js';
import { momentWire } from '../support/empathy.js';
import { bothAgree, goalWire } from '../support/goals.js';
import { allByRole, textOf } from '../support/screen.js';
import { until } from '../support/until.js';

/*
 * What was said to a goal or a moment, and is there already in other words of the same person: they had sent it before the
 * page was left, and changed it since.
 */

const [BEFORE, NOW] = ['It rained', 'It snowed'];

interface Case {
  readonly drawn: TemplateResult;
  readonly viewer: Viewer;
  readonly held: Resource;
  readonly type: string;
  readonly withWords: (resource: Resource, words: string) => Resource;
  readonly wordsIn: (resource: Resource) => string | undefined;
  readonly say: (widget: LitElement) => Promise<void>;
}

const cases: Readonly<Record<'alliance-goals' | 'alliance-empathy', Case>> = {
  'alliance-goals': {
    drawn: html`<alliance-goals></alliance-goals>`,
    viewer: 'client',
    held: goalWire({ text: 'Walk', state: 'agreed', accepted: bothAgree }, 'g1'),
    type: 'Observation',
    withWords: (resource, words) => ({ ...resource, valueString: words }) as Resource,
    wordsIn: (resource) => (resource as Observation).valueString,
    say: async (widget) => {
      await click(widget, 'Something got in the way');
      await fill(widget, NOW);
      await skipTo(widget, 'Save');
      await click(widget, 'Save');
    },
  },
  'alliance-empathy': {
    drawn: html`<alliance-empathy></alliance-empathy>`,
    viewer: 'therapist',
    held: momentWire({ words: 'You were in a hurry' }, 'm1'),
    type: 'Communication',
    withWords: (resource, words) => ({ ...resource, payload: [{ contentString: words }] }) as Resource,
    wordsIn: (resource) => (resource as Communication).payload?.[0]?.contentString,
    say: async (widget) => {
      await click(widget, 'Answer');
      await fill(widget, NOW);
      await click(widget, 'Next');
      await click(widget, 'Send my answer');
    },
  },
};

for (const [tag, { drawn, viewer, held, type, withWords, wordsIn, say }] of Object.entries(cases))
  describe(`${tag}: what was said in other words before`, () => {
    for (const choice of ['here', 'in the other place'])
      it(`is asked about, and what is ${choice} holds where the person says so`, async () => {
        const store = await storeWith(held);
        let hasMet = false;
        const save = async (resource: Resource, base?: Resource): Promise<SaveResult> => {
          if (hasMet || resource.resourceType !== type) return store.save(resource, base);
          hasMet = true;
          const before = await store.save(withWords(resource, BEFORE));
          return 'saved' in before ? { conflict: before.saved } : before;
        };
        const widget = await widgetIn(tag as keyof typeof cases, inCare({ ...store, save }, drawn, viewer));
        await say(widget);
        await shown(widget, 'This was changed in another place');
        expect(textOf(widget)).to.contain(BEFORE).and.contain(NOW);
        await strike(widget, `Use what is ${choice}`);
        await until(
          () => allByRole(widget, 'button', /^Use what is/).length === 0,
          'nothing is asked any more',
        );
        const words = choice === 'here' ? NOW : BEFORE;
        const stored = (await store.search(type, {})).map(wordsIn);
        expect(stored)
          .to.include(words)
          .and.not.include(choice === 'here' ? BEFORE : NOW);
      });
  });
