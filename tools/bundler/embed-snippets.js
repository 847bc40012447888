import { createHash } from 'node:crypto';
import { ENTRIES } from './entries.js';

/** Where the README puts the files; a portal writes its own address instead. */
const BASE = '/assets/';

const hash = (text, algorithm) => `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;

/** Every file that a chunk loads, itself the first; at once, or `later` too. */
function filesFrom(files, name, later, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  const { imports, dynamicImports } = files[name];
  for (const next of [...imports, ...(later ? dynamicImports : [])]) filesFrom(files, next, later, found);
  return found;
}

/** What a page writes into its head for one entry: what is loaded at once, and the bytes that each file must have. */
function snippet(files, entry) {
  const integrity = (name) => hash(files[name].code, 'sha384');
  const all = [...filesFrom(files, entry, true)].sort();
  const map = JSON.stringify({
    integrity: Object.fromEntries(all.map((name) => [BASE + name, integrity(name)])),
  });
  const preloads = [...filesFrom(files, entry, false)].map(
    (name) => `<link rel="modulepreload" href="${BASE}${name}" integrity="${integrity(name)}">`,
  );
  return [
    `<!-- For the files of dist at ${BASE}. Under a strict policy the map needs a nonce, or in script-src:`,
    `     '${hash(map, 'sha256')}' -->`,
    `<script type="importmap">${map}</script>`,
    ...preloads,
    `<script type="module" src="${BASE}${entry}" integrity="${integrity(entry)}"></script>`,
    '',
  ].join('\n');
}

/**
 * Writes `embed/<entry>.html`, a snippet to copy, for every entry.
 *
 * @returns {import('vite').Plugin}
 */
export function embedSnippets() {
  return {
    name: 'embed-snippets',
    generateBundle(_options, files) {
      for (const name of Object.keys(ENTRIES)) {
        const source = snippet(files, `${name}.js`);
        this.emitFile({ type: 'asset', fileName: `embed/${name}.html`, source });
      }
    },
  };
}
