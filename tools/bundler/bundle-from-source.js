import path from 'node:path';

/**
 * Lets the dev server answer `dist/alliance-elements.js` from `src/define.ts`, so that a plain page such as
 * `demo/index.html` names the built bundle and still shows the source as it is now.
 *
 * @returns {import('vite').Plugin}
 */
export function bundleFromSource() {
  let source = '';
  return {
    name: 'bundle-from-source',
    apply: 'serve',
    enforce: 'pre',
    configResolved(config) {
      source = path.join(config.root, 'src/define.ts');
    },
    resolveId(id) {
      const [file] = id.split('?');
      return file.endsWith('/dist/alliance-elements.js') ? source : undefined;
    },
  };
}
