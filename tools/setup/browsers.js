import { existsSync } from 'node:fs';
import { findEngines, missingEngines } from '../browsers/engines.js';
import { install, installCommand, onDebian } from './debian.js';

const PACKAGES = [
  'chromium',
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  'xauth',
  'fonts-noto-core', // Arabic letters
];

const ARABIC_FONT = '/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf';

/** Makes sure that the browsers are there: installs them where that needs no question, or says what to do. */
export async function installBrowsers() {
  const complete = () => missingEngines().length === 0 && (!onDebian() || existsSync(ARABIC_FONT));
  if (complete()) return;

  await install(PACKAGES);
  if (complete()) return;

  const missing = missingEngines();
  console.log(
    onDebian()
      ? `Please run: ${installCommand(PACKAGES)}`
      : 'Please install Chromium (or Chrome) and Firefox. WebKitGTK, its driver and Xvfb exist on Linux only.',
  );
  if (missing.length === 0) return;
  const text = `Missing: ${missing.join(', ')}`;
  if (process.env.CI || !findEngines().chromium) throw new Error(`${text}. CI needs all three engines.`);
  console.log(`${text}. The tests run in the others.`);
}
