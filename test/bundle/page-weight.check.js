import { gzipSync } from 'node:zlib';
import { withDemo } from './demo-page.js';
import { showQuestionnaire } from './foreign-questionnaire.js';

export const name = 'what an English page loads of ours stays within its budget';

const PLAIN = '/test/pages/plain.html';
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

/** Bytes of JavaScript, each file by gzip -9. Parsers of rich text, which only an instrument with some loads, are apart. */
const BUDGETS = [
  { what: 'a page with a rating', path: PLAIN, bytes: 55_800 },
  { what: 'a page with a foreign Questionnaire', path: PLAIN, bytes: 61_500, act: showQuestionnaire },
  { what: 'the demo, with its store on the device', bytes: 67_000, act: answerAndSend },
  { what: 'the demo, with a FHIR server', query: '?storage=fhir', bytes: 76_400, act: answerAndSend },
];

export async function run(surroundings) {
  for (const { what, bytes: budget, act, ...page } of BUDGETS) {
    await withDemo(
      surroundings,
      async (opened, { scripts }) => {
        await act?.(opened);
        const bodies = await Promise.all(scripts.values());
        const bytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
        const weight = `${bytes} bytes in ${scripts.size} file(s), of ${budget}`;
        console.log(`  ${what}: ${weight}`);
        if (scripts.size === 0) throw new Error(`${what} loaded nothing of ours`);
        if (bytes > budget)
          throw new Error(`${what} is too heavy: ${weight}\n${[...scripts.keys()].join('\n')}`);
      },
      page,
    );
  }
}
