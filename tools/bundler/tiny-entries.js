/**
 * Fails the build of the bundle when an entry would be more than imports, or when a chunk imports an entry: under an
 * address with a query such code would run a second time. Nor may anything be left outside: a page without a bundler
 * could not load it.
 *
 * @returns {import('vite').Plugin}
 */
export function tinyEntries() {
  return {
    name: 'tiny-entries',
    generateBundle(_options, files) {
      const chunks = Object.values(files).filter(({ type }) => type === 'chunk');
      for (const { fileName, isEntry, modules, imports, dynamicImports } of chunks) {
        const own = Object.keys(modules).filter((id) => modules[id].renderedLength > 0);
        if (isEntry && own.length > 0)
          this.error(`${fileName} holds code of ${own.join(', ')}: an entry only imports chunks.`);
        for (const imported of [...imports, ...dynamicImports]) {
          const file = files[imported];
          if (file?.type !== 'chunk')
            this.error(`${fileName} imports ${imported}, which is not part of the bundle.`);
          if (file.isEntry) this.error(`${fileName} imports the entry ${imported}: import what it offers.`);
        }
      }
    },
  };
}
