import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { elementsOf, ENTRIES } from '../../tools/bundler/entries.js';
import { STRICT, withDemo } from './demo-page.js';

export const name =
  'the snippet of every entry works under the strict policy, and refuses a file with a changed byte';

const path = '/embedded';

/** Serves a page with the snippet in it, and the files at the snippet's own address; `isChanged` says which of them with a byte more. */
async function serveSnippet(page, { dist, entry, isChanged }) {
  const snippet = await readFile(join(dist, 'embed', `${entry}.html`), 'utf8');
  const [mapHash] = /'sha256-[^']+'/.exec(snippet);
  await page.route(`**${path}`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: {
        'Content-Security-Policy': STRICT.replace(`script-src 'self'`, `script-src 'self' ${mapHash}`),
      },
      body: `<!doctype html><html lang="en"><head><title>A portal</title><link rel="icon" href="/demo/favicon.svg">
        ${snippet}</head><body><alliance-rating></alliance-rating></body></html>`,
    }),
  );
  await page.route('**/assets/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    const body = await readFile(join(dist, pathname.replace('/assets/', '')), 'utf8');
    const contentType = 'text/javascript';
    await route.fulfill({ contentType, body: isChanged(pathname) ? `${body} ` : body });
  });
}

const isDefined = (page, tag) => page.evaluate((one) => customElements.get(one) !== undefined, tag);

async function works(surroundings, served) {
  const requests = [];
  await withDemo(
    surroundings,
    async (page, { warnings }) => {
      for (const tag of elementsOf(served.entry)) assert.ok(await isDefined(page, tag), tag);
      const scripts = requests.filter((address) => address.includes('/assets/'));
      const preloaded = await page.evaluate(() =>
        [...document.querySelectorAll('link[rel="modulepreload"]')].map(({ href }) => href),
      );
      assert.deepEqual(scripts.sort(), preloaded.sort(), 'what is needed at once is preloaded, nothing else');
      assert.deepEqual(warnings, []);
    },
    {
      path,
      async prepare(page) {
        page.on('request', (request) => requests.push(request.url()));
        await serveSnippet(page, { ...served, isChanged: () => false });
      },
    },
  );
}

/** Opens a page on which one file was changed; `act` makes it load that file. */
async function refuses(surroundings, served, part, act) {
  await withDemo(
    surroundings,
    async (page, { problems }) => {
      await act(page);
      const told = [...problems].some((words) => /integrity/i.test(words) && words.includes(`/${part}-`));
      assert.ok(told, `${part}: the browser refuses it, not: ${[...problems].join(' | ')}`);
      problems.clear();
    },
    {
      path,
      prepare: (page) =>
        serveSnippet(page, { ...served, isChanged: (pathname) => pathname.includes(`/chunks/${part}-`) }),
    },
  );
}

async function showForeignQuestionnaire(page) {
  await page.evaluate(async () => {
    const widget = document.querySelector('alliance-rating');
    widget.questionnaire = { resourceType: 'Questionnaire', status: 'active', item: [] };
    await widget.updateComplete;
  });
}

export async function run(surroundings) {
  const dist = join(surroundings.root, 'dist');
  for (const entry of Object.keys(ENTRIES)) {
    const served = { dist, entry };
    await works(surroundings, served);
    await refuses(surroundings, served, 'base', async (page) => {
      assert.equal(await isDefined(page, 'alliance-provider'), false, 'nothing of a changed file runs');
    });
    if (elementsOf(entry).includes('alliance-rating'))
      await refuses(surroundings, served, 'questionnaire-reader', showForeignQuestionnaire);
  }
}
