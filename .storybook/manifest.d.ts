/** Made by `npm run build:manifest`: absent in a fresh clone. */
declare module '*/custom-elements.json' {
  const manifest: unknown;
  export default manifest;
}
