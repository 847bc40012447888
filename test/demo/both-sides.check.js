import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The demo of `npm start` with both sides at once. */
export const name =
  'what the client sends is read by the therapist or waits, and a killed server has lost nothing that was called sent';

/** Words of the demo's widgets, English as its pages are. */
const SENT = /^Sent \d/;
const WAITING = /waiting to be sent/;

/** `npm start` with its data in `file`; answers when its address is known. */
async function start(root, file) {
  const child = spawn(process.execPath, [path.join(root, 'demo/start.js'), file], {
    env: { ...process.env, CI: '1' },
  });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      const [, found] = /(http:\S+\/)demo\//.exec(said) ?? [];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`npm start ended:\n${said}`)));
  });
  return { child, address };
}

const kill = (child) =>
  new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGKILL');
  });

const side = (page, name) =>
  page.frameLocator(`iframe[aria-labelledby="${name}"]`).locator('#session-rating');
const stateOf = (page) => side(page, 'client').locator('[part~="state"]');

async function answer(page, option) {
  const change = side(page, 'client').getByRole('button', { name: 'Change my answers' });
  if (await change.isVisible()) await change.click();
  await side(page, 'client').locator('[part~="option"]').filter({ hasText: option }).first().click();
  await side(page, 'client').locator('[part~="button-main"]').click();
}

/** The therapist reads it without doing anything. */
const isRead = (page, words) =>
  side(page, 'therapist').locator('[part~="answers"]').filter({ hasText: words }).waitFor();

export async function run({ chromium, root }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'demo-'));
  const file = path.join(folder, 'data.jsonl');
  let { child, address } = await start(root, file);
  const context = await chromium.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const open = () => page.goto(`${address}demo/side-by-side.html`);
    /** With the page closed: the dev server's own script reloads an open one at a moment of its choice. */
    const startAgain = async () => {
      await page.goto('about:blank');
      ({ child, address } = await start(root, file));
    };
    await open();
    await answer(page, 'Mostly');
    await stateOf(page).filter({ hasText: SENT }).waitFor();
    await isRead(page, 'Mostly');

    await kill(child);
    await answer(page, 'Yes, fully');
    await stateOf(page).filter({ hasText: WAITING }).waitFor();
    await startAgain();
    await open();
    await stateOf(page).filter({ hasText: SENT }).waitFor();
    await isRead(page, 'Yes, fully');

    await kill(child);
    await startAgain();
    await open();
    await isRead(page, 'Yes, fully');
    const reply = await fetch(`${address}fhir/QuestionnaireResponse?subject=Patient/example`);
    const { entry } = await reply.json();
    assert.equal(entry.length, 1, 'one response');
    assert.equal(entry[0].resource.meta.versionId, '2', 'sent once and amended once');
  } finally {
    await context.close();
    await kill(child);
    await rm(folder, { recursive: true });
  }
}
