import { defineConfig, type UserConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { bundleFromSource } from './tools/bundler/bundle-from-source.js';
import { embedSnippets } from './tools/bundler/embed-snippets.js';
import { ENTRIES, MODULES } from './tools/bundler/entries.js';
import { leanI18next } from './tools/bundler/lean-i18next.js';
import { minifyBundle } from './tools/bundler/minify-bundle.js';
import { minifyTemplates } from './tools/bundler/minify-templates.js';
import { sharedChunks } from './tools/bundler/shared-chunks.js';
import { tinyEntries } from './tools/bundler/tiny-entries.js';

const dependencies = Object.keys(packageJson.dependencies);
const isDependency = (id: string) => dependencies.some((name) => id === name || id.startsWith(`${name}/`));

/** For applications with their own bundler: one file a module, dependencies left to them. */
const modules: UserConfig = {
  build: {
    target: 'es2022',
    minify: false,
    lib: { entry: MODULES, formats: ['es'] },
    rolldownOptions: {
      external: isDependency,
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
};

/** For pages without a bundler: tiny entries over shared chunks, which are loaded at once or when they are needed. */
const bundle: UserConfig = {
  plugins: [leanI18next(), minifyTemplates(), minifyBundle(), tinyEntries(), embedSnippets()],
  build: {
    target: 'es2022',
    minify: false, // by minifyBundle
    emptyOutDir: false, // `modules` was built into the same folder just before
    license: { fileName: 'THIRD-PARTY-NOTICES.txt' },
    lib: { entry: ENTRIES, formats: ['es'] },
    rolldownOptions: {
      output: {
        minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: sharedChunks(import.meta.dirname),
      },
    },
  },
};

/** The dev server of the demo, and what Storybook starts from. */
const pages: UserConfig = {
  plugins: [bundleFromSource()],
};

export default defineConfig(({ mode }) => {
  if (mode === 'modules') return modules;
  if (mode === 'bundle') return bundle;
  return pages;
});
