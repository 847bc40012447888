import assert from 'node:assert/strict';
import common from '../../locales/en/common.json' with { type: 'json' };
import tasks from '../../locales/en/goal-tasks.json' with { type: 'json' };
import goals from '../../locales/en/goals.json' with { type: 'json' };
import led from '../../locales/en/tasks.json' with { type: 'json' };
import rating from '../../locales/en/rating.json' with { type: 'json' };
import arabic from '../../locales/ar/common.json' with { type: 'json' };
import spanish from '../../locales/es/common.json' with { type: 'json' };
import { entriesWith, EVERYTHING } from '../../tools/bundler/entries.js';
import { choose, decline, tabTo, tabToButton } from './demo-keys.js';
import { withDemo } from './demo-page.js';

export const name =
  'the demo works from end to end under a strict content security policy with trusted types';

const textOf = (page, part, id = 'session-rating') => page.locator(`#${id} [part~="${part}"]`).first();

/** The words of a state up to where a time stands in them. */
const beginningOf = (words) => words.split('{{')[0].trim();

async function answerAndSend(page) {
  for (const question of [0, 2, 3, 4, 5]) {
    if (question === 2) await decline(page, 1);
    await choose(page, question, question % 5);
  }
  await tabTo(page, ({ tag }) => tag === 'textarea', 'the open question');
  await page.keyboard.type('A little more time.');
  await tabToButton(page, common.send.send);
  await page.keyboard.press('Enter');
  await textOf(page, 'state')
    .filter({ hasText: beginningOf(common.state['saved-on-device']) })
    .waitFor();
}

async function readRecord(page) {
  await page.locator('#open-record').focus();
  await page.keyboard.press('Enter');
  const resource = JSON.parse(await page.locator('#record-saved pre').first().textContent());
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'open-record', 'the focus comes back');
  return resource;
}

/** Of the session alliance: seven with degrees, the last one open. */
const QUESTIONS = 8;

/** What a store would be asked for: the answer of the first question is 0, the second has a reason instead. */
function checkResource({ status, encounter, item }) {
  assert.equal(status, 'completed');
  assert.equal(encounter.reference, 'Encounter/session-1');
  assert.equal(item.length, QUESTIONS);
  assert.equal(item[0].answer[0].valueCoding.code, '0');
  assert.match(JSON.stringify(item[1]), /asked-declined/);
  assert.equal(item.at(-1).answer[0].valueString, 'A little more time.');
}

async function changeLanguages(page, scripts) {
  for (const [lang, dir] of Object.entries({ es: 'ltr', ar: 'rtl', en: 'ltr' })) {
    await page.selectOption('#language', lang);
    await page.locator(`#session-rating [part~="root"][lang="${lang}"][dir="${dir}"]`).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.dir), dir);
  }
  const lazy = [...scripts].filter(([address]) => address.startsWith('/dist/chunks/'));
  const texts = await Promise.all(lazy.map(async ([, body]) => String(await body)));
  for (const { step } of [spanish, arabic])
    assert.ok(
      texts.some((text) => text.includes(step.next)),
      `"${step.next}" came with a chunk of its own`,
    );
}

async function goThroughEasyMode(page) {
  await page.locator('#new-session').click();
  await page.selectOption('select[name="support"]', 'easy');
  await textOf(page, 'progress').waitFor();
  for (let step = 0; step < QUESTIONS; step += 1) {
    await tabToButton(page, common.step.next);
    await page.keyboard.press('Enter');
  }
  await textOf(page, 'heading').filter({ hasText: rating.step.check }).waitFor();
  await page.selectOption('select[name="support"]', 'standard');
}

async function lookAsTherapist(page) {
  await page.goBack(); // to the first session
  await page.selectOption('select[name="viewer"]', 'therapist');
  await textOf(page, 'prompt').waitFor();
  const answers = await textOf(page, 'answers').textContent();
  assert.ok(answers.includes(rating.therapist.declined), 'the therapist reads that one was declined');
  await page.selectOption('select[name="viewer"]', 'client');
}

async function rateInPanel(page) {
  await page.locator('nav a[data-page="video"]').click();
  const { width } = await page.locator('#video-panel').boundingBox();
  assert.equal(width, 360);
  await choose(page, 0, 2);
  const told = await page.evaluate(() => document.querySelector('#video-rating').response);
  assert.equal(told.encounter.reference, 'Encounter/video-1');
}

/** A goal in words, past all else that is asked, to the therapist. */
async function proposeGoal(page) {
  await page.locator('nav a[data-page="goals"]').click();
  const list = page.locator('#goals-list');
  const press = (name) => list.getByRole('button', { name, exact: true }).click();
  await press(goals.do.add);
  await list.getByRole('textbox').fill('Cook for my children');
  await press(common.step.next);
  const propose = list.getByRole('button', { name: tasks.do.propose.client, exact: true });
  while ((await propose.count()) === 0) {
    await press(led.skip);
    await page.evaluate(() => document.querySelector('#goals-list').updateComplete);
  }
  await propose.click();
  await list.getByText(tasks.did.propose).waitFor();
  const [goal] = await page.evaluate(() => document.querySelector('#goals-list').goals);
  assert.equal(goal.text, 'Cook for my children');
  assert.deepEqual(goal.accepted, { client: 'agree', therapist: 'pending' });
}

async function submitForm(page) {
  await page.locator('nav a[data-page="form"]').click();
  await page.fill('#practice', 'Walk to the shop');
  await page.keyboard.press('Enter');
  await page.locator('#form-rating [part~="question"][aria-invalid]').first().waitFor();
  assert.equal(
    await page.locator('#entries pre').count(),
    0,
    'a required field without answers stops the form',
  );
  await page.locator('#practice').focus();
  for (const question of [0, 1, 2]) await choose(page, question, 0);
  await page.locator('#visit-form button.main').click();
  const entry = JSON.parse(await page.locator('#entries pre').nth(1).textContent());
  assert.equal(entry.resourceType, 'QuestionnaireResponse');
}

/** How many rows the device still keeps, counted past the library. */
function countRows() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('alliance-elements');
    request.onerror = () => reject(new Error(request.error?.message));
    request.onsuccess = () => {
      const database = request.result;
      const transaction = database.transaction([...database.objectStoreNames]);
      const counts = [...database.objectStoreNames].map((store) => transaction.objectStore(store).count());
      transaction.oncomplete = () => {
        database.close();
        resolve(counts.reduce((sum, { result }) => sum + result, 0));
      };
    };
  });
}

async function signOut(page) {
  assert.notEqual(await page.evaluate(countRows), 0);
  await page.locator('#sign-out').click();
  await page.locator('#signed-out-title').waitFor();
  assert.equal(await page.evaluate(countRows), 0, 'nothing stays on the device');
}

/** The whole way through the demo, with one entry. */
async function goThrough(page, { scripts, open }, entry) {
  await answerAndSend(page);
  checkResource(await readRecord(page));
  await open(''); // what was sent is still there after a reload
  await textOf(page, 'state')
    .filter({ hasText: beginningOf(common.state['saved-on-device']) })
    .waitFor();
  await changeLanguages(page, scripts);
  await goThroughEasyMode(page);
  await lookAsTherapist(page);
  await rateInPanel(page);
  if (entry === EVERYTHING) await proposeGoal(page);
  await submitForm(page);
  await signOut(page);
}

export async function run(surroundings) {
  for (const entry of entriesWith('alliance-rating'))
    await withDemo(surroundings, (page, demo) => goThrough(page, demo, entry), { entry });
}
