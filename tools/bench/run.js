/** `npm run bench`: how fast the built bundle is in Chromium, beside plain DOM. It prints, and never fails a build. */
import { launch } from '../browsers/engines.js';
import { serveFolder } from '../browsers/static-server.js';
import { root } from '../setup/packages.js';

const median = (times) => [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)];

const server = await serveFolder(root);
const browser = await launch('chromium');
try {
  const page = await browser.newPage();
  await page.goto(`${server.url}/tools/bench/page.html`);
  console.log('Medians of rounds in turn; plain is the same controls in plain DOM, without style');
  for (const name of await page.evaluate(() => window.cases)) {
    const { ours, plain } = await page.evaluate((one) => window.bench(one), name);
    const [own, bare] = [median(ours), median(plain)];
    const row = [`${own.toFixed(1)} ms`, `${bare.toFixed(1)} ms`, `× ${(own / bare).toFixed(2)}`];
    console.log([name.padEnd(34), ...row.map((cell) => cell.padStart(12))].join(''));
  }
} finally {
  await browser.close();
  await server.close();
}
