/** Counts what passed and failed over all steps of `npm test`. */
const total = { passed: 0, failed: 0 };

/**
 * Runs one step under a heading, with its time. It answers with its counts `{ passed, failed }`; any
 * other answer means that the step itself is the one check. A step that throws, or that checked nothing, is a failure; the steps
 * after it still run. Answers whether all of it passed.
 */
export async function step(heading, work) {
  console.log(`\n— ${heading}`);
  const start = performance.now();
  let counts = { passed: 0, failed: 0 };
  try {
    const answer = await work();
    counts = Number.isInteger(answer?.passed) ? answer : { passed: 1, failed: 0 };
    if (counts.passed + counts.failed === 0) throw new Error('nothing was checked');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts.failed += 1;
  }
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`  ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`);
  return counts.failed === 0;
}

/** The last line of `npm test`, and its exit code. */
export function finish() {
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}
