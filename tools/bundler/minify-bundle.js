import { minify } from 'terser';

/**
 * Minifies each chunk, before its name is made from what it holds. Terser, because it removes the whitespace that Vite
 * keeps in ES libraries.
 *
 * @returns {import('vite').Plugin}
 */
export function minifyBundle() {
  return {
    name: 'minify-bundle',
    renderChunk: {
      order: 'post', // Vite prints the code once more before
      async handler(code) {
        const { code: minified } = await minify(code, {
          ecma: 2020,
          module: true,
          compress: {
            passes: 4,
            // No getter here does anything but get, and nobody counts the arguments of a function
            ...{ pure_getters: true, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true },
          },
          format: { comments: false },
        });
        return { code: minified ?? code, map: null };
      },
    },
  };
}
