import { seeds, soak } from '../support/browser.js';
import { runGoals } from './together/run.js';

/*
 * Client and therapist on two pages with an outbox each, over a FHIR server: `npm run soak
 * test/controllers/goals-together.test.ts` runs 5,000 seeds. The seed of a failure is in the name of its test, and
 * `SEED=29 npm run test:browsers test/controllers/goals-together.test.ts` makes the same course again, as far as the
 * clock allows.
 */
const isChromium = 'chrome' in globalThis || navigator.userAgent.includes('Chrome');
// The code is the same in every engine: the others run enough to show that their fetch bears it
const COUNT = isChromium ? (soak ? 5000 : 100) : 5;

describe('goals that two people work on at once, on networks that fail', () => {
  for (const seed of seeds(COUNT)) {
    it(`loses, doubles and misattributes nothing with seed ${String(seed)}`, () => runGoals(seed));
  }
});
