/** What editors, Storybook and framework wrappers read about the elements. */
export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false, // package.json already names the manifest
};
