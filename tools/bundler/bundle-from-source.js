import path from 'node:path';
import { ENTRIES } from './entries.js';

/**
 * Lets the dev server answer `dist/<entry>.js` from the source, so that a plain page such as `demo/index.html` names
 * the built bundle and still shows the source as it is now.
 *
 * @returns {import('vite').Plugin}
 */
export function bundleFromSource() {
  let root = '';
  return {
    name: 'bundle-from-source',
    apply: 'serve',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    resolveId(id) {
      const [, entry] = /\/dist\/([\w-]+)\.js(\?|$)/.exec(id) ?? [];
      return entry !== undefined && entry in ENTRIES ? path.join(root, ENTRIES[entry]) : undefined;
    },
  };
}
