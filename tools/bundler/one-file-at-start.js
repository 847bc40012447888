/**
 * Fails the build of the bundle when a page would need more than its one file to start: what is imported
 * statically from a chunk or from outside escapes the size budget, and breaks a plain script tag. Nor may a lazy chunk
 * import the bundle: under a URL with a query it would be loaded a second time.
 *
 * @returns {import('vite').Plugin}
 */
export function oneFileAtStart() {
  return {
    name: 'one-file-at-start',
    generateBundle(_options, files) {
      for (const file of Object.values(files)) {
        if (file.type === 'chunk' && file.isEntry && file.imports.length > 0) {
          this.error(`${file.fileName} needs other files at once: ${file.imports.join(', ')}`);
        }
        const entries = Object.values(files).filter(({ isEntry }) => isEntry);
        if (file.type === 'chunk' && entries.some(({ fileName }) => file.imports.includes(fileName))) {
          this.error(
            `${file.fileName} imports the bundle: give it what it needs, or take it into the bundle.`,
          );
        }
      }
    },
  };
}
