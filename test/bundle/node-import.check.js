import { ELEMENTS } from '../../tools/bundler/entries.js';
import { run as runProcess } from '../../tools/run/process.js';

export const name =
  'importing the package on a server touches no page and registers nothing but what is asked for';

/** In a Node of its own; `alliance-elements` is found there through the package's own `exports`. */
const program = (subpath, tags) => `
  const registered = [];
  globalThis.customElements = { define: (tag) => registered.push(tag), get: () => undefined };
  const library = await import('alliance-elements${subpath}');
  if (registered.join() !== '${tags.join()}') throw new Error('${subpath} registered: ' + registered.join(', '));
  if (${tags.length === 0} && Object.keys(library).length === 0) throw new Error('${subpath} exports nothing');
`;

export async function run() {
  const subpaths = {
    '': [],
    '/define': ELEMENTS,
    ...Object.fromEntries(
      ELEMENTS.flatMap((tag) => [
        [`/${tag}`, []],
        [`/${tag}/define`, [tag]],
      ]),
    ),
  };
  for (const [subpath, tags] of Object.entries(subpaths))
    await runProcess(process.execPath, ['--input-type=module', '--eval', program(subpath, tags)]);
}
