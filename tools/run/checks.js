import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from '../browsers/engines.js';
import { root } from '../setup/packages.js';
import { tell } from './tally.js';

/**
 * Runs every *.check.js of a folder and the folders in it, or those of them that are named. A check exports `name` and
 * `async run({ chromium, root })`, with a started Playwright browser; it fails by throwing.
 */
export async function runChecks(folder, named = []) {
  const files = (await readdir(path.join(root, folder), { recursive: true })).filter(
    (file) => file.endsWith('.check.js') && (named.length === 0 || named.includes(`${folder}/${file}`)),
  );
  const counts = { passed: 0, failed: 0 };
  const chromium = await launch('chromium');
  try {
    for (const file of files.sort()) {
      const check = await import(pathToFileURL(path.join(root, folder, file)).href);
      try {
        await check.run({ chromium, root });
        counts.passed += 1;
      } catch (error) {
        counts.failed += 1;
        tell(`${check.name}\n    ${error.message.replaceAll('\n', '\n    ')}`);
      }
    }
  } finally {
    await chromium?.close();
  }
  return counts;
}
