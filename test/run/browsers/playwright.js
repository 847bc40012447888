import { chromium, firefox } from 'playwright-core';
import { findEngines, HEADLESS_CHROMIUM } from './engines.js';

/** Starts one of the installed browsers for a script outside the test runner; undefined if it is missing. */
export async function launch(name) {
  const executablePath = findEngines()[name];
  if (!executablePath) return undefined;
  if (name === 'chromium') return chromium.launch({ executablePath, args: HEADLESS_CHROMIUM });
  // A Firefox that nobody patched for Playwright speaks WebDriver BiDi only
  return firefox.launch({ channel: 'moz-firefox', executablePath });
}
