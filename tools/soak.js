/**
 * `npm run soak`: the browser tests, and the checks of the bundle, with many more rounds. Files may follow: then those
 * alone.
 */
import { spawnSync } from 'node:child_process';
import { runChecks } from './run/checks.js';
import { root } from './setup/packages.js';

process.env.SOAK = '1'; // read by the tests and checks as they are loaded
const shell = process.platform === 'win32';
const start = (command, args) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', shell }).status === 0;

const files = process.argv.slice(2);
const isCheck = (file) => file.endsWith('.check.js');
const [tests, checks] = [files.filter((file) => !isCheck(file)), files.filter(isCheck)];
const isAll = files.length === 0;

let isWell = true;
if (isAll || tests.length > 0) isWell = start('npx', ['wtr', ...(isAll ? [] : ['--files', ...tests])]);
if (isAll || checks.length > 0) {
  isWell = start('npm', ['run', 'build', '--silent']) && isWell;
  const { passed, failed } = await runChecks('test/bundle', checks);
  console.log(`  ${passed} passed, ${failed} failed`);
  isWell &&= failed === 0;
}
process.exitCode = isWell ? 0 : 1;
