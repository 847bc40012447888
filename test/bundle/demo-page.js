import { serveFolder } from '../../tools/browsers/static-server.js';
import { EVERYTHING } from '../../tools/bundler/entries.js';
import { RequestJudge } from '../../tools/test-runner/requests.js';

/** A FHIR server that forgets everything with the check; its definitions are read when it is first asked. */
function emptyServer(problems) {
  let handler;
  const load = async () => {
    const { createFhirHandler } = await import('../../demo/server/handler.js');
    const { KeptRepository } = await import('../../demo/server/repository.js');
    const repository = new KeptRepository();
    const judge = new RequestJudge('/fhir', repository);
    judge.problems = problems;
    const handle = createFhirHandler({ repository, mount: '/fhir' });
    return async (request, response) => handle(await judge.look(request), response);
  };
  return (request, response) => {
    handler ??= load();
    void handler.then((answer) => answer(request, response));
  };
}

/** What docs/portal.md promises to work under. */
export const STRICT = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self'`,
  `connect-src 'self'`,
  `require-trusted-types-for 'script'`,
  `trusted-types lit-html`,
].join('; ');

/** Runs in the page first: violations become console errors, which are collected with all the others. */
function reportViolations() {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`);
  });
}

/** Everything that a page complained about, and the scripts of the built package that it loaded. */
function follow(page) {
  const heard = { problems: new Set(), warnings: [], scripts: new Map() };
  page.on('console', (message) => {
    if (message.type() === 'error') heard.problems.add(message.text());
    if (message.type() === 'warning') heard.warnings.push(message.text());
  });
  page.on('pageerror', (error) => heard.problems.add(error.message));
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith('/dist/')) return;
    const body = response.body();
    body.catch(() => undefined); // of a page that was closed meanwhile; whoever reads it is told
    heard.scripts.set(pathname, body);
  });
  return heard;
}

/**
 * Opens the demo, or another page of the repository, as it is served from the repository, with the built bundle, and
 * hands it to `use`. `entry` stands in for the bundle that the page names, `prepare` is called before it is opened.
 * Fails with everything that the page complained about.
 */
export async function withDemo(
  { chromium, root },
  use,
  { policy = STRICT, path = '/demo/index.html', query = '', entry = EVERYTHING, prepare } = {},
) {
  const wrong = [];
  const routes = { '/fhir': emptyServer(wrong) };
  const server = await serveFolder(root, { 'Content-Security-Policy': policy }, routes);
  const context = await chromium.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  const heard = follow(page);
  try {
    await page.addInitScript(reportViolations);
    page.setDefaultTimeout(120_000);
    await page.route(`**/dist/${EVERYTHING}.js`, (route) =>
      route.continue({ url: route.request().url().replace(EVERYTHING, entry) }),
    );
    await prepare?.(page);
    const open = (search) => page.goto(`${server.url}${path}${search}`, { waitUntil: 'networkidle' });
    await open(query);
    await use(page, { ...heard, open });
  } catch (error) {
    heard.problems.add(error.message);
  } finally {
    await context.close();
    await server.close();
  }
  for (const one of wrong) heard.problems.add(one);
  if (heard.problems.size > 0) throw new Error([`With ${entry}.js:`, ...heard.problems].join('\n'));
}
