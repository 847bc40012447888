/** `npm test`: everything that has to hold, from a fresh clone on, with the counts on the last line. */
import { installPackages } from './setup/packages.js';
import { run, tool } from './run/process.js';
import { finish, step, tell } from './run/tally.js';

const TYPE_PROJECTS = ['tsconfig.json', 'tsconfig.domain.json', 'tsconfig.tools.json'];

/** Runs the same check for several things, each counted. */
async function each(things, check) {
  const counts = { passed: 0, failed: 0 };
  for (const thing of things) {
    try {
      await check(thing);
      counts.passed += 1;
    } catch (error) {
      counts.failed += 1;
      tell(error.message);
    }
  }
  return counts;
}

/** Of what was not yet installed when this file was read. */
async function checks(folder) {
  const { runChecks } = await import('./run/checks.js');
  return runChecks(folder);
}

/** In one engine after the other: what one leaves in memory does not weigh on the next. */
async function engines() {
  const { browserTests } = await import('./run/browser-tests.js');
  const { findEngines } = await import('./browsers/engines.js');
  for (const [engine, installed] of Object.entries(findEngines()))
    if (installed) await step(`Tests in ${engine}`, () => browserTests(engine));
}

async function stories() {
  const { findEngines } = await import('./browsers/engines.js');
  const { runStories } = await import('./stories/run-stories.js');
  const engines = findEngines();
  for (const engine of ['chromium', 'firefox']) {
    if (engines[engine]) await step(`Stories in ${engine}`, () => runStories(engine));
  }
}

/** Where Orca could not be installed, the set-up has said that this is left out. */
async function screenReader() {
  const { hasScreenReader } = await import('./setup/screen-reader.js');
  if (!hasScreenReader()) return;
  const { listen } = await import('./screen-reader/listen.js');
  await step('Screen reader', listen);
}

async function everything() {
  const installed = await step('Set-up', async () => {
    installPackages();
    const { installBrowsers } = await import('./setup/browsers.js');
    await installBrowsers();
    const { installScreenReader } = await import('./setup/screen-reader.js');
    await installScreenReader();
  });
  if (!installed) return;

  await step('Style (ESLint, Prettier, knip)', () =>
    each(
      [
        ['eslint', '.'],
        ['prettier', '--check', '--log-level=warn', '.'],
        ['knip', '--no-progress'],
      ],
      ([name, ...args]) => tool(name, args),
    ),
  );
  await step('Types', () => each(TYPE_PROJECTS, (project) => tool('tsc', ['-p', project])));
  await step('The tools themselves', () => checks('tools'));
  await step('The words that are said', () => checks('test/i18n'));
  await step('The demo, its server killed and restarted', () => checks('test/demo'));

  const built = await step('Build', () => run('npm', ['run', 'build', '--silent']));
  if (built) {
    await step('Package (publint, attw)', () => run('npm', ['run', 'package', '--silent']));
    await step('Bundle', () => checks('test/bundle'));
    await step('Real dialogs and pages', () => checks('test/real-pages'));
    await screenReader();
  }

  await engines();

  const told = await step('Storybook', () => run('npm', ['run', 'build:storybook', '--silent']));
  if (told) await stories();
}

await everything();
finish();
