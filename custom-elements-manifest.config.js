/** What a portal may use: nothing private or static, and not what the browser or Lit calls. */
const isPublic = ({ name, privacy, static: isStatic }) =>
  (privacy ?? 'public') === 'public' && !isStatic && !name.startsWith('#') && !name.endsWith('Callback');

/** Keeps the manifest to what a portal may use. */
const publicMembersOnly = {
  name: 'public-members-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules) {
      for (const declaration of declarations ?? []) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
      }
    }
  },
};

/** What editors, Storybook and framework wrappers read about the elements. */
export default {
  globs: ['src/elements/**/alliance-*.ts'],
  exclude: ['src/**/*.styles.ts', 'src/**/*.define.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false, // package.json already names the manifest
  plugins: [publicMembersOnly],
};
