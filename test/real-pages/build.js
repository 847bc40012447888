import path from 'node:path';
import { build } from 'vite';

/** Where the pages are served from once they are built. */
export const BUILT = '/.results/real-pages';

/** Builds these pages with their libraries, as a portal would, into files of the same names. */
export function buildPages(root, names) {
  const input = Object.fromEntries(
    names.map((name) => [name, path.join(root, `test/pages/real/${name}.js`)]),
  );
  return build({
    configFile: false,
    root,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: path.join(root, BUILT),
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input,
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunk-[name].js',
          assetFileNames: '[name][extname]',
        },
      },
    },
  });
}
