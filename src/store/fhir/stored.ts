import type { StoreReason } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { isOfSame } from '../asked.js';
import { saysTheSame } from '../equality.js';
import { StoreError } from '../store-error.js';
import { missingFrom } from './holding.js';
import type { Pages } from './pages.js';
import { diagnosticsOf } from './refusals.js';
import { pathTo, type FhirRequests, type Reply } from './request.js';

/*
 * Whether a server holds what was sent. That it said yes is not enough: a firewall says yes with a page of its own, and
 * a server that only puts the write aside says yes before it holds it.
 */

const versionOf = ({ meta }: Resource): string | undefined => meta?.versionId;

/** @throws StoreError `offline` for an answer that is not the server's */
export async function readFrom(
  requests: FhirRequests,
  type: string,
  id: string,
): Promise<Resource | undefined> {
  const path = pathTo(type, id);
  const { status, body } = await requests.send('GET', path, { expected: [404, 410] });
  if (status === 200 && body?.resourceType === 'OperationOutcome')
    throw new StoreError(
      'offline',
      `GET ${path}: the answer is no ${type}. Check fhir-base. ${diagnosticsOf(body)}`,
    );
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
 * Whether a resource at the server is what became of what was sent. The version that was edited may say more than that
 * does, where something was taken away: then the server holds the old one.
 */
export function isStored(held: Resource, sent: Resource, base?: Resource): boolean {
  const isOld =
    base !== undefined &&
    (versionOf(held) === undefined ? saysTheSame(held, base) : versionOf(held) === versionOf(base));
  return isOld ? saysTheSame(held, sent) : missingFrom(held, sent).length === 0;
}

/**
 * The version that a change became: in the reply, read after it, or before what others have written since.
 * @throws StoreError where the server does not hold it
 */
export async function changedBy(
  reply: Reply,
  sent: Resource,
  base: Resource | undefined,
  { requests, pages }: { readonly requests: FhirRequests; readonly pages: Pages },
): Promise<Resource> {
  const { resourceType: type, id = '' } = sent;
  const isIt = (one: Resource): boolean =>
    one.resourceType === type && one.id === id && isStored(one, sent, base);
  if (reply.body && isIt(reply.body)) return reply.body;
  const present = await readFrom(requests, type, id);
  if (present && isIt(present)) return present;
  const edited = base && versionOf(base);
  const isSince = present !== undefined && (edited === undefined || versionOf(present) !== edited);
  const versions = isSince ? await pages.history(type, id).catch(() => []) : [];
  const until = versions.findIndex((version) => versionOf(version) === edited);
  const made = (until < 0 ? versions : versions.slice(0, until)).findLast(isIt);
  if (made) return made;
  throw unconfirmed(`PUT ${type}/${id}`, reply, sent, present);
}

/** The server said yes, and does not hold what was sent. */
export function unconfirmed(
  request: string,
  { status, body, isForeign }: Reply,
  sent: Resource,
  held: Resource | undefined,
): StoreError {
  const error = (reason: StoreReason, what: string): StoreError =>
    new StoreError(reason, `${request}: the server answered ${String(status)} ${what}`, {
      mayHaveArrived: true,
    });
  if (isForeign)
    return error(
      'refused',
      'with something that is no FHIR. Is there a firewall or a sign-in page? Check fhir-base.',
    );
  if (body?.resourceType === 'OperationOutcome' && diagnosticsOf(body) !== '')
    return error('refused', `and does not hold what was sent. ${diagnosticsOf(body, sent)}`);
  if (body?.resourceType !== sent.resourceType && (held ? isOfSame(held, sent) : status !== 201))
    // It may come to hold it: what is sent again is found then, and not doubled
    return error('offline', 'and does not hold what was sent yet. It is tried again.');
  if (held === undefined) return error('refused', 'and does not say where it is. Let it send Location.');
  const names = missingFrom(held, sent).join(', ') || 'an older version';
  return error(
    'refused',
    `and holds something else than what was sent (${names}). Let it keep all elements.`,
  );
}
