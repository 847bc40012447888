import path from 'node:path';
import { ELEMENTS, ENTRIES, LISTS } from './entries.js';

/**
 * Puts all that a page needs at once into chunks: what one element alone needs into a chunk of its own, unless every
 * list of records needs it later (`acts`), what only these lists need into `lists`, the rest into `base`. What is loaded
 * later is left to the bundler. The entries keep nothing but imports.
 *
 * @param {string} root
 * @returns {import('vite').Rolldown.CodeSplittingOptions}
 */
export function sharedChunks(root) {
  const fileOf = (name) => path.join(root, ENTRIES[name]);
  const entries = new Set(Object.keys(ENTRIES).map(fileOf));
  /** @type {Map<string, Set<string>> | undefined} */
  let reached;
  /** What pages with a list need, at once or later. */
  let reachedLate;
  /** The elements whose pages need a module at once; undefined for an entry. */
  const neededBy = (id, graph) => {
    reached ??= new Map(ELEMENTS.map((tag) => [tag, reachedFrom(fileOf(tag), graph)]));
    return entries.has(id) ? undefined : ELEMENTS.filter((tag) => reached?.get(tag)?.has(id));
  };
  const isNeededLaterByLists = (id, graph) => {
    reachedLate ??= LISTS.map((tag) => reachedFrom(fileOf(tag), graph, true));
    return reachedLate.every((ids) => ids.has(id));
  };
  const chunkOf = (id, graph) => {
    const tags = neededBy(id, graph) ?? [];
    const [tag, ...others] = tags;
    if (tag === undefined || others.length === 0)
      return tag && !LISTS.includes(tag) && isNeededLaterByLists(id, graph) ? 'acts' : tag;
    return tags.every((tag) => LISTS.includes(tag)) ? 'lists' : 'base';
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
        name: named((name) => name === 'lists' || name === 'acts'),
      },
      { debugName: 'what one needs', tags: ['$initial'], name: named(() => true) },
    ],
  };
}

/** Every module that a module imports, itself or through others: at once, or also later. */
function reachedFrom(id, graph, isLater = false, reached = new Set()) {
  if (reached.has(id)) return reached;
  reached.add(id);
  const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {};
  for (const imported of [...importedIds, ...(isLater ? dynamicallyImportedIds : [])])
    reachedFrom(imported, graph, isLater, reached);
  return reached;
}
