import { createFhirStore, type FhirStore, type FhirStoreOptions } from '../../src/store/fhir/store.js';

let servers = 0;

/** The address of a FHIR server that is empty and nobody else's. */
export function freshServer(): string {
  servers += 1;
  const name = `${String(Date.now())}-${String(Math.trunc(Math.random() * 1e9))}-${String(servers)}`;
  return new URL(`/fhir-test/${name}`, location.href).href;
}

/** A store on it, that waits for nothing. */
export function storeOn(base: string, options: Partial<FhirStoreOptions> = {}): FhirStore {
  return createFhirStore({
    base,
    fetch: (...args) => fetch(...args),
    interval: 20,
    wait: () => Promise.resolve(),
    random: () => 0,
    ...options,
  });
}
