import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

async function fileFor(folder, address) {
  const { pathname } = new URL(address, 'http://localhost');
  // The leading slash keeps `..` from leaving the folder
  const name = path.join(folder, path.posix.normalize(`/${decodeURIComponent(pathname)}`));
  const file = name.endsWith(path.sep) ? path.join(name, 'index.html') : name;
  return { type: TYPES[path.extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
}

/**
 * Serves a folder on a free port: `{ url, close() }`.
 * @param {string} folder
 * @param {Record<string, string>} [headers] sent with each file
 * @param {Record<string, import('node:http').RequestListener>} [routes] what answers below an address, such as `/fhir`
 */
export async function serveFolder(folder, headers = {}, routes = {}) {
  const server = createServer((request, response) => {
    const route = Object.keys(routes).find((mount) => request.url?.startsWith(`${mount}/`));
    if (route) {
      routes[route](request, response);
      return;
    }
    fileFor(folder, request.url ?? '/').then(
      ({ type, body }) => response.writeHead(200, { ...headers, 'content-type': type }).end(body),
      () => response.writeHead(404, headers).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
