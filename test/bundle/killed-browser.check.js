import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { createFhirHandler } from '../../demo/server/handler.js';
import { KeptRepository } from '../../demo/server/repository.js';
import { findEngines, HEADLESS_CHROMIUM } from '../../tools/browsers/engines.js';
import { serveFolder } from '../../tools/browsers/static-server.js';

export const name = 'a browser that is killed at any moment keeps what it called kept, and sends it once';

const KILLS = process.env.SOAK ? 100 : 4;
/** A kill comes within these milliseconds of the last thing that the person did: what is asserted holds at any moment. */
const SOON = 400;

/** The browser that is open, whatever went wrong. */
let running;

/** A browser of its own over one profile, since nobody can kill one that Playwright has started. */
async function open(profile) {
  const child = spawn(
    findEngines().chromium,
    [...HEADLESS_CHROMIUM, `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const kill = async () => {
    running = undefined;
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await ended;
  };
  running = kill;
  let endpoint;
  for await (const line of createInterface(child.stderr)) {
    endpoint = /^DevTools listening on (\S+)/.exec(line)?.[1];
    if (endpoint) break;
  }
  child.stderr.resume();
  const browser = await chromium.connectOverCDP(endpoint);
  const [context] = browser.contexts();
  context.setDefaultTimeout(120_000);
  return { page: await context.newPage(), kill };
}

/** What one session of a person comes to: a response of its own. */
const addressOf = (session) =>
  `/test/pages/leaving.html?${new URLSearchParams({
    ...{ subject: 'Patient/1', author: 'Patient/1', encounter: `Encounter/${session}` },
    ...{ storage: 'fhir', 'fhir-base': '/fhir', outbox: 'device', drafts: 'device', audience: 'therapist' },
  })}`;

const wordsOf = (session) => `Said ${session}.`;

/** What the page says of the words. */
const told = (page) =>
  page.evaluate(() => {
    const text = document.querySelector('alliance-rating').shadowRoot.textContent;
    return {
      isKept: text.includes('Kept on this device'),
      isGiven: /Sent \d|waiting to be sent/.test(text),
    };
  });

/** Whether the words are on the page, to go on with. */
const isShown = (words) =>
  document.querySelector('alliance-rating').shadowRoot.querySelector('textarea')?.value === words;

async function ready(page) {
  await page.waitForFunction(
    () =>
      document.querySelector('alliance-rating')?.shadowRoot?.querySelector('h2') &&
      !document.querySelector('alliance-rating').matches(':state(loading)'),
  );
}

const tells = (page, words) => page.locator('alliance-rating').getByText(words).first().waitFor();
const type = (page, session) => page.locator('alliance-rating').getByRole('textbox').fill(wordsOf(session));
const send = (page) => page.evaluate(() => void document.querySelector('alliance-rating').submit());
const goAway = (page) => page.route(/\/fhir\//, (route) => route.abort());

/** What is going on when the browser is killed. */
const moments = {
  async answering(page, session) {
    await type(page, session);
    await tells(page, 'Kept on this device');
  },
  async sending(page, session) {
    await type(page, session);
    await send(page);
  },
  async waiting(page, session) {
    await goAway(page);
    await type(page, session);
    await send(page);
    await tells(page, 'waiting to be sent');
  },
  async delivering(page, session) {
    await moments.waiting(page, session);
    await page.unroute(/\/fhir\//);
    await page.evaluate(() => void document.querySelector('alliance-provider').retry());
  },
};

/** Opens the page of a session, says something, perhaps sends it, and is killed in the midst. */
async function beKilled(profile, url, session) {
  const { page, kill } = await open(profile);
  await page.goto(url + addressOf(session));
  await ready(page);
  const all = Object.values(moments);
  await all[session % all.length](page, session);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * SOON));
  const said = await told(page);
  await kill();
  return { session, ...said };
}

/** How many are left after one more attempt. `waitForFunction` would take the promise itself for a yes. */
const waiting = (page) =>
  page.evaluate(async () => {
    const { currentStore } = document.querySelector('alliance-provider');
    await currentStore.deliver();
    return (await currentStore.waiting()).length;
  });

/** What the server holds, once everything that waits was delivered. */
async function delivered(page) {
  for (let attempts = 0; (await waiting(page)) > 0; attempts += 1) {
    assert.ok(attempts < 240, 'what waits does not arrive');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return page.evaluate(async () => {
    const find = async (type) => {
      const bundle = await (await fetch(`/fhir/${type}?_count=1000`)).json();
      return (bundle.entry ?? []).map(({ resource }) => resource);
    };
    return { responses: await find('QuestionnaireResponse'), provenances: await find('Provenance') };
  });
}

/** True where the server has what was said, once, and with where it is from. */
function isHeld({ responses, provenances }, session) {
  const own = responses.filter(({ encounter }) => encounter?.reference === `Encounter/${session}`);
  if (own.length === 0) return false;
  assert.equal(own.length, 1, `how often session ${session} is on the server`);
  const [{ id }] = own;
  assert.ok(JSON.stringify(own).includes(wordsOf(session)), `the words of session ${session}`);
  const from = provenances.filter(({ target }) =>
    target?.some(({ reference }) => reference?.includes(`QuestionnaireResponse/${id}/`)),
  );
  assert.equal(from.length, 1, `Provenance of session ${session}`);
  return true;
}

export async function run({ root }) {
  const profile = await mkdtemp(path.join(tmpdir(), 'killed-'));
  const repository = new KeptRepository();
  const handle = createFhirHandler({ repository, mount: '/fhir' });
  const server = await serveFolder(root, {}, { '/fhir': (...given) => void handle(...given) });
  try {
    const sessions = [];
    for (let session = 1; session <= KILLS; session += 1)
      sessions.push(await beKilled(profile, server.url, session));

    // The person comes back, and everything that was given arrives
    const { page } = await open(profile);
    await page.goto(server.url + addressOf(0));
    await ready(page);
    const held = await delivered(page);
    for (const { session, isKept, isGiven } of sessions) {
      if (isHeld(held, session)) continue;
      assert.ok(!isGiven, `session ${session} was called given, and the server does not have it`);
      if (!isKept) continue;
      await page.goto(server.url + addressOf(session));
      await ready(page);
      await page
        .waitForFunction(isShown, wordsOf(session))
        .catch(() => assert.fail(`session ${session} was called kept, and is nowhere`));
    }
    const [given, kept] = ['isGiven', 'isKept'].map((what) => sessions.filter((one) => one[what]).length);
    console.log(`  ${KILLS} kills: ${given} were called given before and ${kept} kept; all are there, once`);
  } finally {
    await running?.();
    await server.close();
    await rm(profile, { recursive: true, force: true });
  }
}
