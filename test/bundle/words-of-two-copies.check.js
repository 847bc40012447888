import assert from 'node:assert/strict';
import { STRICT, withDemo } from './demo-page.js';

export const name =
  'what a page says to a second copy of the bundle about words reaches the elements of the first';

/** A second Lit asks for a policy of the same name. */
const policy = `${STRICT} 'allow-duplicates'`;

/** Speaks to the second copy: of a language that is new, and of single words of that and of English. */
async function speakToSecondCopy() {
  const { addLanguage, overrideWords } = await import('/dist/alliance-elements.js?copy=2');
  addLanguage('cy', { common: { send: { send: 'Anfon' } } }, { status: 'reviewed' });
  overrideWords('cy', { common: { support: { easier: 'Symlach' } } });
  overrideWords('en', { common: { send: { send: 'Share with my team' } } });
}

/** Takes back through one copy what was said through the other. */
async function takeBackThroughFirstCopy() {
  const { overrideWords } = await import('/dist/alliance-elements.js');
  overrideWords('cy', undefined);
}

async function statusInEachCopy() {
  const copies = ['', '?copy=2'].map((query) => import(`/dist/alliance-elements.js${query}`));
  return (await Promise.all(copies)).map(({ languageStatus }) => languageStatus('cy-GB'));
}

export async function run(surroundings) {
  await withDemo(
    surroundings,
    async (page) => {
      const button = (name) => page.locator('#session-rating').getByRole('button', { name, exact: true });
      const setLocale = (locale) =>
        page.evaluate((tag) => {
          document.querySelector('#session-rating').locale = tag;
        }, locale);
      await button('Send').waitFor();
      await page.evaluate(speakToSecondCopy);
      await button('Share with my team').waitFor();

      await setLocale('cy-GB');
      await button('Anfon').waitFor();
      await button('Symlach').waitFor();
      assert.deepEqual(await page.evaluate(statusInEachCopy), ['reviewed', 'reviewed']);

      await page.evaluate(takeBackThroughFirstCopy);
      await button('Make this easier').waitFor();
      await button('Anfon').waitFor(); // the language stays
    },
    { policy },
  );
}
