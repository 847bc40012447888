import path from 'node:path';
import { ELEMENTS, ENTRIES, LISTS } from './entries.js';

/**
 * Puts all that a page needs at once into chunks: what one element alone needs into a chunk of its own, what only
 * lists of records need into `lists`, the rest into `base`. What is loaded later is left to the bundler. The entries keep nothing but imports.
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
  const chunkOf = (id, graph) => {
    const tags = neededBy(id, graph);
    if (!tags || tags.length === 1) return tags?.[0];
    return tags.length > 0 && tags.every((tag) => LISTS.includes(tag)) ? 'lists' : 'base';
  };
  const named = (isHere) => (id, graph) => {
    const name = chunkOf(id, graph);
    return name !== undefined && isHere(name) ? name : null;
  };
  // By priority, since a chunk takes along what its modules import, unless another one has it already
  return {
    groups: [
      {
        debugName: 'what elements share',
        tags: ['$initial'],
        priority: 2,
        name: named((name) => name === 'base'),
      },
      {
        debugName: 'what lists share',
        tags: ['$initial'],
        priority: 1,
        name: named((name) => name === 'lists'),
      },
      { debugName: 'what one needs', tags: ['$initial'], name: named(() => true) },
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
