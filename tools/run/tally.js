/** Counts what passed and failed over all steps of `npm test`. */
const total = { passed: 0, failed: 0 };
const problems = [];

/** For the list of what failed at the end, thousands of lines below where it was first told. */
export function remember(problem) {
  problems.push(problem);
}

/** Tells what failed, now and in the list at the end. */
export function tell(problem) {
  console.error(`  ✗ ${problem}`);
  remember(problem);
}

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
    tell(`${heading}: ${error instanceof Error ? error.message : error}`);
    counts.failed += 1;
  }
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`  ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`);
  return counts.failed === 0;
}

/** The last lines of `npm test`: what failed, and the counts; and its exit code. */
export function finish() {
  if (problems.length > 0) console.log(`\n— What failed\n  ✗ ${problems.join('\n  ✗ ')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}
