import { createFhirStore, type FhirStore, type FhirStoreOptions } from '../../src/store/fhir/store.js';

let servers = 0;

/** The address of a FHIR server that is empty and nobody else's. */
export function freshServer(): string {
  servers += 1;
  const name = `${String(Date.now())}-${String(Math.trunc(Math.random() * 1e9))}-${String(servers)}`;
  return new URL(`/fhir-test/${name}`, location.href).href;
}

/** Requests of a page that shows one person at a time: the server looks that they are about nobody else. */
export const signedInAs =
  (person: string | (() => string), carried: typeof fetch = (...args) => fetch(...args)): typeof fetch =>
  (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('X-Signed-In', typeof person === 'string' ? person : person());
    return carried(input, { ...init, headers });
  };

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
