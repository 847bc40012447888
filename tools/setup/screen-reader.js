import { findProgram } from '../browsers/engines.js';
import { install, installCommand, onDebian } from './debian.js';

const PACKAGES = [
  'orca',
  'at-spi2-core',
  'dbus',
  'dbus-x11',
  'python3-pyatspi',
  'gir1.2-atspi-2.0',
  'speech-dispatcher',
  'openbox', // windows take the focus only where something manages them
  'xdotool',
];

const PROGRAMS = ['Xvfb', 'dbus-daemon', 'openbox', 'orca', 'speech-dispatcher', 'xdotool'];

const missing = () => PROGRAMS.filter((name) => !findProgram(name));

export const hasScreenReader = () => missing().length === 0;

/** Makes sure that the screen reader is there: installs it where that needs no question, or says that it is left out. */
export async function installScreenReader() {
  if (hasScreenReader()) return;
  await install(PACKAGES).catch(({ message }) => console.error(message));
  if (hasScreenReader()) return;

  const text = `Missing: ${missing().join(', ')}`;
  if (process.env.CI) throw new Error(`${text}. CI needs the screen reader.`);
  const remedy = onDebian() ? `Please run: ${installCommand(PACKAGES)}` : 'Orca exists on Linux only.';
  console.log(`${text}. The step “Screen reader” is skipped. ${remedy}`);
}
