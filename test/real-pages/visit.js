import assert from 'node:assert/strict';
import { BUILT } from './build.js';
import { hasArrived, installHelpers } from './in-page.js';
import { Person } from './person.js';

export const DIALOGS = ['mantine', 'radix', 'focus-trap'];
/** Radix with the closing button behind everything. */
export const SHADCN = ['shadcn'];
export const HEADERS = ['tailwind', 'carbon', 'bootstrap'];
const ELEMENTS = ['alliance-rating', 'alliance-goals', 'alliance-empathy'];

/** Opens an element on a page and does with it all that a person does; tells what went wrong. */
async function visit(browser, url, { name, element, width }) {
  const page = await browser.newPage({ viewport: { width, height: 640 } });
  page.setDefaultTimeout(10_000);
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  try {
    await page.addInitScript(installHelpers);
    await page.goto(`${url}/test/pages/real/page.html?page=${name}&element=${element}&built=${BUILT}`);
    await page.waitForFunction(hasArrived);
    const person = new Person(page);
    await person.goesRound('Tab');
    await person.goesRound('Shift+Tab');
    await person.sends();
    // By mouse, since a dialog looks after the focus that is lost
    if (element === 'alliance-rating') await sendsByMouse(page, person);
    assert.deepEqual(errors, []);
  } catch (error) {
    return `${name}, ${element}, ${width} px: ${error.message}`;
  } finally {
    await page.close();
  }
  return undefined;
}

async function sendsByMouse(page, person) {
  await page.reload();
  await page.waitForFunction(hasArrived);
  for (let screens = 1; screens < 12; screens += 1) {
    const option = page.locator('#widget [part~="option"]').first();
    if (await option.count()) await option.click();
    await page.locator('#widget [part~="button-main"]').click();
    await person.isStillThere(`after click ${screens}`);
    if (await page.evaluate(() => window.real.saves())) return;
  }
  assert.fail('Nothing was saved by mouse');
}

/** Visits every element on these pages; fails with all that went wrong. */
export async function visitAll(browser, url, { names, widths }) {
  const queue = names.flatMap((name) =>
    widths.flatMap((width) => ELEMENTS.map((element) => ({ name, element, width }))),
  );
  const problems = [];
  for (const one of queue) problems.push(await visit(browser, url, one));
  const found = problems.filter(Boolean);
  assert.equal(found.length, 0, `${found.length} of ${queue.length}\n${found.join('\n')}`);
}
