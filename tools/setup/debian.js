import { findProgram } from '../browsers/engines.js';
import { run } from '../run/process.js';

export const onDebian = () => Boolean(findProgram('apt-get'));

/** How to become root here without a question: a prefix for a command, or undefined. */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  if (!findProgram('sudo')) return undefined;
  return run('sudo', ['-n', 'true']).then(
    () => ['sudo', '-n'],
    () => undefined,
  );
}

/** Installs packages of Debian where that needs no question; otherwise does nothing. */
export async function install(packages) {
  const prefix = onDebian() ? await rootPrefix() : undefined;
  if (!prefix) return;
  const aptGet = (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
    return run(command, [...rest, '-o', 'DPkg::Lock::Timeout=300', ...args], { minutes: 10 });
  };
  console.log(`Installing ${packages.join(', ')} …`);
  await aptGet('update');
  await aptGet('install', '-y', '--no-install-recommends', ...packages);
}

/** What a person is asked to run where it could not be installed. */
export const installCommand = (packages) =>
  `sudo apt-get install --no-install-recommends ${packages.join(' ')}`;
