/** `npm test`: everything that has to hold, from a fresh clone on, with the counts on the last line. */
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { installPackages, root } from './setup/packages.js';
import { run, tool } from './run/process.js';
import { finish, step } from './run/tally.js';

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
      console.error(error.message);
    }
  }
  return counts;
}

/** Of what was not yet installed when this file was read. */
async function checks(folder) {
  const { runChecks } = await import('./run/checks.js');
  return runChecks(folder);
}

async function browserTests() {
  const { COUNTS_FILE } = await import('./test-runner/counts-reporter.js');
  const file = path.join(root, COUNTS_FILE);
  rmSync(file, { force: true });
  // Its reporter tells what failed; the counts tell how many, also when it ends with an error
  const ended = await tool('wtr', [], { live: true, minutes: 120 }).catch((error) => error);
  // Without them it was ended before its time, and how it ended is all that can be told
  const written = await readFile(file, 'utf8').catch(() => undefined);
  if (written === undefined)
    throw ended instanceof Error ? ended : new Error('wtr ended before its tests did');
  const engines = Object.entries(JSON.parse(written));
  const counts = { passed: 0, failed: 0 };
  for (const [engine, { passed, failed }] of engines) {
    console.log(`  ${engine}: ${passed} passed, ${failed} failed`);
    counts.passed += passed;
    counts.failed += failed;
    if (passed + failed === 0) throw new Error(`${engine} ran no test`);
  }
  if (ended instanceof Error && counts.failed === 0) throw ended;
  return counts;
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
    await screenReader();
  }

  await step('Tests in the browsers', browserTests);

  const told = await step('Storybook', () => run('npm', ['run', 'build:storybook', '--silent']));
  if (told) await stories();
}

await everything();
finish();
