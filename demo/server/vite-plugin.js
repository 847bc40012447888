import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createFhirHandler } from './handler.js';
import { KeptRepository } from './repository.js';

/**
 * A FHIR R4 server on the dev server, so that the demo needs no second address.
 * @param {{ mount: string, file: string }} options its address, and the file that keeps its data
 * @returns {import('vite').Plugin}
 */
export function fhirServer({ mount, file }) {
  return {
    name: 'fhir-server',
    configureServer(server) {
      mkdirSync(path.dirname(file), { recursive: true });
      const handle = createFhirHandler({ repository: new KeptRepository(file), mount });
      server.middlewares.use((request, response, next) => {
        if (request.url === mount || request.url?.startsWith(`${mount}/`)) void handle(request, response);
        else next();
      });
    },
  };
}
