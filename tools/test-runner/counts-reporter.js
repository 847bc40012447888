import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where `npm test` reads how many browser tests passed in each engine, and which failed. */
export const COUNTS_FILE = '.results/browser-tests.json';

/** The tests of a suite and of the suites in it. */
export function testsOf(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];
}

/** A test file that could not be loaded, or ended with an error outside a test, counts as one failure. */
function resultsOf(session) {
  const tests = testsOf(session.testResults).filter((test) => !test.skipped);
  const failed = tests.filter((test) => !test.passed);
  const isFailed = failed.length === 0 && !session.passed;
  const told = isFailed ? [{ name: 'the file itself', error: session.errors[0] }] : failed;
  const file = path.relative('', session.testFile);
  return {
    passed: tests.length - failed.length,
    problems: told.map(
      ({ name, error }) => `${file}: ${name}\n    ${error?.message ?? 'no reason was told'}`,
    ),
  };
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
        const engine = (counts[session.browser.name] ??= { passed: 0, problems: [] });
        const { passed, problems } = resultsOf(session);
        engine.passed += passed;
        engine.problems.push(...problems);
      }
      const wrong = wrongRequests().map((one) => `A wrong request: ${one}`);
      for (const one of wrong) console.error(`❌ ${one}`);
      Object.values(counts)[0]?.problems.push(...wrong);
      mkdirSync(path.dirname(COUNTS_FILE), { recursive: true });
      writeFileSync(COUNTS_FILE, JSON.stringify(counts));
    },
  };
}
