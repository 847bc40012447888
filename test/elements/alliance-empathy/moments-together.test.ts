import { seeds, soak } from '../../support/browser.js';
import { shown } from '../../support/care.js';
import { click, empathy, inCare } from '../../support/empathy.js';
import { runMoments } from './together/run.js';

/*
 * Client and therapist at `<alliance-empathy>` on two pages with an outbox each, over a FHIR server: `npm run soak
 * test/elements/alliance-empathy/moments-together.test.ts` runs 2,000 seeds. The seed of a failure is in the name of its
 * test, and `SEED=29 npm run test:browsers test/elements/alliance-empathy/moments-together.test.ts` makes the same
 * course again.
 */
const isChromium = 'chrome' in globalThis || navigator.userAgent.includes('Chrome');
// The code is the same in every engine: the others run enough to show that their fetch bears it
const COUNT = isChromium ? (soak ? 2000 : 100) : 5;

describe('moments that two people speak of, on networks that fail and pages that are left', () => {
  // What is loaded when it is first needed is here: no seed depends on how long that takes
  before(async () => {
    const widget = await empathy(inCare(undefined));
    await click(widget, 'Something was missed');
    await shown(widget, 'What was it about?');
    await click(widget, 'Back to the list');
    await shown(widget, 'Not sent');
  });

  for (const seed of seeds(COUNT)) {
    it(`loses, doubles and misattributes nothing with seed ${String(seed)}`, () => runMoments(seed));
  }
});
