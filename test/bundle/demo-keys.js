import assert from 'node:assert/strict';

/** What has the focus, through shadow roots, as far as a check needs to know it. */
function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return {
    tag: element?.localName ?? '',
    value: element?.getAttribute('value') ?? '',
    words: element?.textContent.trim() ?? '',
    group: element?.closest('fieldset')?.id ?? '',
  };
}

/** Presses Tab until the focus is where it is wanted; fails where no keyboard user would get there. */
export async function tabTo(page, isWanted, name) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (isWanted(await page.evaluate(focused))) return;
  }
  assert.fail(`${name} cannot be reached with the Tab key`);
}

export const tabToButton = (page, words) =>
  tabTo(page, ({ tag, words: own }) => tag === 'button' && own === words, `the button "${words}"`);

const tabToQuestion = (page, group) =>
  tabTo(page, ({ tag, group: own }) => tag === 'input' && own === group, group);

/** Chooses the option at `index` of a question, by keys alone. */
export async function choose(page, question, index) {
  await tabToQuestion(page, `question-${question}`);
  await page.keyboard.press('Space');
  for (let presses = 0; presses < index; presses += 1) await page.keyboard.press('ArrowDown');
  assert.equal(
    (await page.evaluate(focused)).value,
    String(index),
    `option ${index} of question ${question}`,
  );
}

/** "I'd rather not say" is the last of the group: one step back from the first. */
export async function decline(page, question) {
  await tabToQuestion(page, `question-${question}`);
  await page.keyboard.press('ArrowUp');
  assert.equal((await page.evaluate(focused)).value, 'asked-declined', `declining question ${question}`);
}
