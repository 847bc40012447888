import { storeContract } from '../../suites/store.js';
import { freshServer, storeOn } from '../../support/fhir-server.js';

describe('the store on a FHIR server, over HTTP', () => {
  storeContract(() => Promise.resolve(storeOn(freshServer())), { isRecord: true });
});
