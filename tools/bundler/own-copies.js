const MARK = '?own';

/**
 * Gives a part that is loaded later its own copies of the modules of ours that the bundle has too: otherwise they would
 * go into a third file that both need. Meant for pure modules: a copy shares no state.
 *
 * @param {string} part the module at which the part begins, relative to the root
 * @returns {import('vite').Plugin}
 */
export function ownCopies(part) {
  return {
    name: 'own-copies',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const isInside = importer?.endsWith(MARK) || importer?.endsWith(`/${part}`);
      if (!isInside || !source.startsWith('.')) return undefined;
      const found = await this.resolve(source, importer.replace(MARK, ''), { ...options, skipSelf: true });
      return found && { ...found, id: `${found.id}${MARK}` };
    },
  };
}
