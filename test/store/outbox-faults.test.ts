import { openDevice } from '../../src/store/device.js';
import { runSeed } from './faults/run.js';

/*
 * `npm run soak -- test/store/outbox-faults.test.ts` runs 2,000 seeds. The seed of a failure is in the name of its test;
 * written into ONLY, it makes the same faults again, as far as the clock allows.
 */
const ONLY: readonly number[] = [];
const isSoak = (globalThis as { SOAK?: boolean }).SOAK === true;
const isChromium = 'chrome' in globalThis || navigator.userAgent.includes('Chrome');
// The code is the same in every engine: the others run enough to show that their IndexedDB and fetch bear it
const COUNT = isChromium ? (isSoak ? 2000 : 100) : 5;
const SEEDS = ONLY.length > 0 ? ONLY : [...Array(COUNT).keys()];

describe('an outbox on a network that fails', () => {
  const { queue } = openDevice();

  for (const seed of SEEDS) {
    it(`loses and doubles nothing with seed ${String(seed)}`, () => runSeed(seed, queue)).timeout(30_000);
  }
});
