import assert from 'node:assert/strict';
import common from '../../locales/en/common.json' with { type: 'json' };
import goals from '../../locales/en/goals.json' with { type: 'json' };
import rating from '../../locales/en/rating.json' with { type: 'json' };
import { entriesWith } from '../../tools/bundler/entries.js';
import { withDemo } from './demo-page.js';

export const name =
  'what a page does not need is not loaded, and where it does not come, the page says so or does without';

const path = '/test/pages/plain.html';
const PARTS = ['drawings', 'foreign', 'questionnaire-reader', 'rich-text', 'therapist'];
const isPart = (part) => (address) => address.includes(`/chunks/${part}-`);

const cut = (part) => (page) => page.route(new RegExp(`/chunks/${part}-`), (route) => route.abort());

/** Puts the rating of the page into a provider with this viewer. */
const lookAs = (page, viewer) =>
  page.evaluate(async (who) => {
    const provider = document.createElement('alliance-provider');
    const widget = document.querySelector('alliance-rating');
    provider.viewer = who;
    widget.replaceWith(provider);
    provider.append(widget);
    await widget.updateComplete;
  }, viewer);

const easily = (page) =>
  page.evaluate(async () => {
    const widget = document.querySelector('alliance-rating');
    widget.support = 'easy';
    await widget.updateComplete;
  });

async function loadsWhenNeeded(surroundings, entry) {
  await withDemo(
    surroundings,
    async (page, { scripts }) => {
      const loaded = () => PARTS.filter((part) => [...scripts.keys()].some(isPart(part)));
      await page.locator('alliance-rating').getByRole('radio').first().waitFor();
      assert.deepEqual(loaded(), []);
      await lookAs(page, 'therapist');
      await page.locator('alliance-rating').getByText(rating.therapist.none).waitFor();
      assert.deepEqual(loaded(), ['therapist']);
    },
    { path, entry },
  );
}

async function doesWithoutDrawings(surroundings, entry) {
  await withDemo(
    surroundings,
    async (page, { problems }) => {
      await easily(page);
      await page.locator('alliance-rating').getByRole('radio').first().waitFor();
      assert.deepEqual([...problems], ['Failed to load resource: net::ERR_FAILED']);
      problems.clear();
    },
    { path, entry, prepare: cut('drawings') },
  );
}

async function saysWhenAPartDoesNotCome(surroundings, entry) {
  await withDemo(
    surroundings,
    async (page, { problems }) => {
      const widget = page.locator('alliance-rating');
      await lookAs(page, 'therapist');
      await widget.getByText(common.problem['not-loaded']).waitFor();
      await widget.getByText(common.problem['kept-here']).waitFor();
      await page.unrouteAll();
      await widget.getByRole('button', { name: common.problem.again }).click();
      await widget.getByText(rating.therapist.none).waitFor();
      problems.clear();
    },
    { path, entry, prepare: cut('therapist') },
  );
}

/** A page with goals, which shows one once it is there. */
async function showsGoals(surroundings) {
  const text = 'Walk to the shop';
  await withDemo(
    surroundings,
    async (page, { problems, scripts }) => {
      await page.evaluate(async () => {
        await import('/dist/alliance-goals.js');
        const widget = document.createElement('alliance-goals');
        document.body.append(widget);
        await widget.updateComplete;
      });
      const widget = page.locator('alliance-goals');
      await widget.getByText(goals.empty.client).waitFor();
      assert.deepEqual([...scripts.keys()].filter(isPart('cards')), []);
      await widget.evaluate((element, words) => {
        const subject = { reference: 'Patient/1' };
        const goal = { resourceType: 'Goal', id: 'g1', lifecycleStatus: 'active', subject };
        element.resources = [{ ...goal, description: { text: words } }];
      }, text);
      await widget.getByText(common.problem['not-loaded']).waitFor();
      await page.unrouteAll();
      await widget.getByRole('button', { name: common.problem.again }).click();
      await widget.getByRole('heading', { name: text }).waitFor();
      problems.clear();
    },
    { path: '/test/pages/empty.html', entry: 'alliance-goals', prepare: cut('cards') },
  );
}

export async function run(surroundings) {
  await showsGoals(surroundings);
  for (const entry of entriesWith('alliance-rating')) {
    await loadsWhenNeeded(surroundings, entry);
    await doesWithoutDrawings(surroundings, entry);
    await saysWhenAPartDoesNotCome(surroundings, entry);
  }
}
