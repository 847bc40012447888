import { gzipSync } from 'node:zlib';
import { withDemo } from './demo-page.js';

export const name = 'what an English page loads of ours stays within its budget';

/** Bytes of JavaScript, each file by gzip -9, for a page with the elements and for one that also keeps answers. */
const BUDGETS = [
  { what: 'a page with a rating', path: '/test/pages/plain.html', bytes: 54_000 },
  { what: 'the demo, with its store on the device', path: '/demo/index.html', bytes: 60_000 },
];

export async function run(surroundings) {
  for (const { what, path, bytes: budget } of BUDGETS) {
    await withDemo(
      surroundings,
      async (_page, { scripts }) => {
        const bodies = await Promise.all(scripts.values());
        const bytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
        const weight = `${bytes} bytes in ${scripts.size} file(s), of ${budget}`;
        console.log(`  ${what}: ${weight}`);
        if (scripts.size === 0) throw new Error(`${what} loaded nothing of ours`);
        if (bytes > budget)
          throw new Error(`${what} is too heavy: ${weight}\n${[...scripts.keys()].join('\n')}`);
      },
      { path },
    );
  }
}
