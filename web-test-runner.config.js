import { writeSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher, defaultReporter } from '@web/test-runner';
import { findEngines, HEADLESS_CHROMIUM, missingEngines } from './tools/browsers/engines.js';
import { webkitLauncher } from './tools/browsers/webkit-launcher.js';
import { engineCommands } from './tools/test-runner/commands.js';
import { countsReporter } from './tools/test-runner/counts-reporter.js';
import { fhirServers, soundnessCommand, validateCommand, wrongRequests } from './tools/test-runner/fhir.js';
import { jsonModules } from './tools/test-runner/json-modules.js';
import { STOOD_STILL, standstillReporter } from './tools/test-runner/standstill-reporter.js';

const installed = findEngines();
const missing = missingEngines(installed);
if (missing.length > 0) {
  const text = `Not installed, so not tested: ${missing.join(', ')} (\`npm test\` installs the browsers)`;
  if (process.env.CI || missing.length === 3) throw new Error(text);
  console.warn(text);
}

/** `ENGINES=webkit,firefox npm run test:browsers` leaves the others out. */
const wanted = process.env.ENGINES?.split(',') ?? Object.keys(installed);
const engines = Object.fromEntries(wanted.map((name) => [name, installed[name]]));

function chromium(executablePath) {
  // A test of memory collects the garbage itself and reads the exact size of the heap
  const forMemoryTests = ['--js-flags=--expose-gc', '--enable-precise-memory-info'];
  const launcher = chromeLauncher({
    launchOptions: { executablePath, args: [...HEADLESS_CHROMIUM, ...forMemoryTests] },
  });
  launcher.name = 'Chromium';
  return launcher;
}

function firefox(executablePath) {
  const launcher = chromeLauncher({
    // The tests emulate media and read the accessibility tree with the rights of the browser itself
    launchOptions: {
      browser: 'firefox',
      executablePath,
      headless: true,
      args: ['--remote-allow-system-access'],
    },
  });
  launcher.name = 'Firefox';
  return launcher;
}

/** `npm run soak` runs the same tests for longer. */
const soak = Boolean(process.env.SOAK);
/** `SEED=29 npm run test:browsers test/store/outbox-faults.test.ts` makes the faults of one seed again. */
const seed = Number(process.env.SEED ?? NaN);

function endAtStandstill(why) {
  writeSync(2, `\nThe browser stood still: ${why}\n`); // what goes through the console is still held back by the runner
  process.exit(STOOD_STILL);
}

export default {
  files: 'test/**/*.test.ts',
  nodeResolve: { exportConditions: ['production', 'default'] },
  concurrency: 1, // Firefox fails at random above it
  concurrentBrowsers: 1, // side by side they are no faster on two cores, and measure each other
  // Watchdogs, far above what the busiest machine needs: no test may fail for being slow
  browserStartTimeout: 300_000,
  testsStartTimeout: 300_000,
  testsFinishTimeout: soak ? 12 * 3_600_000 : 3_600_000,
  testFramework: { config: { timeout: soak ? 3_600_000 : 180_000 } },
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="en">
      <head><meta charset="utf-8"><title>Tests</title></head>
      <body>
        <script>Object.assign(globalThis, { SOAK: ${soak}, SEED: ${seed} });</script>
        <script type="module" src="${framework}"></script>
      </body>
    </html>`,
  middleware: [fhirServers()],
  plugins: [
    esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
    jsonModules(),
    engineCommands(),
    validateCommand(),
    soundnessCommand(),
  ],
  reporters: [
    defaultReporter({ reportTestProgress: false }),
    countsReporter(wrongRequests),
    process.env.END_AT_STANDSTILL && standstillReporter(10, endAtStandstill),
  ].filter(Boolean),
  browsers: [
    engines.chromium && chromium(engines.chromium),
    engines.firefox && firefox(engines.firefox),
    engines.webkit && (await webkitLauncher(engines.webkit)),
  ].filter(Boolean),
};
