import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** This file runs before anything is installed: only Node's own modules here. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** npm writes its own lock into node_modules at the end of every installation. */
function packagesAreCurrent() {
  const changed = (file) => statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return changed('node_modules/.package-lock.json') >= changed('package-lock.json');
}

/** Installs the npm packages when they are missing or older than package-lock.json. */
export function installPackages() {
  if (packagesAreCurrent()) return;
  console.log('Installing the npm packages …');
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const windows = process.platform === 'win32';
  const { status } = spawnSync('npm', options, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows,
  });
  if (status !== 0) throw new Error('npm ci failed: the packages of package-lock.json are not installed');
}
