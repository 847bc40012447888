/** One DevTools session a page: what it emulates ends with it. */
const sessions = new WeakMap();

/** Chromium's DevTools for a page. */
export async function devtoolsOf(page) {
  if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
  return sessions.get(page);
}

/** Runs an expression with the rights of Firefox itself, where its settings and accessibility tree are. */
export async function evaluateInFirefox(page, expression) {
  const { connection } = page.browser();
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const answer = await connection.send('script.evaluate', {
    expression,
    target: { context: tree.result.contexts[0].context },
    awaitPromise: true,
    resultOwnership: 'none',
  });
  if (answer.result.type !== 'success') {
    throw new Error(`Firefox refused: ${answer.result.exceptionDetails?.text ?? 'no reason given'}`);
  }
  return answer.result.result.value;
}
