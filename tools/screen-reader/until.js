import { setTimeout as wait } from 'node:timers/promises';

/** Far more than a slow machine needs: it only ends a wait for what will never come. */
const LIMIT = 90_000;

/** Waits until `condition` gives something, and answers with it; `complaint` says what did not come. */
export async function until(condition, complaint) {
  const end = performance.now() + LIMIT;
  for (;;) {
    const found = await condition();
    if (found) return found;
    if (performance.now() > end) throw new Error(await complaint());
    await wait(100);
  }
}
