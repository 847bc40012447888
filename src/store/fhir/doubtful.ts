import type { AllianceStore, StoreReason } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { isOfSame } from '../asked.js';
import { saysTheSame } from '../equality.js';
import { StoreError } from '../store-error.js';
import { missingFrom } from './holding.js';
import { diagnosticsOf } from './refusals.js';
import type { Reply } from './request.js';

/*
 * A server said yes, and not what it holds: it is looked for, and where it is not there, that is told.
 */

const versionOf = ({ meta }: Resource): string | undefined => meta?.versionId;

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
export async function foundChange(
  reply: Reply,
  sent: Resource,
  base: Resource | undefined,
  { read, history }: Pick<AllianceStore, 'read' | 'history'>,
): Promise<Resource> {
  const { resourceType: type, id = '' } = sent;
  const isIt = (one: Resource): boolean =>
    one.resourceType === type && one.id === id && isStored(one, sent, base);
  if (reply.body && isIt(reply.body)) return reply.body;
  const present = await read(type, id);
  if (present && isIt(present)) return present;
  const edited = base && versionOf(base);
  const isSince = present !== undefined && (edited === undefined || versionOf(present) !== edited);
  const versions = isSince ? await history(type, id).catch(() => []) : [];
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
