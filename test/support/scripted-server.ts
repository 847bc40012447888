import { expect } from '@open-wc/testing';
import type { Resource } from '../../src/fhir/resource.js';
import { createFhirStore, type FhirStoreOptions } from '../../src/store/fhir/store.js';
import type { StoreError } from '../../src/store/store-error.js';

/*
 * A server that answers what a test tells it to.
 */

export const BASE = 'https://fhir.example.org/r4';

export interface Asked {
  readonly method: string;
  /** Below the base, decoded. */
  readonly path: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
}

export type Answer = (asked: Asked) => Response | Promise<Response>;

/** A store whose server answers what `answer` says. */
export function answering(answer: Answer, options: Partial<FhirStoreOptions> = {}) {
  const asked: Asked[] = [];
  const waits: number[] = [];
  const store = createFhirStore({
    base: `${BASE}/`,
    fetch: (input, init) => {
      const url = typeof input === 'string' ? input : '';
      const one = {
        method: init?.method ?? 'GET',
        url,
        path: decodeURIComponent(url.replace(`${BASE}/`, '')),
        headers: new Headers(init?.headers),
        body: typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
      };
      asked.push(one);
      return new Promise((resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        Promise.resolve(answer(one)).then(resolve, reject);
      });
    },
    random: () => 0,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    ...options,
  });
  return { store, asked, waits };
}

/** A store whose server gives one answer after the other; the last one again and again. */
export function scripted(answers: readonly Answer[], options: Partial<FhirStoreOptions> = {}) {
  let count = 0;
  return answering((asked) => {
    count += 1;
    return answers[Math.min(count, answers.length) - 1]!(asked);
  }, options);
}

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(JSON.stringify(body), { status, headers });

export const nothing =
  (status: number, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(null, { status, headers });

export const bundle = (resources: readonly Resource[], next?: string): object => ({
  resourceType: 'Bundle',
  entry: resources.map((resource) => ({ resource })),
  link: next === undefined ? [] : [{ relation: 'next', url: next }],
});

export const failure = async (work: Promise<unknown>): Promise<StoreError> =>
  work.then(
    () => expect.fail('it did not fail'),
    (error: unknown) => error as StoreError,
  );
