import { defineConfig, type UserConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { bundleFromSource } from './tools/bundler/bundle-from-source.js';
import { leanI18next } from './tools/bundler/lean-i18next.js';
import { minifyBundle } from './tools/bundler/minify-bundle.js';
import { minifyTemplates } from './tools/bundler/minify-templates.js';
import { oneFileAtStart } from './tools/bundler/one-file-at-start.js';
import { ownCopies } from './tools/bundler/own-copies.js';

const dependencies = Object.keys(packageJson.dependencies);
const isDependency = (id: string) => dependencies.some((name) => id === name || id.startsWith(`${name}/`));

/** For applications with their own bundler: one file a module, dependencies left to them. */
const modules: UserConfig = {
  build: {
    target: 'es2022',
    minify: false,
    lib: { entry: { index: 'src/index.ts', define: 'src/define.ts' }, formats: ['es'] },
    rolldownOptions: {
      external: isDependency,
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
};

/** For pages without a bundler: everything in one file; only further languages are loaded on demand. */
const bundle: UserConfig = {
  plugins: [
    ownCopies('src/fhir/questionnaire/questionnaire-reader.ts'),
    leanI18next(),
    minifyTemplates(),
    oneFileAtStart(),
    minifyBundle(),
  ],
  build: {
    target: 'es2022',
    minify: false, // by minifyBundle
    emptyOutDir: false, // `modules` was built into the same folder just before
    lib: { entry: 'src/define.ts', formats: ['es'], fileName: () => 'alliance-elements.js' },
    rolldownOptions: {
      output: {
        chunkFileNames: 'chunks/[name]-[hash].js',
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
