import { rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../setup/packages.js';
import { COUNTS_FILE } from '../test-runner/counts-reporter.js';
import { tool } from './process.js';
import { remember } from './tally.js';

/** Far above what a part takes on the busiest machine; a browser that stands still is noticed long before. */
const MINUTES = 30;
/** One browser for all files would carry what each left in memory and on the disk to the last. */
const FILES_OF_A_PART = 34;

async function parts() {
  const all = await readdir(path.join(root, 'test'), { recursive: true });
  const files = all.filter((file) => file.endsWith('.test.ts')).sort();
  const count = Math.ceil(files.length / FILES_OF_A_PART);
  const size = Math.ceil(files.length / count);
  return Array.from({ length: count }, (_, index) =>
    files.slice(index * size, (index + 1) * size).map((file) => `test/${file}`),
  );
}

/** Runs files in one engine; answers with what its reporter counted, or with how it ended without that. */
async function counted(engine, files) {
  const counts = path.join(root, COUNTS_FILE);
  rmSync(counts, { force: true });
  const env = { ENGINES: engine, END_AT_STANDSTILL: '1' };
  const ended = await tool('wtr', ['--files', ...files], { live: true, minutes: MINUTES, env }).catch(
    // Its reporter tells what failed; the counts tell how many, also when it ends with an error
    (error) => error,
  );
  const written = await readFile(counts, 'utf8').catch(() => undefined);
  if (written === undefined) return { how: ended?.message ?? 'wtr ended before its tests did' };
  const [told = { passed: 0, problems: [] }] = Object.values(JSON.parse(written));
  if (ended instanceof Error && told.problems.length === 0) throw ended;
  return { told };
}

/** A run that did not come to its end has told nothing, and is begun once more; a test that fails is never tried again. */
async function countedAtLast(engine, files) {
  const { told, how } = await counted(engine, files);
  if (told) return told;
  console.error(`  The tests did not come to their end: ${how}\n  They are begun once more.`);
  const again = await counted(engine, files);
  if (again.told) return again.told;
  throw new Error(`The tests did not come to their end again: ${again.how}`);
}

/** Runs all browser tests in one engine, a new browser for each part of the files. */
export async function browserTests(engine) {
  const sum = { passed: 0, failed: 0 };
  for (const files of await parts()) {
    const { passed, problems } = await countedAtLast(engine, files);
    problems.forEach((problem) => remember(`In ${engine}, ${problem}`));
    sum.passed += passed;
    sum.failed += problems.length;
  }
  return sum;
}
