import { faultsFoundByIbm } from './ibm.js';

/** One story in one page: what Storybook says about it while it renders, plays and is checked by axe, and IBM's engine then. */

/** Runs in the page before Storybook: keeps how the story ended, and what went wrong in its play function. */
export function watchStories() {
  const plain = (payload) =>
    [payload].flat().map((error) => error?.message ?? error?.description ?? String(error));
  const reportOf = ({ type, status, result }) => ({
    type,
    status,
    violations: (result?.violations ?? []).map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.flat(9).join(' ')).join(', ')}`,
    ),
  });

  window.storyProblems = [];
  window.storyEnd = new Promise((resolve) => {
    const listen = (channel) => {
      channel.once('storyFinished', ({ reporters = [] }) => resolve({ reports: reporters.map(reportOf) }));
      channel.once('docsRendered', () => resolve({}));
      // These end a story without a report …
      for (const event of ['storyMissing', 'storyErrored', 'storyThrewException']) {
        channel.once(event, (payload) => resolve({ problem: `${event}: ${plain(payload).join(', ')}` }));
      }
      // … and after these Storybook still calls it a success
      for (const event of ['playFunctionThrewException', 'unhandledErrorsWhilePlaying']) {
        channel.once(event, (payload) => window.storyProblems.push(`${event}: ${plain(payload).join(', ')}`));
      }
    };
    const waiting = setInterval(() => {
      const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
      if (!channel) return;
      clearInterval(waiting);
      listen(channel);
    }, 5);
  });
}

async function endOf(page, id) {
  const end = page.evaluate(() => window.storyEnd);
  end.catch(() => undefined); // the page may close first
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${id} did not end within 3 minutes`)), 180_000);
  });
  return Promise.race([end, late]).finally(() => clearTimeout(timer));
}

/** An element that was never defined renders nothing, and axe is content with nothing. */
function undefinedElements() {
  const found = document.querySelectorAll('#storybook-root :not(:defined)');
  return [...new Set([...found].map((element) => element.localName))];
}

/** Opens a story and answers with what went wrong: an empty array when it is fine. */
export async function outcomeOf(page, url, { id, type }) {
  const mode = type === 'docs' ? 'docs' : 'story';
  await page.goto(`${url}/iframe.html?id=${id}&viewMode=${mode}`, { waitUntil: 'commit' });
  const { problem, reports } = await endOf(page, id);
  const problems = await page.evaluate(() => window.storyProblems);
  if (problem) problems.push(problem);

  const missing = await page.evaluate(undefinedElements);
  if (missing.length > 0) problems.push(`not defined: ${missing.join(', ')}`);

  for (const report of reports ?? []) {
    if (report.status === 'failed') problems.push(`${report.type}: ${report.violations.join(' | ')}`);
  }
  const checkedByAxe = reports?.some((report) => report.type === 'a11y') ?? false;
  if (mode === 'story' && !problem) {
    if (!checkedByAxe) problems.push('axe did not run');
    problems.push(...(await faultsFoundByIbm(page, '#storybook-root')));
  }
  return problems;
}
