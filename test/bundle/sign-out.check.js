import assert from 'node:assert/strict';
import { createFhirHandler } from '../../demo/server/handler.js';
import { KeptRepository } from '../../demo/server/repository.js';
import { serveFolder } from '../../tools/browsers/static-server.js';

export const name = 'after a sign-out nothing of the person is left on the device, on a screen or on its way';

const WORDS = 'I was afraid';

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

const addressOf = (settings) => `/test/pages/leaving.html?${new URLSearchParams(settings)}`;

/** Everything that the device keeps, whatever keeps it. */
async function keptOnDevice() {
  const kept = [
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      history.state,
    ]),
  ];
  for (const { name: database } of await indexedDB.databases()) {
    const asked = indexedDB.open(database);
    const open = await new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
    for (const store of open.objectStoreNames) {
      const all = open.transaction(store).objectStore(store).getAll();
      kept.push(JSON.stringify(await new Promise((resolve) => (all.onsuccess = () => resolve(all.result)))));
    }
    open.close();
  }
  for (const cache of await caches.keys()) kept.push(cache);
  return kept.join('\n');
}

/** Where a page shows words, holds them in a control, gives them to scripts, or puts them into a form. */
function shownOn(words) {
  const parts = [];
  const tell = ({ localName }, what, text = '') => {
    if (text.includes(words)) parts.push(`${localName} ${what}`);
  };
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      if ('value' in element) tell(element, 'value', String(element.value));
      for (const property of ['answers', 'response', 'resources', 'goals', 'moments', 'scores'])
        if (element.localName.startsWith('alliance-'))
          tell(element, property, JSON.stringify(element[property]));
    }
    tell(root.host ?? document.body, 'text', (root.body ?? root).textContent);
  };
  look(document);
  for (const form of document.forms) tell(form, 'data', JSON.stringify([...new FormData(form)]));
  return parts;
}

/** A person says the same words in every widget; nothing is sent. */
async function say(page) {
  const [goals, moments] = [page.locator('alliance-goals'), page.locator('alliance-empathy')];
  await goals.getByRole('button', { name: 'Add a goal' }).click();
  await goals.getByRole('textbox').fill(WORDS);
  await moments.getByRole('button', { name: 'Something was missed' }).click();
  await moments.getByRole('button', { name: 'Skip this' }).click();
  await moments.getByRole('radio').first().check();
  await moments.getByRole('button', { name: 'Next', exact: true }).click();
  await moments.getByRole('textbox').fill(WORDS);
  await page.locator('alliance-rating').getByRole('textbox').fill(WORDS);
}

const send = (page) => page.evaluate(() => void document.querySelector('alliance-rating').submit());
const signOut = (page) => page.evaluate(() => document.querySelector('alliance-provider').clear());

/** What lies between the pages and the servers: requests can be cut off, or held. */
class Network {
  isAway = false;
  isHolding = false;
  /** The server knows the person no more: what is stored there stays there. */
  isOver = false;
  /** Writes that came after the sign-out. */
  late = [];
  hasLeft = false;
  held = [];

  async route(route) {
    const request = route.request();
    const isWrite = request.method() !== 'GET';
    if (isWrite && this.hasLeft) this.late.push(`${request.method()} ${request.url()}`);
    if (this.isAway) return route.abort();
    if (this.isOver && !isWrite) return route.fulfill({ status: 401 });
    if (isWrite && this.isHolding) await new Promise((resolve) => this.held.push(resolve));
    return route.continue().catch(() => undefined);
  }

