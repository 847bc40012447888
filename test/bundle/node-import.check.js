import { run as runProcess } from '../../tools/run/process.js';

export const name = 'importing the package on a server touches no page and registers nothing';

/** In a Node of its own; `alliance-elements` is found there through the package's own `exports`. */
const program = `
  const registered = [];
  globalThis.customElements = { define: (tag) => registered.push(tag), get: () => undefined };
  const library = await import('alliance-elements');
  if (registered.length > 0) throw new Error('registered: ' + registered.join(', '));
  if (Object.keys(library).length === 0) throw new Error('the package exports nothing');
`;

export async function run() {
  await runProcess(process.execPath, ['--input-type=module', '--eval', program]);
}
