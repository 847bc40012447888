import type { Resource } from '../../fhir/resource.js';
import { saysTheSame } from '../equality.js';
import { StoreError } from '../store-error.js';
import { doubts } from './late.js';
import type { Pages } from './pages.js';
import { pathTo, type FhirRequests, type Reply } from './request.js';

/*
 * Whether a server holds what was sent. That it said yes is not enough: a firewall says yes with a page of its own, and
 * a server that only puts the write aside says yes before it holds it.
 */

/** @throws StoreError `offline` for an answer that is not the server's */
export async function readFrom(
  requests: FhirRequests,
  type: string,
  id: string,
): Promise<Resource | undefined> {
  const path = pathTo(type, id);
  const { status, body } = await requests.send('GET', path, { expected: [404, 410] });
  if (status === 200 && body?.resourceType === 'OperationOutcome')
    throw new StoreError('offline', `GET ${path}: the answer is no ${type}. Check fhir-base.`);
  return body?.resourceType === type && body.id === id ? body : undefined;
}

/** The resource that a reply is about: in it, or where it leads; undefined where it tells neither. */
export async function representedIn(
  { body, location: at }: Reply,
  requests: FhirRequests,
  type: string,
): Promise<Resource | undefined> {
  if (body?.resourceType === type && body.id !== undefined) return body;
  const id = at?.split('/_history')[0]?.split('/').at(-1);
  return id === undefined || id === '' ? undefined : readFrom(requests, type, id);
}

/**
 * The version that a change became.
 * @throws StoreError where the server does not hold it
 */
export async function changedBy(
  reply: Reply,
  sent: Resource,
  base: Resource | undefined,
  { requests, pages }: { readonly requests: FhirRequests; readonly pages: Pages },
): Promise<Resource> {
  const { body } = reply;
  if (body?.resourceType === sent.resourceType && body.id === sent.id && saysTheSame(body, sent)) return body;
  return (await doubts()).foundChange(reply, sent, base, {
    read: (type, id) => readFrom(requests, type, id),
    history: (type, id) => pages.history(type, id),
  });
}