  /** Until a write is on its way. */
  async holds() {
    while (this.held.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  release() {
    this.isHolding = false;
    for (const go of this.held.splice(0)) go();
  }
}

/** What is going on when the person signs out. */
const moments = {
  async idle(page) {
    await say(page);
    await page.evaluate(keptOnDevice);
  },
  typing: say,
  async sending(page, network, sends) {
    await say(page);
    if (!sends) return;
    network.isHolding = true;
    await send(page);
    await network.holds();
  },
  async delivering(page, network, sends) {
    await say(page);
    if (!sends) return;
    network.isAway = true;
    await send(page);
    await page.locator('alliance-rating').getByText('waiting to be sent').first().waitFor();
    Object.assign(network, { isAway: false, isHolding: true });
    await page.evaluate(() => void document.querySelector('alliance-provider').retry());
    await network.holds();
  },
  async unmounting(page) {
    await say(page);
    await page.evaluate(() => {
      document.querySelector('form').remove();
      document.querySelector('alliance-goals').remove();
    });
  },
};

/** Where the person signs out; gives all pages that are open in the end. */
const ways = {
  'the same page': async (page) => {
    await signOut(page);
    return [page];
  },
  'another tab': async (page, open, leaver) => {
    const other = await open(leaver);
    await signOut(other);
    return [page, other];
  },
  'a later page, then Back': async (page, open, leaver) => {
    await page.goto(new URL(addressOf(leaver), page.url()).href);
    await signOut(page);
    await page.goBack();
    await page.locator('alliance-goals').getByRole('button').first().waitFor();
    return [page];
  },
};

/** Looks until pages show nothing of the person any more, and then some more, whether anything comes back. */
async function restOn(pages) {
  const look = async () => (await Promise.all(pages.map((one) => one.evaluate(shownOn, WORDS)))).flat();
  for (let turn = 0; turn < 3000 && (await look()).length > 0; turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  for (let turn = 0; turn < 5; turn += 1)
    for (const page of pages) await page.evaluate(() => indexedDB.databases());
  return look();
}

async function tryOne(browser, url, { writer, leaver, moment, way }) {
  const context = await browser.newContext({ locale: 'en-GB' });
  context.setDefaultTimeout(120_000);
  const network = new Network();
  await context.route(/\/(fhir|own|elsewhere)(\/|$)/, (route) => network.route(route));
  const open = async (settings) => {
    const page = await context.newPage();
    await page.goto(url + addressOf(settings));
    return page;
  };
  try {
    const about = {
      subject: 'Patient/1',
      author: 'Patient/1',
      encounter: 'Encounter/1',
      audience: 'therapist',
    };
    const page = await open({ ...about, ...writers[writer] });
    const sends = writer.startsWith('server') || writer === 'own';
    await moments[moment](page, network, sends);
    network.isOver = true;
    network.hasLeft = way !== 'a later page, then Back';
    const pages = await ways[way](page, open, leaver);
    network.hasLeft = true;
    network.release();
    assert.deepEqual(await restOn(pages), [], 'shown on a page');
    assert.ok(!(await page.evaluate(keptOnDevice)).includes(WORDS), 'kept on the device');
    assert.deepEqual(network.late, [], 'written after it');
  } catch (error) {
    error.message = `${moment}, on a page with ${writer}, left on ${way} ${JSON.stringify(leaver)}: ${error.message}`;
    throw error;
  } finally {
    await context.close();
  }
}

/** Each kind of page with each moment, in turn with where the person leaves; with `SOAK` all with all. */
function* courses() {
  const all = Object.keys(ways);
  let turn = 0;
  for (const writer of Object.keys(writers))
    for (const moment of Object.keys(moments)) {
      turn += 1;
      for (const way of process.env.SOAK ? all : [all[turn % all.length]])
        for (const leaver of process.env.SOAK ? leavers : [leavers[turn % leavers.length]])
          yield { writer, leaver, moment, way };
    }
}

export async function run({ chromium, root }) {
  const handle = createFhirHandler({ repository: new KeptRepository(), mount: '/fhir' });
  const answer = (request, response) => void handle(request, response);
  const server = await serveFolder(root, {}, { '/fhir': answer, '/elsewhere': answer });
  const failures = [];
  for (const one of courses()) {
    await tryOne(chromium, server.url, one).catch(({ message }) => failures.push(message));
  }
  await server.close();
  assert.equal(failures.join('\n'), '');
}
