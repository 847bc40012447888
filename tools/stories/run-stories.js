import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serveFolder } from '../browsers/static-server.js';
import { tell } from '../run/tally.js';
import { root } from '../setup/packages.js';
import { newPageIn, palettes } from './palettes.js';
import { outcomeOf, watchStories } from './story-page.js';

const PAGES_AT_ONCE = 2;
/** What the page between two stories says. */
const LEFT = 'The last story has been left.';

/** Every story and docs page of the built Storybook, except those tagged `!test`. */
async function storiesOf(folder) {
  const { entries } = JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8'));
  return Object.values(entries).filter((entry) => !entry.tags?.includes('!test'));
}

/** Works through the queue in one page, so that several can share it. */
async function workThrough(queue, { browser, palette, url, problems }) {
  const page = await newPageIn(browser, palette);
  const errors = [];
  page.on('pageerror', (error) => errors.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    const { url: source } = message.location();
    // Chromium asks for an icon by itself
    if (message.type() !== 'error' || source.endsWith('/favicon.ico')) return;
    errors.push(`console: ${message.text()} (${source})`);
  });
  await page.addInitScript(watchStories);

  for (let story = queue.shift(); story; story = queue.shift()) {
    // Whatever the last story was still loading ends with an error when it is left; that is not the next one's
    await page.goto('about:blank');
    const isLeft = page.waitForEvent('console', (message) => message.text() === LEFT);
    await page.evaluate((left) => console.log(left), LEFT);
    await isLeft; // what the last one said has come before this
    errors.length = 0;
    const outcome = await outcomeOf(page, url, story).catch((error) => [error.message]);
    const found = [...outcome, ...errors];
    if (found.length > 0) problems.push(`${story.id}${palette.name}\n    ${found.join('\n    ')}`);
  }
  await page.close();
}

/** Opens these stories in these colours. */
async function runIn(palette, queue, { engine, url, problems }) {
  const browser = await palette.launch(engine);
  try {
    const shared = { browser, palette, url, problems };
    await Promise.all(Array.from({ length: PAGES_AT_ONCE }, () => workThrough(queue, shared)));
  } finally {
    await browser.close();
  }
}

/** Opens every story in one engine: rendering, play function, axe and IBM's engine. Answers with the counts. */
export async function runStories(engine) {
  const folder = path.join(root, 'storybook-static');
  const stories = await storiesOf(folder);
  const problems = [];
  let count = 0;

  const server = await serveFolder(folder);
  try {
    for (const palette of palettes) {
      const queue = stories.filter(palette.has);
      count += queue.length;
      await runIn(palette, queue, { engine, url: server.url, problems });
    }
  } finally {
    await server.close();
  }
  problems.forEach(tell);
  return { passed: count - problems.length, failed: problems.length };
}
