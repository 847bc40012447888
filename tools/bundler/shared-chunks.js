import path from 'node:path';
import { ELEMENTS, ENTRIES } from './entries.js';

/**
 * Puts all that a page needs at once into chunks: what one element alone needs into a chunk of its own, the rest into
 * `base`. What is loaded later is left to the bundler. The entries keep nothing but imports.
 *
 * @param {string} root
 * @returns {import('vite').Rolldown.CodeSplittingOptions}
 */
export function sharedChunks(root) {
  const fileOf = (name) => path.join(root, ENTRIES[name]);
  const entries = new Set(Object.keys(ENTRIES).map(fileOf));
  /** @type {Map<string, Set<string>> | undefined} */
  let reached;
  /** The elements whose pages need a module at once; undefined for an entry. */
  const neededBy = (id, graph) => {
    reached ??= new Map(ELEMENTS.map((tag) => [tag, reachedFrom(fileOf(tag), graph)]));
    return entries.has(id) ? undefined : ELEMENTS.filter((tag) => reached?.get(tag)?.has(id));
  };
  return {
    groups: [
      {
        debugName: 'what all elements share',
        tags: ['$initial'],
        priority: 1, // before an element takes it along with what it imports
        name: (id, graph) => (neededBy(id, graph)?.length !== 1 && !entries.has(id) ? 'base' : null),
      },
      {
        debugName: 'what one element needs',
        tags: ['$initial'],
        name: (id, graph) => neededBy(id, graph)?.[0],
      },
    ],
  };
}

/** Every module that a module imports at once, itself or through others. */
function reachedFrom(id, graph, reached = new Set()) {
  if (reached.has(id)) return reached;
  reached.add(id);
  for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) reachedFrom(imported, graph, reached);
  return reached;
}
