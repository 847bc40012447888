import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { webdriverLauncher } from '@web/test-runner-webdriver';

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** A screen that nobody sees; answers with the process and its display, such as `:7`. */
async function startScreen(xvfb) {
  const options = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const screen = spawn(xvfb, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = await once(screen.stdio[3], 'data');
  return { screen, display: `:${String(number).trim()}` };
}

function startDriver(driver, port, display) {
  return spawn(driver, [`--port=${port}`, '--host=local'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      LANG: 'en_US.UTF-8',
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      // WebKit's own sandbox needs rights that root in a container does not have
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
}

async function untilItAnswers(port) {
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer) return;
    await wait(100);
  }
  throw new Error('WebKitWebDriver did not start within two minutes');
}

/** Runs the tests in WebKitGTK's MiniBrowser; its screen and driver live exactly as long as the launcher. */
export async function webkitLauncher({ driver, miniBrowser, xvfb }) {
  const port = await freePort();
  const launcher = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    connectionRetryCount: 0,
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
    },
  });

  const processes = [];
  const killProcesses = () => processes.splice(0).forEach((child) => child.kill());
  process.once('exit', killProcesses);

  const initialize = launcher.initialize.bind(launcher);
  launcher.initialize = async (config) => {
    const { screen, display } = await startScreen(xvfb);
    processes.unshift(screen);
    processes.unshift(startDriver(driver, port, display));
    await untilItAnswers(port);
    await initialize(config);
    launcher.name = 'WebKit';
  };

  const stop = launcher.stop.bind(launcher);
  launcher.stop = async () => {
    await stop();
    killProcesses();
  };
  return launcher;
}
