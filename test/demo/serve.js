/** A FHIR server of its own: `node serve.js <file>` tells its port on the first line. */
import { createServer } from 'node:http';
import { createFhirHandler } from '../../demo/server/handler.js';
import { KeptRepository } from '../../demo/server/repository.js';

const [file] = process.argv.slice(2);
const handle = createFhirHandler({ repository: new KeptRepository(file), mount: '/fhir' });
const server = createServer((request, response) => void handle(request, response));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
