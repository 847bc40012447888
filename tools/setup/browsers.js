import { existsSync } from 'node:fs';
import { findEngines, findProgram, missingEngines } from '../browsers/engines.js';
import { run } from '../run/process.js';

const PACKAGES = [
  'chromium',
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  'xauth',
  'fonts-noto-core', // Arabic letters
];

const ARABIC_FONT = '/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf';

/** How to become root here without a question: a prefix for a command, or undefined. */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  if (!findProgram('sudo')) return undefined;
  return run('sudo', ['-n', 'true']).then(
    () => ['sudo', '-n'],
    () => undefined,
  );
}

async function install(prefix) {
  const aptGet = (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
    return run(command, [...rest, '-o', 'DPkg::Lock::Timeout=300', ...args], { minutes: 10 });
  };
  console.log(`Installing ${PACKAGES.join(', ')} …`);
  await aptGet('update');
  await aptGet('install', '-y', '--no-install-recommends', ...PACKAGES);
}

/** Makes sure that the browsers are there: installs them where that needs no question, or says what to do. */
export async function installBrowsers() {
  const onDebian = Boolean(findProgram('apt-get'));
  const complete = () => missingEngines().length === 0 && (!onDebian || existsSync(ARABIC_FONT));
  if (complete()) return;

  const prefix = onDebian ? await rootPrefix() : undefined;
  if (prefix) await install(prefix);
  if (complete()) return;

  const missing = missingEngines();
  console.log(
    onDebian
      ? `Please run: sudo apt-get install --no-install-recommends ${PACKAGES.join(' ')}`
      : 'Please install Chromium (or Chrome) and Firefox. WebKitGTK, its driver and Xvfb exist on Linux only.',
  );
  if (missing.length === 0) return;
  const text = `Missing: ${missing.join(', ')}`;
  if (process.env.CI || !findEngines().chromium) throw new Error(`${text}. CI needs all three engines.`);
  console.log(`${text}. The tests run in the others.`);
}
