/**
 * Serves an imported `.json` file as a module, as Vite does: `src` imports the words of `locales`.
 * A page that fetches the file still gets JSON.
 *
 * @returns {import('@web/test-runner-core').TestRunnerPlugin}
 */
export function jsonModules() {
  const isJson = (context) => context.path.endsWith('.json');
  const isImported = (context) => isJson(context) && context.get('sec-fetch-dest') === 'script';
  // One address with two answers: a browser that kept the one would reuse it for the other
  const headers = { 'cache-control': 'no-store' };
  return {
    name: 'json-modules',
    resolveMimeType: (context) => (isImported(context) ? 'js' : undefined),
    transform(context) {
      if (isImported(context))
        return { body: `export default ${context.body};`, headers, transformCache: false };
      return isJson(context) ? { headers } : undefined;
    },
  };
}
