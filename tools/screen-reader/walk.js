import { setTimeout as wait } from 'node:timers/promises';
import { isFocused, press, tabTo } from './browser.js';
import { until } from './until.js';

/**
 * @typedef {object} Step what a person does, and what is heard of it
 * @property {string} does in words, for the report
 * @property {{ role: string, name?: string | RegExp }} [tabTo] Tab until the focus is on the first of these
 * @property {string} [key] a key as xdotool calls it, pressed after that
 * @property {readonly string[]} says these words, in this order, among others; they may come late
 * @property {readonly string[]} [never] none of these words, up to where the next step has been heard
 * @property {readonly string[]} [once] each of these words a single time up to there
 *
 * @typedef {object} Walk
 * @property {string} name
 * @property {string} page its address in the repository; it has a title, and a link where the walk starts
 * @property {readonly Step[]} steps
 */

/** Opens the page; ends with the focus on its first link, and with that link said. */
async function open({ page, ear, url }, address) {
  const mark = await ear.mark();
  await page.goto(`${url}${address}`);
  await page.bringToFront();
  await ear.hear(mark, [`Finished loading ${await page.title()}`]);
  const start = page.getByRole('link').first();
  const name = await start.textContent();
  const hasStarted = async () => {
    // A screen reader that takes up a new page may move the focus once more: then it is moved back
    await start.blur();
    await ear.nudge();
    await start.focus();
    await wait(500);
    await ear.nudge();
    return (await isFocused(start)) && ear.hasHeard(mark, [name]);
  };
  await until(hasStarted, async () => `“${name}” is not heard in “${await ear.since(mark)}”`);
}

async function act({ desktop, page, ear }, { tabTo: target, key }) {
  if (target) {
    await tabTo(desktop, page, page.getByRole(target.role, { name: target.name }).first(), ear);
  }
  if (key) await press(desktop, key);
}

/**
 * Fails where something was said that a step forbids.
 * @param {{ mark: number, never?: readonly string[], once?: readonly string[] }} step
 */
async function checkSilence(ear, { mark, never = [], once = [] }) {
  const text = await ear.since(mark);
  const isHeardAgain = (words) => text.split(words).length > 2;
  const wrong = never.find((words) => text.includes(words)) ?? once.find(isHeardAgain);
  if (wrong !== undefined) throw new Error(`before it “${wrong}” is heard in “${text}”`);
}

/** Walks through one page; answers with how many steps were heard as they should, and with what was not. */
export async function take(surroundings, { page: address, steps }) {
  const { ear } = surroundings;
  let passed = 0;
  let doing = `opening ${address}`;
  let former = { mark: 0 };
  try {
    await open(surroundings, address);
    for (const { does, says, never, once, ...acts } of steps) {
      doing = does;
      const mark = await ear.mark();
      await act(surroundings, acts);
      await ear.hear(mark, says);
      await checkSilence(ear, former);
      former = { mark, never, once };
      passed += 1;
    }
    return { passed, failed: 0 };
  } catch (error) {
    return { passed, failed: 1, problem: `${doing}: ${error.message}` };
  }
}
