import assert from 'node:assert/strict';
import { launch } from '../../tools/browsers/engines.js';
import { serveFolder } from '../../tools/browsers/static-server.js';
import { Network } from './signing-out/network.js';
import { asked, moments, ROOM, say, signOut, visit, ways, WORDS } from './signing-out/person.js';
import { keptOnDevice, shownOn } from './signing-out/traces.js';

export const name = 'after a sign-out nothing of the person is left on the device, on a screen or on its way';

/** How the page is set on which something was said. */
const writers = {
  device: { storage: 'device' },
  'device, apart': { storage: 'device', partition: 'clinic-a' },
  'server, all kept': { storage: 'fhir', 'fhir-base': '/fhir', outbox: 'device', drafts: 'device' },
  server: { storage: 'fhir', 'fhir-base': '/fhir' },
  nothing: { storage: 'none' },
  own: { own: '', partition: 'clinic-a', outbox: 'device', drafts: 'device' },
};
/** How the page is set on which the person signs out. */
const leavers = [
  { storage: 'none', subject: 'Patient/1' },
  { storage: 'device', subject: 'Patient/1', partition: 'other' },
  { storage: 'fhir', 'fhir-base': '/elsewhere', subject: 'Patient/1' },
  { storage: 'device', subject: 'Patient/1' },
  {},
];

const about = {
  subject: 'Patient/1',
  author: 'Patient/1',
  encounter: 'Encounter/1',
  audience: 'therapist',
};

const addressOf = (settings) => `/test/pages/leaving.html?${new URLSearchParams(settings)}`;

/** Looks until pages show nothing of the person any more, and then some more, whether anything comes back. */
async function restOn(pages) {
  const look = async () => (await Promise.all(pages.map((one) => one.evaluate(shownOn, WORDS)))).flat();
  for (let turn = 0; turn < 3000 && (await look()).length > 0; turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  for (let turn = 0; turn < 5; turn += 1)
    for (const page of pages) await page.evaluate(() => indexedDB.databases());
  return look();
}

/** Pages of one origin in one browser, until `work` is done; the server of `site` belongs to them. */
async function onDevice(browser, site, work) {
  const context = await browser.newContext({ locale: 'en-GB' });
  context.setDefaultTimeout(120_000);
  site.network = new Network();
  const open = async (settings) => {
    const page = await context.newPage();
    await page.goto(site.url + addressOf(settings));
    return page;
  };
  try {
    await work(open, site.network, context);
  } finally {
    await context.close();
  }
}

/** Firefox keeps no page with a request on its way, and one that asks a server may have one. */
const mayKeep = (browser, writer) =>
  browser.browserType().name() !== 'firefox' || !(writer.startsWith('server') || writer === 'own');

const roomOn = (page) => page.evaluate(() => document.querySelector('input[name=room]')?.value);

async function tryOne(browser, site, { writer, leaver, moment, way }) {
  await onDevice(browser, site, async (open, network) => {
    const { leave, arrival, settings } = ways[way];
    const page = await open({ ...about, ...writers[writer], ...settings });
    await moments[moment](page, network, writer.startsWith('server') || writer === 'own');
    const later = site.url + addressOf(leaver);
    const left = await leave({ page, network, later, open: () => open(leaver) });
    network.release();
    if (arrival !== 'kept' || mayKeep(browser, writer))
      assert.equal(left.arrival, arrival, 'how the page came back');
    assert.deepEqual(await restOn(left.pages), [], 'shown on a page');
    assert.ok(!(await page.evaluate(keptOnDevice)).includes(WORDS), 'kept on the device');
    assert.deepEqual(network.late, [], 'written after it');
    if (arrival !== undefined && moment !== 'unmounting')
      assert.equal(await roomOn(page), ROOM, 'the form was not brought back at all');
  }).catch((error) => {
    const where = `${browser.browserType().name()}: ${moment}, on a page with ${writer}`;
    error.message = `${where}, left on ${way} ${JSON.stringify(leaver)}: ${error.message}`;
    throw error;
  });
}

/** What the courses rest on: the browser does bring back what was said, kept or not, where nobody signs out. */
async function tryBack(browser, site) {
  const settings = { ...about, ...writers.nothing };
  const later = site.url + addressOf(leavers[0]);
  for (const [arrival, more] of [
    ['kept', {}],
    ['back_forward', { unload: '' }],
  ])
    await onDevice(browser, site, async (open) => {
      const page = await open({ ...settings, ...more });
      await say(page);
      assert.equal(await visit(page, later), arrival);
      await asked(page, (words) => document.querySelector('alliance-rating').value.includes(words), WORDS);
      assert.equal(await roomOn(page), ROOM);
    });
  await onDevice(browser, site, async (open) => {
    const page = await open(settings);
    await say(page);
    assert.equal(await visit(page, later, signOut), 'back_forward', 'a sign-out ends what is kept');
    assert.deepEqual(await restOn([page]), []);
  });
}

/** Without a network the part that tabs talk by never comes: a page that was kept finds the sign-out all the same. */
async function tryWithoutTelling(browser, site) {
  await onDevice(browser, site, async (open, network, context) => {
    await context.route(/\/elsewhere-/, (route) => route.abort());
    const page = await open({ ...about, ...writers.nothing });
    await say(page);
    assert.equal(await visit(page, site.url + addressOf(leavers[0]), signOut), 'kept');
    assert.deepEqual(await restOn([page]), [], 'shown on a page that was told nothing');
  });
}

/**
 * Each kind of page with each moment, in turn with where the person leaves; with `SOAK` all with all.
 * @param {number} step of a slow engine only each third course
 */
function* courses(step) {
  const all = Object.keys(ways);
  let count = 0;
  for (const [first, writer] of Object.keys(writers).entries())
    for (const [second, moment] of Object.keys(moments).entries()) {
      count += 1;
      if (!process.env.SOAK && count % step !== 0) continue;
      for (const way of process.env.SOAK ? all : [all[(first + second) % all.length]])
        for (const leaver of process.env.SOAK ? leavers : [leavers[(first + 2 * second) % leavers.length]])
          yield { writer, leaver, moment, way };
    }
}

/** All that fails in one browser. */
async function tryAll(browser, site, step) {
  const failures = [];
  const note = ({ message }) => failures.push(message);
  await tryBack(browser, site).catch(note);
  await tryWithoutTelling(browser, site).catch(note);
  for (const one of courses(step)) await tryOne(browser, site, one).catch(note);
  return failures;
}

/*
 * WebKit is left out: these pages are driven by Playwright, which an installed WebKit does not speak with. Its pages that
 * were kept are tried by a `pageshow` in the tests of the provider.
 */
export async function run({ chromium, root }) {
  const site = {};
  const answer = (request, response) => void site.network.answer(request, response);
  const server = await serveFolder(root, {}, { '/fhir': answer, '/elsewhere': answer, '/own': answer });
  site.url = server.url;
  const firefox = await launch('firefox');
  try {
    const failures = await tryAll(chromium, site, 1);
    if (firefox) failures.push(...(await tryAll(firefox, site, 3)));
    assert.equal(failures.join('\n'), '');
  } finally {
    await firefox?.close();
    await server.close();
  }
}
