import assert from 'node:assert/strict';
import { entriesWith } from '../../tools/bundler/entries.js';
import { STRICT, withDemo } from './demo-page.js';

export const name = 'a second copy of the bundle on a page warns, breaks nothing and works with the first';

/** A second Lit asks for a policy of the same name. */
const POLICY = `${STRICT} 'allow-duplicates'`;

/** The second copy provides; the element, which is the first copy's, answers, saves and tells. */
async function saveThroughSecondCopy(entry) {
  const { provideAlliance } = await import(`/copy/${entry}.js`);
  const panel = document.createElement('div');
  const rating = document.createElement('alliance-rating');
  panel.append(rating);
  document.querySelector('main').append(panel);
  const { clear, stop } = provideAlliance(panel, {
    storage: 'memory',
    subject: 'Patient/copy',
    encounter: 'Encounter/copy',
  });
  await rating.updateComplete;
  const saved = new Promise((resolve) => {
    panel.addEventListener('alliance-saved', ({ resource }) => resolve(resource.subject.reference));
  });
  rating.answers = { person: '0' };
  await rating.submit();
  const subject = await saved;
  await clear();
  const isEmpty = rating.response === undefined;
  stop();
  return { subject, isEmpty };
}

/** The first copy goes on as before. */
async function saveThroughFirstCopy() {
  const rating = document.querySelector('#session-rating');
  const saved = new Promise((resolve) => {
    rating.addEventListener('alliance-saved', ({ resource }) => resolve(resource.subject.reference));
  });
  rating.answers = { person: '4' };
  await rating.submit();
  return saved;
}

/** All files once more at another address, as a second version of the library would be. */
const serveCopy = (page) =>
  page.route('**/copy/**', (route) =>
    route.continue({ url: route.request().url().replace('/copy/', '/dist/') }),
  );

async function bothWork(page, warnings, entry) {
  const second = await page.evaluate(saveThroughSecondCopy, entry);
  assert.deepEqual(second, { subject: 'Patient/copy', isEmpty: true });
  assert.equal(await page.evaluate(saveThroughFirstCopy), 'Patient/example');
  assert.ok(
    ['alliance-provider', 'alliance-rating'].every((tag) =>
      warnings.some((words) => words.includes(`<${tag}>`)),
    ),
    `a warning for each tag, not: ${warnings.join(' | ')}`,
  );
  const announcers = await page.locator('[data-alliance-announcer]').count();
  assert.equal(announcers, 1, 'both copies speak through one live region');
}

export async function run(surroundings) {
  for (const entry of entriesWith('alliance-rating')) {
    await withDemo(surroundings, (page, { warnings }) => bothWork(page, warnings, entry), {
      ...{ policy: POLICY, entry, prepare: serveCopy },
    });
  }
}
