import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findEngines } from '../browsers/engines.js';
import { serveFolder } from '../browsers/static-server.js';
import { tell } from '../run/tally.js';
import { root } from '../setup/packages.js';
import { launchOn } from './browser.js';
import { startDesktop } from './desktop.js';
import { Ear } from './ear.js';
import { startOrca } from './orca.js';
import { take } from './walk.js';

const FOLDER = path.join(root, 'test/screen-reader');

async function findWalks() {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.walk.js')).sort();
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(path.join(FOLDER, file)).href)));
  const { WALKS: words = '' } = process.env;
  return modules.flatMap(({ walks }) => walks).filter(({ name }) => name.includes(words));
}

/** All walks in one browser, on a desktop of its own. */
async function listenIn(engine, walks, url) {
  const counts = { passed: 0, failed: 0 };
  const desktop = await startDesktop();
  let browser;
  try {
    const ear = new Ear(desktop, await startOrca(desktop));
    browser = await launchOn(desktop, engine);
    const context = await browser.newContext({ viewport: null, locale: 'en-GB' });
    // In a second tab, Chromium may leave the focus of its window in the address bar
    const page = await context.newPage();
    for (const walk of walks) {
      const { passed, failed, problem } = await take({ desktop, page, ear, url }, walk);
      counts.passed += passed;
      counts.failed += failed;
      if (problem) tell(`${walk.name}, in ${engine}\n    ${problem}`);
    }
  } finally {
    await browser?.close();
    await desktop.stop();
  }
  console.log(`  ${engine}: ${counts.passed} passed, ${counts.failed} failed`);
  return counts;
}

/**
 * Listens to what Orca says of the built bundle, in the walks of test/screen-reader; `ENGINES=firefox` leaves the other
 * out, and `WALKS='an open question'` all whose name has other words.
 */
export async function listen() {
  const installed = findEngines();
  const wanted = process.env.ENGINES?.split(',') ?? ['firefox', 'chromium'];
  const engines = wanted.filter((engine) => installed[engine]);
  const walks = await findWalks();
  const total = { passed: 0, failed: 0 };
  const server = await serveFolder(root);
  try {
    for (const engine of engines) {
      const { passed, failed } = await listenIn(engine, walks, server.url);
      total.passed += passed;
      total.failed += failed;
    }
  } finally {
    await server.close();
  }
  return total;
}
