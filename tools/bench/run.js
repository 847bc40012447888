/** `npm run bench`: how fast the built bundle is in Chromium, beside plain DOM. It prints, and never fails a build. */
import { launch } from '../browsers/engines.js';
import { serveFolder } from '../browsers/static-server.js';
import { root } from '../setup/packages.js';

/** What is drawn once to measure its memory: of a single rating that is less than the noise. */
const HELD = ['mount 500 items', '1,000 goals: first paint', '1,000 moments: first paint'];
const MEMORY_ROUNDS = 3;

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

function print(name, { ours, plain, whole }, unit, digits = 1) {
  const [own, bare] = [median(ours), median(plain)];
  const amounts = [own, bare].map((amount) => `${amount.toFixed(digits)} ${unit}`);
  const row = [
    ...amounts,
    `× ${(own / bare).toFixed(2)}`,
    ...(whole ? [`× ${(own / median(whole)).toFixed(2)}`] : []),
  ];
  console.log([name.padEnd(48), ...row.map((cell) => cell.padStart(12))].join(''));
}

/** Megabytes in use: of scripts, and of the engine's own objects such as nodes. */
async function memoryIn(session) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0 } = await session.send('Runtime.getHeapUsage');
  return (usedSize + embedderHeapUsedSize) / 2 ** 20;
}

async function memoryOf(page, session, side) {
  const before = await memoryIn(session);
  await page.evaluate((one) => window.hold(one), side);
  const held = await memoryIn(session);
  await page.evaluate(() => window.release());
  return held - before;
}

async function times(page, wanted) {
  console.log(
    'Medians of rounds in turn; of ratings, plain is the same controls in plain DOM, without style;',
  );
  console.log(
    'of goals and moments the same cards, names and CSS. “In sight”: cards out of sight are not laid out, and the last',
  );
  console.log('column is beside plain DOM that lays all of them out.');
  for (const name of await page.evaluate(() => window.cases)) {
    if (wanted.test(name)) print(name, await page.evaluate((one) => window.bench(one), name), 'ms');
  }
}

async function memory(page, wanted) {
  const session = await page.context().newCDPSession(page);
  console.log('Memory while it is drawn');
  for (const name of HELD.filter((one) => wanted.test(one))) {
    await page.evaluate((one) => window.make(one), name);
    const used = { ours: [], plain: [] };
    for (let round = 0; round < MEMORY_ROUNDS; round += 1) {
      for (const side of ['ours', 'plain']) used[side].push(await memoryOf(page, session, side));
    }
    print(name, used, 'MB', 2);
  }
}

const wanted = new RegExp(process.argv[2] ?? '');
const server = await serveFolder(root);
const browser = await launch('chromium');
try {
  const page = await browser.newPage();
  await page.goto(`${server.url}/tools/bench/page.html`);
  await times(page, wanted);
  await memory(page, wanted);
} finally {
  await browser.close();
  await server.close();
}
