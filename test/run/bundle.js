import { readdir } from 'node:fs/promises';
import { launch } from './browsers/playwright.js';
import { root } from './packages.js';

const folder = new URL('bundle/', import.meta.url);

/**
 * Runs every test/run/bundle/*.check.js on what was built. A check exports `name` and
 * `async run({ chromium, root })`, with a started Playwright browser; it fails by throwing.
 */
export async function checkBundle() {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.check.js'));
  const counts = { passed: 0, failed: 0 };
  const chromium = await launch('chromium');
  try {
    for (const file of files.sort()) {
      const check = await import(new URL(file, folder).href);
      try {
        await check.run({ chromium, root });
        counts.passed += 1;
      } catch (error) {
        counts.failed += 1;
        console.error(`  ✗ ${check.name}\n    ${error.message.replaceAll('\n', '\n    ')}`);
      }
    }
  } finally {
    await chromium?.close();
  }
  return counts;
}
