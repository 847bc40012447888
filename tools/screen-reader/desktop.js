import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { start, stop } from '../run/process.js';
import { until } from './until.js';

const SCREEN = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
const BUS = ['--session', '--nofork', '--print-address=3'];

/** These lead to the desktop that this may have been started on. */
const FOREIGN = ['AT_SPI_BUS_ADDRESS', 'NO_AT_BRIDGE', 'WAYLAND_DISPLAY', 'XAUTHORITY'];

/** A voice that says nothing, on a sound card that is none: without one it does not start. */
const VOICE = 'AudioOutputMethod alsa\nAddModule dummy sd_dummy ""\nDefaultModule dummy\n';
const SOUND_CARD = 'pcm.!default { type null }\nctl.!default { type null }\n';

/** An environment in which whatever a program writes goes into this folder. */
async function environmentIn(folder) {
  const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN.includes(name));
  const own = { HOME: folder, LC_ALL: 'C.UTF-8', GSETTINGS_BACKEND: 'memory' };
  const env = { ...Object.fromEntries(inherited), ...own };
  for (const name of ['RUNTIME_DIR', 'CONFIG_HOME', 'DATA_HOME', 'CACHE_HOME', 'STATE_HOME']) {
    env[`XDG_${name}`] = path.join(folder, name.toLowerCase());
    await mkdir(env[`XDG_${name}`], { mode: 0o700 });
  }
  const voices = path.join(env.XDG_CONFIG_HOME, 'speech-dispatcher');
  await mkdir(voices);
  await writeFile(path.join(voices, 'speechd.conf'), VOICE);
  await writeFile(path.join(folder, '.asoundrc'), SOUND_CARD);
  return env;
}

/** The line with which a program says on its file descriptor 3 where it can be reached. */
async function lineOf(child, name) {
  const ended = new Promise((_, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${name} did not start`)));
  });
  const [line] = await Promise.race([once(child.stdio[3], 'data'), ended]);
  return String(line).trim();
}

/**
 * What a screen reader needs of a person's desktop, apart from the one that this may run on: a screen that nobody sees,
 * a bus, windows that take the focus, and a voice. `{ env, folder, start(command, args), stop() }`.
 */
export async function startDesktop() {
  const folder = await mkdtemp(path.join(tmpdir(), 'desktop-'));
  const env = await environmentIn(folder);
  const processes = [];
  const begin = (command, args, options) => {
    const child = start(command, args, { env, ...options });
    processes.unshift(child);
    return child;
  };
  const beginTelling = (command, args) =>
    lineOf(begin(command, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }), command);
  const end = async () => {
    for (const child of processes) await stop(child);
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    env.DISPLAY = `:${await beginTelling('Xvfb', SCREEN)}`;
    env.DBUS_SESSION_BUS_ADDRESS = await beginTelling('dbus-daemon', BUS);
    begin('openbox', []);
    begin('speech-dispatcher', ['--run-single', '--timeout', '0']);
    const voice = path.join(env.XDG_RUNTIME_DIR, 'speech-dispatcher/speechd.sock');
    await until(
      () => existsSync(voice),
      () => 'speech-dispatcher did not start',
    );
    return { env, folder, start: begin, stop: end };
  } catch (error) {
    await end();
    throw error;
  }
}
