import assert from 'node:assert/strict';
import rating from '../../locales/en/rating.json' with { type: 'json' };
import { entriesWith } from '../../tools/bundler/entries.js';
import { withDemo } from './demo-page.js';
import { richQuestionnaire, showQuestionnaire } from './foreign-questionnaire.js';

export const name =
  'a Questionnaire with rich text holds under the strict policy, and its parts are loaded only then';

const path = '/test/pages/plain.html';
/** What reads it, what draws it, and what reads its marked words. */
const PARTS = ['questionnaire-reader', 'foreign', 'rich-text'];
const isPart = (part) => (address) => address.includes(`/chunks/${part}-`);

async function rendersRichText(surroundings, entry) {
  await withDemo(
    surroundings,
    async (page, { scripts }) => {
      const loaded = () => [...scripts.keys()];
      for (const part of PARTS) assert.equal(loaded().filter(isPart(part)).length, 0, part);
      await showQuestionnaire(page, richQuestionnaire);
      const note = page.locator('alliance-rating [part~="note"]');
      await note.locator('strong', { hasText: 'Bold' }).waitFor();
      await note.locator('em', { hasText: 'Slanted' }).waitFor();
      assert.equal(await note.locator('script, img').count(), 0);
      assert.equal(await note.locator('a').getAttribute('href'), 'https://example.org');
      for (const part of PARTS) assert.equal(loaded().filter(isPart(part)).length, 1, part);
    },
    { path, entry },
  );
}

/** A network that is cut at the wrong moment: the page says so, and takes the next one. */
async function saysWhenItsReaderDoesNotCome(surroundings, entry) {
  await withDemo(
    surroundings,
    async (page, { problems }) => {
      await page.route(/questionnaire-reader/, (route) => route.abort());
      const told = await page.evaluate(async () => {
        const widget = document.querySelector('alliance-rating');
        widget.questionnaire = { resourceType: 'Questionnaire', status: 'active', item: [] };
        await widget.updateComplete;
        return widget.problems;
      });
      assert.deepEqual(told, [{ reason: 'not-loaded' }]);
      await page.locator('alliance-rating').getByText(rating.unreadable.title).waitFor();
      assert.ok(
        [...problems].some((text) => text.includes('could not be loaded')),
        'the developer is told',
      );
      problems.clear();
    },
    { path, entry },
  );
}

export async function run(surroundings) {
  for (const entry of entriesWith('alliance-rating')) {
    await rendersRichText(surroundings, entry);
    await saysWhenItsReaderDoesNotCome(surroundings, entry);
  }
}
