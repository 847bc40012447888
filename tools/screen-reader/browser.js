import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { chromium, firefox } from 'playwright-core';
import { findEngines, HEADLESS_CHROMIUM } from '../browsers/engines.js';
import { until } from './until.js';

/** So many stops a page of a test has at most. */
const STOPS = 40;

/** Starts a browser as a window on the desktop, with an accessible tree for whoever asks. */
export function launchOn(desktop, engine) {
  const executablePath = findEngines()[engine];
  const env = { ...desktop.env, GNOME_ACCESSIBILITY: '1' };
  if (engine === 'chromium') {
    const args = HEADLESS_CHROMIUM.filter((flag) => flag !== '--headless');
    args.push('--force-renderer-accessibility');
    return chromium.launch({ headless: false, executablePath, env, args });
  }
  const firefoxUserPrefs = { 'accessibility.force_disabled': -1 };
  return firefox.launch({ headless: false, channel: 'moz-firefox', executablePath, env, firefoxUserPrefs });
}

/** Presses a key as a person does: it goes to the window that has the focus, by way of the screen reader. */
export const press = (desktop, key) =>
  promisify(execFile)('xdotool', ['key', '--clearmodifiers', key], { env: desktop.env });

/** Whether the focus is elsewhere than when this was last asked; runs in the page. */
function hasMoved() {
  let present = document.activeElement;
  while (present?.shadowRoot?.activeElement) present = present.shadowRoot.activeElement;
  const former = window.formerFocus;
  window.formerFocus = present;
  return former !== present;
}

export const isFocused = (target) => target.evaluate((element) => element.matches(':focus'));

/** The words that describe a text field; runs in the page. */
function hintOf(element) {
  if (!element.matches('textarea')) return undefined;
  const [id] = (element.getAttribute('aria-describedby') ?? '').split(' ');
  // Said with a space between its paragraphs
  const words = [...(element.getRootNode().getElementById(id)?.children ?? [])].map(
    (hint) => hint.textContent,
  );
  return words.join(' ').trim().replace(/\s+/g, ' ');
}

/**
 * What is said of what has the focus: its name, or of a text field its hint, since the group that has the same name may just
 * have been said.
 */
async function focusedName(page) {
  const hint = await page.locator(':focus').last().evaluate(hintOf);
  if (hint !== undefined) return hint;
  const snapshot = await page.locator(':focus').last().ariaSnapshot();
  const [quoted = '""'] = /"(?:[^"\\]|\\.)*"/.exec(snapshot) ?? [];
  return JSON.parse(quoted);
}

/**
 * Tab, until the focus is on the target, and each time only when the last stop was heard: of stops in quick succession
 * a screen reader leaves out where they are.
 */
export async function tabTo(desktop, page, target, ear) {
  await target.waitFor();
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await isFocused(target)) return;
    const mark = await ear.mark();
    await page.evaluate(hasMoved);
    await press(desktop, 'Tab');
    await until(
      () => page.evaluate(hasMoved),
      () => `Tab does not reach ${target}`,
    );
    await ear.hear(mark, [await focusedName(page)]);
  }
  throw new Error(`Tab does not reach ${target} in ${STOPS} stops`);
}
