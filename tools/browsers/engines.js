import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Where the three engines are on this machine, and how a script starts one. */

const MAC = '/Applications';
const CHROMIUM = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  `${MAC}/Google Chrome.app/Contents/MacOS/Google Chrome`,
];
const FIREFOX = ['firefox-esr', 'firefox', `${MAC}/Firefox.app/Contents/MacOS/firefox`];
const MINI_BROWSER = ['x86_64', 'aarch64'].flatMap((machine) =>
  ['4.1', '6.0', '4.0'].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
);

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first of these programs that is installed: a name in PATH or an absolute file. */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const files = names.flatMap((name) =>
    path.isAbsolute(name) ? [name] : folders.map((folder) => path.join(folder, name)),
  );
  return files.find(isExecutable);
}

function findWebkit() {
  const parts = {
    driver: findProgram('WebKitWebDriver'),
    miniBrowser: findProgram(...MINI_BROWSER),
    xvfb: findProgram('Xvfb'),
  };
  return Object.values(parts).every(Boolean) ? parts : undefined;
}

/** What was found; an engine that is missing is undefined. */
export function findEngines() {
  return { chromium: findProgram(...CHROMIUM), firefox: findProgram(...FIREFOX), webkit: findWebkit() };
}

/** The names of the engines that are missing. */
export function missingEngines(engines = findEngines()) {
  return Object.keys(engines).filter((name) => !engines[name]);
}

export const HEADLESS_CHROMIUM = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts one of the installed browsers for a script outside the test runner; undefined if it is missing.
 * @param settings of Firefox, as in `about:config`
 */
export async function launch(name, settings = {}) {
  const executablePath = findEngines()[name];
  if (!executablePath) return undefined;
  const { chromium, firefox } = await import('playwright-core'); // not yet there while the packages are installed
  if (name === 'chromium')
    return chromium.launch({
      executablePath,
      args: HEADLESS_CHROMIUM,
      // Pages are kept to go back to, as for people
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
  // A Firefox that nobody patched for Playwright speaks WebDriver BiDi only
  return firefox.launch({ channel: 'moz-firefox', executablePath, firefoxUserPrefs: settings });
}
