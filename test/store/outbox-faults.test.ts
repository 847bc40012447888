import { openDevice } from '../../src/store/device/open-device.js';
import { seeds, soak } from '../support/browser.js';
import { runSeed } from './faults/run.js';

/*
 * `npm run soak test/store/outbox-faults.test.ts` runs 2,000 seeds. The seed of a failure is in the name of its test, and
 * `SEED=29 npm run test:browsers test/store/outbox-faults.test.ts` makes the same faults again, as far as the clock allows.
 */
const isChromium = 'chrome' in globalThis || navigator.userAgent.includes('Chrome');
// The code is the same in every engine: the others run enough to show that their IndexedDB and fetch bear it
const COUNT = isChromium ? (soak ? 2000 : 100) : 5;

describe('an outbox on a network that fails', () => {
  const queue = openDevice('a server').queue;

  for (const seed of seeds(COUNT)) {
    it(`loses and doubles nothing with seed ${String(seed)}`, () => runSeed(seed, queue));
  }
});
