import { launch } from '../../tools/browsers/engines.js';
import { serveFolder } from '../../tools/browsers/static-server.js';
import { buildPages } from './build.js';
import { DIALOGS, HEADERS, SHADCN, visitAll } from './visit.js';

export const name =
  'every control is reached by keys, and what is sent keeps the focus, in real dialogs and under headers';

/** @param {{ chromium: import('playwright-core').Browser, root: string }} surroundings */
export async function run({ chromium, root }) {
  await buildPages(root, [...DIALOGS, ...SHADCN, ...HEADERS]);
  const server = await serveFolder(root);
  const firefox = await launch('firefox');
  try {
    await visitAll(chromium, server.url, { names: [...DIALOGS, ...HEADERS], widths: [360, 1280] });
    await visitAll(chromium, server.url, { names: SHADCN, widths: [360] });
    if (firefox) await visitAll(firefox, server.url, { names: DIALOGS, widths: [1280] });
  } finally {
    await firefox?.close();
    await server.close();
  }
}
