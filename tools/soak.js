/** `npm run soak`: the browser tests with many more rounds. A pattern of files may follow. */
import { spawnSync } from 'node:child_process';
import { root } from './setup/packages.js';

const files = process.argv.slice(2);
const { status } = spawnSync('npx', ['wtr', ...(files.length > 0 ? ['--files', ...files] : [])], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, SOAK: '1' },
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
