import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where `npm test` reads how many browser tests passed in each engine. */
export const COUNTS_FILE = '.results/browser-tests.json';

/** The tests of a suite and of the suites in it. */
export function testsOf(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];
}

/** A test file that could not be loaded, or ended with an error outside a test, counts as one failure. */
function countsOf(session) {
  const tests = testsOf(session.testResults).filter((test) => !test.skipped);
  const passed = tests.filter((test) => test.passed).length;
  const failed = tests.length - passed;
  return { passed, failed: failed === 0 && !session.passed ? 1 : failed };
}

/**
 * Counts what passed and failed. What was wrong with requests fails the run, whether a test noticed it or not.
 * @param {() => readonly string[]} wrongRequests
 */
export function countsReporter(wrongRequests) {
  return {
    onTestRunFinished({ sessions }) {
      const counts = {};
      for (const session of sessions) {
        const engine = (counts[session.browser.name] ??= { passed: 0, failed: 0 });
        const { passed, failed } = countsOf(session);
        engine.passed += passed;
        engine.failed += failed;
      }
      const wrong = wrongRequests();
      for (const one of wrong) console.error(`❌ A wrong request: ${one}`);
      const [first] = Object.values(counts);
      if (first) first.failed += wrong.length;
      mkdirSync(path.dirname(COUNTS_FILE), { recursive: true });
      writeFileSync(COUNTS_FILE, JSON.stringify(counts));
    },
  };
}
