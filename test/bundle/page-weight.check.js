import { gzipSync } from 'node:zlib';
import { ELEMENTS, EVERYTHING, entriesWith } from '../../tools/bundler/entries.js';
import { withDemo } from './demo-page.js';
import { showQuestionnaire } from './foreign-questionnaire.js';

export const name = 'what an English page loads of ours stays within its budget';

const PLAIN = '/test/pages/plain.html';
const EMPTY = '/test/pages/empty.html';
const sent = '#session-rating [part~="state"]';

/** Answers one question of the demo and sends, so that everything a page needs for that is loaded. */
async function answerAndSend(page) {
  await page.locator('#session-rating [part~="option"]').first().click();
  await page.locator('#session-rating [part~="button-main"]').click();
  await page
    .locator(sent)
    .filter({ hasText: /Sent|Saved/ })
    .waitFor();
}

/** What the goals and the moments add to a page that loads everything. */
const OTHERS = 30_900;
/** What the demo loads besides, since both sides rate there. */
const PAIRS = 3_800;

/**
 * Bytes of JavaScript over all requests, each file by gzip -9, whichever entry loads it. Parsers of rich text, which
 * only an instrument with some loads, are apart.
 */
const BUDGETS = [
  { what: 'a page with a rating', path: PLAIN, bytes: 60_000 },
  { what: 'a page with a foreign Questionnaire', path: PLAIN, bytes: 70_000, act: showQuestionnaire },
  { what: 'the demo, with its store on the device', bytes: 76_400, act: answerAndSend },
  { what: 'the demo, with a FHIR server', query: '?storage=fhir', bytes: 91_300, act: answerAndSend },
];

/** Bytes that an element may add to a page that has all the others. */
const ADDED = [
  ['alliance-empathy', 12_000],
  ['alliance-goals', 15_000],
];

/** What a page loads of ours, in bytes and files. */
async function weigh(surroundings, { act, ...page }) {
  let weighed = { bytes: 0, files: [] };
  await withDemo(
    surroundings,
    async (opened, { scripts }) => {
      await act?.(opened);
      await opened.waitForLoadState('networkidle'); // with what comes after the first drawing
      const bodies = await Promise.all(scripts.values());
      const bytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
      weighed = { bytes, files: [...scripts.keys()] };
    },
    page,
  );
  return weighed;
}

async function keepsItsBudget(surroundings, { what, bytes: budget, ...page }) {
  const { bytes, files } = await weigh(surroundings, page);
  const weight = `${bytes} bytes in ${files.length} file(s), of ${budget}`;
  console.log(`  ${what}, ${page.entry}.js: ${weight}`);
  if (files.length === 0) throw new Error(`${what} loaded nothing of ours`);
  if (bytes > budget) throw new Error(`${what} is too heavy: ${weight}\n${files.join('\n')}`);
}

/** A page with each of these elements, each loaded by its own entry. */
const showElements = (tags) => ({
  path: EMPTY,
  act: (page) =>
    page.evaluate(async (all) => {
      await Promise.all(all.map((tag) => import(`/dist/${tag}.js`)));
      const elements = all.map((tag) => document.createElement(tag));
      document.body.append(...elements);
      await Promise.all(elements.map((element) => element.updateComplete));
    }, tags),
});

/** What an element adds: a page with everything, less the page with everything but it. */
async function addsNoMore(surroundings, [tag, budget]) {
  const all = await weigh(surroundings, showElements(ELEMENTS));
  const others = await weigh(surroundings, showElements(ELEMENTS.filter((one) => one !== tag)));
  const adds = `<${tag}> adds ${all.bytes - others.bytes} bytes, of ${budget}, to a page that has all the others`;
  console.log(`  ${adds}`);
  if (all.bytes - others.bytes > budget) throw new Error(adds);
}

export async function run(surroundings) {
  for (const budget of BUDGETS)
    for (const entry of entriesWith('alliance-rating')) {
      const isDemo = budget.path === undefined;
      const more = entry === EVERYTHING ? OTHERS + (isDemo ? PAIRS : 0) : 0;
      const bytes = budget.bytes + more;
      await keepsItsBudget(surroundings, { ...budget, bytes, entry });
    }
  await keepsItsBudget(surroundings, {
    ...showElements(['alliance-goals']),
    ...{ what: 'a page with goals', bytes: 50_400, entry: 'alliance-goals' },
  });
  await keepsItsBudget(surroundings, {
    ...showElements(['alliance-empathy']),
    ...{ what: 'a page with moments', bytes: 48_000, entry: 'alliance-empathy' },
  });
  for (const added of ADDED) await addsNoMore(surroundings, added);
}
