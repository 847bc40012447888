/** `node tools/busy.js npm test`: runs a command while something else keeps every core busy, and ends as it does. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

const [command, ...args] = process.argv.slice(2);
const busy = Array.from(
  { length: availableParallelism() },
  () => new Worker('for (;;) Math.random();', { eval: true }),
);
spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  .once('error', ({ message }) => console.error(message))
  .once('close', (code) => {
    process.exitCode = code ?? 1;
    for (const worker of busy) void worker.terminate();
  });
