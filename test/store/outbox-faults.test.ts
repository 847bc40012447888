import { openDevice } from '../../src/store/device.js';
import { runSeed } from './faults/run.js';

/*
 * `npm run soak` runs more seeds. A seed that fails is in the name of its test; to run it alone, put `?seed=17` behind the
 * address of the debug page, or set SEEDS to [17] here.
 */
const isSoak = (globalThis as { SOAK?: boolean }).SOAK === true;
const isChromium = 'chrome' in globalThis || navigator.userAgent.includes('Chrome');
// The code is the same in every engine: the others run enough to show that their IndexedDB and fetch bear it
const COUNT = isChromium ? (isSoak ? 2000 : 100) : 10;
const wanted = new URLSearchParams(location.search).get('seed');
const SEEDS = wanted === null ? [...Array(COUNT).keys()] : [Number(wanted)];

describe('an outbox on a network that fails', () => {
  const { queue } = openDevice();

  for (const seed of SEEDS) {
    it(`loses and doubles nothing with seed ${String(seed)}`, () => runSeed(seed, queue)).timeout(30_000);
  }
});
