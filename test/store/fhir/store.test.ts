import { typesContract } from '../../suites/store.js';
import { freshServer, storeOn } from '../../support/fhir-server.js';

describe('the store on a FHIR server, over HTTP', () => {
  typesContract(() => Promise.resolve(storeOn(freshServer())), { isRecord: true });
});
