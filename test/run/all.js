/** `npm test`: everything that has to hold, from a fresh clone on, with the counts on the last line. */
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { installPackages, root } from './packages.js';
import { run, tool } from './process.js';
import { finish, step } from './tally.js';

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

async function importRule() {
  const { checkImportRule } = await import('./import-rule.js');
  const { passed, problems } = await checkImportRule();
  for (const problem of problems) console.error(`  ✗ ${problem}`);
  return { passed, failed: problems.length };
}

async function browserTests() {
  const { COUNTS_FILE } = await import('./browsers/counts-reporter.js');
  const file = path.join(root, COUNTS_FILE);
  rmSync(file, { force: true });
  // Its reporter tells what failed; the counts tell how many, also when it ends with an error
  const ended = await tool('wtr', [], { live: true, minutes: 20 }).catch((error) => error);
  const engines = Object.entries(JSON.parse(await readFile(file, 'utf8')));
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

async function packageChecks() {
  return each(
    [
      () => tool('publint', ['--strict']),
      () => tool('attw', ['--pack', '.', '--profile', 'esm-only', '--no-emoji', '--no-color']),
    ],
    (check) => check(),
  );
}

async function stories() {
  const { findEngines } = await import('./browsers/engines.js');
  const { runStories } = await import('./stories.js');
  const engines = findEngines();
  for (const engine of ['chromium', 'firefox']) {
    if (engines[engine]) await step(`Stories in ${engine}`, () => runStories(engine));
  }
}

async function everything() {
  const installed = await step('Set-up', async () => {
    installPackages();
    const { installBrowsers } = await import('./setup.js');
    await installBrowsers();
  });
  if (!installed) return;

  await step('Style (ESLint, Prettier)', () =>
    each(
      [
        ['eslint', '.'],
        ['prettier', '--check', '--log-level=warn', '.'],
      ],
      ([name, ...args]) => tool(name, args),
    ),
  );
  await step('Types', () => each(TYPE_PROJECTS, (project) => tool('tsc', ['-p', project])));
  await step('Import rule', importRule);
  await step('The demo’s server, killed and restarted', async () => {
    const { checkRestart } = await import('./server/restart.js');
    await checkRestart();
  });
  await step('The demo with both sides, its server killed and restarted', async () => {
    const { checkDemo } = await import('./server/demo.js');
    await checkDemo();
  });

  const built = await step('Build', () => run('npm', ['run', 'build', '--silent']));
  if (built) {
    await step('Package (publint, attw)', packageChecks);
    await step('Size', async () => {
      console.log((await tool('size-limit')).trim());
    });
    await step('Bundle', async () => (await import('./bundle.js')).checkBundle());
  }

  await step('Tests in the browsers', browserTests);

  const told = await step('Storybook', () => run('npm', ['run', 'build:storybook', '--silent']));
  if (told) await stories();
}

await everything();
finish();
