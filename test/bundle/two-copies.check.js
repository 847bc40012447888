import assert from 'node:assert/strict';
import { STRICT, withDemo } from './demo-page.js';

export const name = 'a second copy of the bundle on a page warns, breaks nothing and works with the first';

/** A second Lit asks for a policy of the same name. */
const POLICY = `${STRICT} 'allow-duplicates'`;

/** The second copy provides; the element, which is the first copy's, answers, saves and tells. */
async function saveThroughSecondCopy() {
  const { provideAlliance } = await import('/dist/alliance-elements.js?copy=2');
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
  rating.answers = { 'bond-1': '0' };
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
  rating.answers = { 'bond-1': '4' };
  await rating.submit();
  return saved;
}

export async function run(surroundings) {
  await withDemo(
    surroundings,
    async (page, { warnings }) => {
      const second = await page.evaluate(saveThroughSecondCopy);
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
    },
    { policy: POLICY },
  );
}
