import { FhirRouter } from '@medplum/fhir-router';
import { badRequest, getStatus, normalizeOperationOutcome, notFound } from '@medplum/core';
import { onlyElements } from './search.js';

/** The largest body that is taken: no answers are larger. */
const LARGEST = 8_000_000;

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
  'Access-Control-Allow-Headers':
    'Authorization, Content-Type, If-Match, If-None-Match, If-None-Exist, Prefer',
  'Access-Control-Expose-Headers': 'ETag, Last-Modified, Location, Retry-After',
};

async function bodyOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST) throw new Error(`The body is larger than ${LARGEST} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A search or history as it is sent: what was asked for, with links to its pages in the parameters that the engine reads. */
function asPage(bundle, url) {
  if (bundle.type !== 'searchset' && bundle.type !== 'history') return bundle;
  const found = onlyElements(bundle, url.searchParams.get('_elements'));
  const count = Number(url.searchParams.get('_count') ?? 20);
  const next = Number(url.searchParams.get('_offset') ?? 0) + count;
  const link = [{ relation: 'self', url: url.href }];
  if (count > 0 && next < (bundle.total ?? 0)) {
    const following = new URL(url);
    following.searchParams.set('_offset', String(next));
    link.push({ relation: 'next', url: following.href });
  }
  return { ...found, link };
}

/** What a client learns of a version from the headers. */
function versionHeaders(resource, base) {
  const { versionId, lastUpdated } = resource?.meta ?? {};
  if (versionId === undefined) return {};
  return {
    ETag: `W/"${versionId}"`,
    'Last-Modified': new Date(lastUpdated).toUTCString(),
    Location: `${base}/${resource.resourceType}/${resource.id}/_history/${versionId}`,
  };
}

/**
 * A FHIR R4 server as a request handler for node's http, mounted at `mount` (such as `/fhir`).
 * @param {{ repository: import('./repository.js').KeptRepository, mount: string }} options
 */
export function createFhirHandler({ repository, mount }) {
  const router = new FhirRouter();
  // One write after the other: a conditional create looks first and writes then
  let last = Promise.resolve();
  const inTurn = (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  async function answer(request, url) {
    const text = await bodyOf(request);
    let body;
    try {
      body = text === '' ? undefined : JSON.parse(text);
    } catch {
      return [badRequest('The body is no JSON.')];
    }
    const path = url.pathname.slice(mount.length) + url.search;
    const ask = () =>
      router.handleRequest(
        {
          method: request.method,
          url: path.replace(/^\//, ''),
          pathname: '',
          body,
          params: {},
          query: {},
          headers: request.headers,
          config: { transactions: true },
        },
        repository,
      );
    return request.method === 'GET' ? ask() : inTurn(ask);
  }

  return async (request, response) => {
    const url = new URL(request.url, `http://${request.headers.host ?? 'localhost'}`);
    const send = (status, headers, body) => {
      response.writeHead(status, { ...CORS, 'Cache-Control': 'no-store', ...headers });
      response.end(body);
    };
    if (request.method === 'OPTIONS') {
      send(204, {});
      return;
    }
    const [outcome, resource] = await answer(request, url).catch((error) => [
      normalizeOperationOutcome(error),
    ]);
    const status = outcome === notFound ? 404 : getStatus(outcome);
    const headers = versionHeaders(resource, `${url.origin}${mount}`);
    if (request.method === 'GET' && headers.ETag && request.headers['if-none-match'] === headers.ETag) {
      send(304, headers);
      return;
    }
    const sent = resource?.resourceType === 'Bundle' ? asPage(resource, url) : (resource ?? outcome);
    send(
      status,
      { 'Content-Type': 'application/fhir+json; charset=utf-8', ...headers },
      JSON.stringify(sent),
    );
  };
}
