import { gzipSync } from 'node:zlib';
import { withDemo } from './demo-page.js';

export const name = 'everything of ours that an English page loads stays within its budget';

/** Bytes of JavaScript, each file by gzip -9. */
const BUDGET = 44_000;

export async function run(surroundings) {
  await withDemo(surroundings, async (_page, { scripts }) => {
    const bodies = await Promise.all(scripts.values());
    const bytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
    const weight = `${bytes} bytes in ${scripts.size} file(s), of ${BUDGET}`;
    console.log(`  an English page loads ${weight}`);
    if (scripts.size === 0) throw new Error('the page loaded nothing of ours');
    if (bytes > BUDGET) throw new Error(`too heavy: ${weight}\n${[...scripts.keys()].join('\n')}`);
  });
}
