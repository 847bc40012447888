import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from '../setup/packages.js';

/** Child processes of `npm test`: each leads a group, so that nothing it started outlives it. */
const running = new Set();

function killGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'exit']) {
  process.once(signal, () => {
    running.forEach(killGroup);
    if (signal !== 'exit') process.exit(1);
  });
}

/**
 * Runs a command to its end. `live` shows its output as it comes; otherwise it is kept, and belongs to the
 * error when the command fails.
 */
export function run(command, args, { live = false, env = {}, minutes = 60 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      detached: true,
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
      env: { ...process.env, ...env },
    });
    running.add(child);
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));

    let late = false;
    const timer = setTimeout(() => {
      late = true;
      killGroup(child);
    }, minutes * 60_000);

    const line = [command, ...args].join(' ');
    const end = (problem) => {
      clearTimeout(timer);
      killGroup(child);
      running.delete(child);
      if (problem) reject(new Error([output.trim(), problem].filter(Boolean).join('\n')));
      else resolve(output);
    };
    child.once('error', (error) => end(`${line}: ${error.message}`));
    child.once('exit', (code, signal) => {
      if (late) end(`${line} took longer than ${minutes} minutes`);
      else setTimeout(end, 0, code === 0 ? undefined : `${line} ended with ${code ?? signal}`);
    });
  });
}

/** Starts what goes on beside this process, until `stop` or the end of this process. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'ignore', ...options, detached: true });
  running.add(child);
  // That it could not be started is found out by whoever waits for it
  child.once('error', () => running.delete(child));
  return child;
}

/** Ends what `start` began, with everything that it has started. */
export async function stop(child) {
  if (!running.delete(child)) return;
  const hasEnded = child.exitCode !== null || child.signalCode !== null;
  const ending = hasEnded ? undefined : once(child, 'exit');
  killGroup(child);
  await ending;
}

/** Runs a program of node_modules. */
export const tool = (name, args = [], options = {}) => run(`${root}node_modules/.bin/${name}`, args, options);
