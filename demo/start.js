/** `npm start`: works in a fresh clone with Node and npm alone. A file for the data of its server may follow. */
import path from 'node:path';
import { installPackages, root } from '../tools/setup/packages.js';

installPackages();

const { createServer } = await import('vite');
const { fhirServer } = await import('./server/vite-plugin.js');
const [file = path.join(root, 'demo/.data/fhir.jsonl')] = process.argv.slice(2);
const server = await createServer({
  root,
  plugins: [fhirServer({ mount: '/fhir', file })],
  server: {
    host: '127.0.0.1',
    // A browser is opened for a person, not for a script
    open: process.stdout.isTTY && !process.env.CI ? '/demo/' : false,
  },
});
await server.listen();

const address = server.resolvedUrls?.local[0] ?? '';
console.log(`\nThe demo is at ${address}demo/\nCtrl+C stops it.\n`);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => void server.close().then(() => process.exit(0)));
}
