import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { ELEMENTS, elementsOf, ENTRIES, EVERYTHING } from '../../tools/bundler/entries.js';
import { withDemo } from './demo-page.js';

export const name =
  'every entry registers its elements, and however often it is loaded, each chunk runs once';

const path = '/test/pages/empty.html';

/** Everything once more: with queries, through an importer, and one element by itself. */
const AGAIN = [
  `/dist/${EVERYTHING}.js?v=1`,
  `/dist/${EVERYTHING}.js?v=2`,
  '/test/pages/importer.js',
  ...ELEMENTS.map((tag) => `/dist/${tag}.js?v=3`),
];

async function registersItsOwn(surroundings, entry) {
  await withDemo(
    surroundings,
    async (page) => {
      await page.evaluate((address) => import(address), `/dist/${entry}.js`);
      const registered = await page.evaluate(
        (tags) => tags.filter((tag) => customElements.get(tag) !== undefined),
        ELEMENTS,
      );
      assert.deepEqual(registered, elementsOf(entry), entry);
    },
    { path },
  );
}

/** The classes that each of several modules offers, compared with those of the first. */
async function offersTheSame(addresses) {
  const [first, ...others] = await Promise.all(addresses.map((address) => import(address)));
  return others.every((other) => Object.keys(other).every((key) => other[key] === first[key]));
}

async function runsOnce(surroundings) {
  const requests = [];
  await withDemo(
    surroundings,
    async (page, { warnings }) => {
      assert.ok(await page.evaluate(offersTheSame, AGAIN), 'all offer the same classes');
      await page.evaluate(() => document.body.append(document.createElement('alliance-rating')));
      await page.locator('alliance-rating').getByRole('radio').first().waitFor();
      const chunks = requests.filter((address) => address.includes('/chunks/'));
      assert.ok(chunks.length > 0);
      assert.deepEqual(chunks, [...new Set(chunks)], 'no chunk is loaded twice');
      assert.deepEqual(warnings, [], 'no warning');
    },
    { path, prepare: (page) => page.on('request', (request) => requests.push(request.url())) },
  );
}

/** Every element can be had in the package as a class, registered, and as a file for pages. */
function isInThePackage(root) {
  for (const subpath of ELEMENTS.flatMap((tag) => [`./${tag}`, `./${tag}/define`, `./${tag}.js`])) {
    const { types, default: code } = packageJson.exports[subpath] ?? {};
    for (const file of [types, code])
      assert.ok(file && existsSync(join(root, file)), `exports["${subpath}"] of package.json: ${file}`);
  }
}

export async function run(surroundings) {
  isInThePackage(surroundings.root);
  for (const entry of Object.keys(ENTRIES)) await registersItsOwn(surroundings, entry);
  await runsOnce(surroundings);
}
