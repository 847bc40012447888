/**
 * Serves an imported `.json` file as a module, as Vite does: `src` imports the words of `locales`.
 * The module has an address of its own, since browsers keep one answer for each: a page that fetches the file
 * itself still gets JSON. (An import whose address is computed keeps it: there the browser's header decides.)
 */
export function jsonModules() {
  const isModule = (context) =>
    context.path.endsWith('.json') &&
    (context.querystring === 'module' || context.get('sec-fetch-dest') === 'script');
  return {
    name: 'json-modules',
    transformImport: ({ source }) => (source.endsWith('.json') ? `${source}?module` : undefined),
    resolveMimeType: (context) => (isModule(context) ? 'js' : undefined),
    transformCacheKey: (context) => (isModule(context) ? 'module' : undefined),
    transform: (context) => (isModule(context) ? `export default ${context.body};` : undefined),
  };
}
