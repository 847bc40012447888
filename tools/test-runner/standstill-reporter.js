import { testsOf } from './counts-reporter.js';

/** How a run ends whose browser stood still: nothing is known of the code then, so it may be begun again. */
export const STOOD_STILL = 75;

/** A test or a hook that the framework gave up after minutes, where the busiest machine needs seconds. */
const gaveUp = ({ message = '' }) => /^(Error: )?Timeout of \d+ms exceeded/.test(message);

/** What was given up in one file: names of tests, or what was said outside a test. */
function givenUp(session) {
  const tests = testsOf(session.testResults).filter(({ error }) => error && gaveUp(error));
  const outside = (session.errors ?? []).filter(gaveUp);
  return [...tests.map(({ name }) => name), ...outside.map(({ message }) => message)];
}

/**
 * Ends the run as soon as a test was given up, or when no file has ended for a long time: what a browser does not
 * answer (a database that never opens), it does not answer to the next file either, and each would wait for it.
 * @param end gets why
 */
export function standstillReporter(minutes, end) {
  let timer;
  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => end(`no file of tests has ended for ${minutes} minutes`), minutes * 60_000);
  };
  return {
    onTestRunStarted: watch,
    reportTestFileResults({ testFile, sessionsForTestFile }) {
      watch();
      const names = sessionsForTestFile.flatMap(givenUp);
      if (names.length > 0) end(`${testFile} waited in vain: ${names.join(', ')}`);
    },
    onTestRunFinished() {
      clearTimeout(timer);
    },
  };
}
