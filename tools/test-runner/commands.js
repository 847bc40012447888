import { chromiumTree, firefoxTree, webkitTree } from './accessibility-tree.js';
import { devtoolsOf, evaluateInFirefox } from './sessions.js';

/**
 * What a test asks of the browser itself, the same in every engine: the stock commands of the test runner
 * miss some engines (chords of keys, forced colours). The typed side is test/support/browser.ts.
 */

function engineOf(session) {
  if (session.browser.type === 'webdriver') return 'webkit';
  return session.browser.name === 'Firefox' ? 'firefox' : 'chromium';
}

async function press({ page, driver }, chord) {
  // Its own character is the only name of the space bar that all engines know
  const keys = chord.split('+').map((key) => (key === 'Space' ? ' ' : key));
  // WebdriverIO holds all of them, then releases all: a chord
  if (!page) return driver.keys(keys);
  const last = keys.pop();
  for (const key of keys) await page.keyboard.down(key);
  await page.keyboard.press(last);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}

async function type({ page, driver }, text) {
  if (page) return page.keyboard.type(text);
  // One at a time: WebKit drops repeated letters of a longer text
  for (const letter of text) await driver.keys(letter);
}

async function chromiumMedia(page, media) {
  const { medium = '', colorScheme = '', reducedMotion = '', forcedColors = '', contrast = '' } = media;
  const devtools = await devtoolsOf(page);
  await devtools.send('Emulation.setEmulatedMedia', {
    media: medium,
    features: [
      { name: 'prefers-contrast', value: contrast },
      { name: 'prefers-color-scheme', value: colorScheme },
      { name: 'prefers-reduced-motion', value: reducedMotion },
      { name: 'forced-colors', value: forcedColors },
    ],
  });
}

async function firefoxMedia(page, { medium = '', colorScheme, reducedMotion, forcedColors, contrast }) {
  const scheme = { dark: 0, light: 1 }[colorScheme] ?? 2;
  const preferences = {
    'layout.css.prefers-color-scheme.content-override': scheme,
    'ui.prefersReducedMotion': reducedMotion === 'reduce' ? 1 : 0,
    // A system of strong contrast, where pages keep their own colours
    'ui.useAccessibilityTheme': contrast === 'more' ? 1 : 0,
    'browser.display.document_color_use': forcedColors === 'active' ? 2 : contrast === 'more' ? 1 : 0,
  };
  const settings = Object.entries(preferences).map(
    ([name, value]) => `Services.prefs.setIntPref('${name}', ${value});`,
  );
  const print = `for (const { gBrowser } of Services.wm.getEnumerator('navigator:browser'))
    for (const { browsingContext } of gBrowser.browsers) browsingContext.mediumOverride = '${medium}';`;
  await evaluateInFirefox(page, `${settings.join(' ')} ${print} 0`);
}

const COMMANDS = {
  'alliance:engine': ({ engine }) => engine,
  'alliance:press': press,
  'alliance:type': type,
  'alliance:media': async ({ engine, page }, media) => {
    if (engine === 'chromium') await chromiumMedia(page, media);
    if (engine === 'firefox') await firefoxMedia(page, media);
    return engine !== 'webkit'; // WebKit's driver cannot
  },
  'alliance:tree': ({ engine, page, driver }, locator) => {
    if (engine === 'chromium') return chromiumTree(page);
    if (engine === 'firefox') return firefoxTree(page);
    return webkitTree(driver, locator);
  },
};

export function engineCommands() {
  return {
    name: 'engine-commands',
    async executeCommand({ command, payload, session }) {
      const run = COMMANDS[command];
      if (!run) return undefined;
      const engine = engineOf(session);
      const page = engine === 'webkit' ? undefined : session.browser.getPage(session.id);
      const answer = await run({ engine, page, driver: session.browser.driver }, payload);
      return answer ?? true; // undefined would mean that no plugin knew the command
    },
  };
}
