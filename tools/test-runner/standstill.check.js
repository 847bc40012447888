import assert from 'node:assert/strict';
import { standstillReporter } from './standstill-reporter.js';

export const name = 'a browser that stands still ends its run, a test that fails does not';

const session = (error, errors = []) => ({
  errors,
  testResults: { suites: [{ suites: [], tests: [{ name: 'opens', passed: !error, error }] }], tests: [] },
});

function saidOf(...sessionsForTestFile) {
  const said = [];
  const reporter = standstillReporter(10, (why) => said.push(why));
  reporter.onTestRunStarted();
  reporter.reportTestFileResults({ testFile: 'a.test.ts', sessionsForTestFile });
  reporter.onTestRunFinished();
  return said;
}

export async function run() {
  const vain = {
    message: 'Timeout of 180000ms exceeded. For async tests and hooks, ensure "done()" is called',
  };
  assert.deepEqual(saidOf(session()), []);
  assert.deepEqual(saidOf(session({ message: 'expected 1 to equal 2' })), []);
  assert.deepEqual(saidOf(session(vain)), ['a.test.ts waited in vain: opens']);
  assert.deepEqual(saidOf(session(undefined, [{ message: `Error: ${vain.message}` }])).length, 1);

  const why = await new Promise((resolve) => {
    standstillReporter(0, resolve).onTestRunStarted();
  });
  assert.match(why, /no file of tests has ended/);
}
