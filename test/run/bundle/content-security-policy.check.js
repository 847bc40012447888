import { serveFolder } from '../static-server.js';

export const name = 'the demo works under a strict content security policy with trusted types';

const POLICY = [
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

export async function run({ chromium, root }) {
  const server = await serveFolder(root, { 'Content-Security-Policy': POLICY });
  const page = await chromium.newPage();
  const problems = new Set();
  // Chromium asks for an icon by itself
  const isIcon = (message) => message.location().url.endsWith('/favicon.ico');
  page.on('console', (message) => {
    if (message.type() === 'error' && !isIcon(message)) problems.add(message.text());
  });
  page.on('pageerror', (error) => problems.add(error.message));
  try {
    await page.addInitScript(reportViolations);
    await page.goto(`${server.url}/demo/index.html`, { waitUntil: 'networkidle' });
    const defined = await page.evaluate(() =>
      [...document.querySelectorAll('*')].some(({ localName }) => customElements.get(localName)),
    );
    if (!defined) problems.add('no element of the library came to life on the page');
  } finally {
    await page.close();
    await server.close();
  }
  if (problems.size > 0) throw new Error([...problems].join('\n'));
}
