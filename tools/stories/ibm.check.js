import assert from 'node:assert/strict';
import { outcomeOf, watchStories } from './story-page.js';

export const name = 'a story with a fault in a shadow root that only IBM’s engine is asked about fails';

/** A Storybook of one story, of which axe says that all is well. */
const storybook = (inside) => `<!doctype html><html lang="en"><title>Story</title>
  <div id="storybook-root"><outer-one></outer-one></div><script>
  const draw = (tag, inside) => customElements.define(tag, class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = inside; }
  });
  draw('outer-one', '<inner-one></inner-one>');
  draw('inner-one', ${JSON.stringify(inside)});
  window.__STORYBOOK_ADDONS_CHANNEL__ = { once: (event, tell) => {
    const told = { reporters: [{ type: 'a11y', status: 'passed' }] };
    if (event === 'storyFinished') setTimeout(tell, 0, told);
  } };
</script></html>`;

/** @type {[inside: string, found: RegExp[]][]} */
const cases = [
  ['<p>All is well, and in no landmark</p>', []],
  [
    `<fieldset role="radiogroup"><legend>How</legend><label><input type="radio" name="how">Well</label>
      <button>Clear answer</button></fieldset>`,
    [],
  ],
  ['<ul role="tablist"><li><button>First</button></li></ul>', [/^IBM: aria_child_valid: /]],
  ['<img src="data:,">', [/^IBM: img_alt_valid: .*\/inner-one.*\/img/]],
  ['<p role="buton">Send</p>', [/^IBM: aria_role_allowed: .*\/p/]],
  ['<input type="text">', [/^IBM: input_label_exists: /]],
  ['<fieldset role="group"><legend>How</legend><p>Words</p></fieldset>', [/^IBM: aria_role_redundant: /]],
  ['<p style="background: #fff; color: #aaa">Pale words</p>', [/^IBM: text_contrast_sufficient: /]],
];

export async function run({ chromium }) {
  const page = await chromium.newPage();
  try {
    await page.addInitScript(watchStories);
    for (const [inside, found] of cases) {
      const body = storybook(inside);
      await page.route('**/iframe.html*', (route) => route.fulfill({ contentType: 'text/html', body }), {
        times: 1,
      });
      const outcome = await outcomeOf(page, 'http://localhost', { id: 'one', type: 'story' });
      assert.equal(outcome.length, found.length, `${inside}: ${outcome.join('\n')}`);
      found.forEach((pattern, index) => assert.match(outcome[index], pattern));
    }
  } finally {
    await page.close();
  }
}
