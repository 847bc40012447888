import type { SaveResult } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { isOfSame } from '../asked.js';
import { saysTheSame } from '../equality.js';
import { identifierOf } from '../../domain/identity.js';
import { inWholeSeconds, withoutVersion } from '../references.js';
import { StoreError } from '../store-error.js';
import type { Pages } from './pages.js';

/** How what is there already is looked for. */
type Finding = Pick<Pages, 'matching' | 'search'>;
import type { FhirRequests } from './request.js';
import { doubts } from './late.js';
import { representedIn } from './stored.js';

/*
 * What is new at a server is written under a condition, so that an attempt whose reply was lost makes no second one.
 */

/** Saved, where the server holds what was to be saved; else a conflict. */
export const sameOr = (held: Resource, mine: Resource): SaveResult =>
  saysTheSame(held, mine) ? { saved: held } : { conflict: held };

/** Creates a resource that the server gives its id to. */
export function create(resource: Resource, requests: FhirRequests, pages: Finding): Promise<SaveResult> {
  if (resource.resourceType === 'Provenance') return createProvenance(resource, requests, pages);
  const identifier = identifierOf(resource);
  const condition = identifier === undefined ? '' : `identifier=${encodeURIComponent(identifier)}`;
  const likeIt = (found: readonly Resource[]): SaveResult | undefined => {
    const held = found.find((one) => isOfSame(one, resource));
    return held && sameOr(held, resource);
  };
  return post(resource, condition, likeIt, requests, pages);
}

async function post(
  resource: Resource,
  condition: string,
  among: (found: readonly Resource[]) => SaveResult | undefined,
  requests: FhirRequests,
  pages: Finding,
): Promise<SaveResult> {
  const { resourceType: type } = resource;
  const headers = condition === '' ? {} : { 'If-None-Exist': condition };
  const reply = await requests.send('POST', type, { body: resource, headers, expected: [409, 412] });
  const lookUp = async () => (condition === '' ? undefined : among(await pages.matching(type, condition)));
  if (reply.status === 409 || reply.status === 412) {
    const present = await lookUp();
    if (present) return present;
    throw new StoreError(
      'offline',
      `POST ${type}: the server refused for now, and holds none like it. Try again.`,
    );
  }
  const given = await representedIn(reply, requests, type);
  const own = given && isOfSame(given, resource) ? given : undefined;
  if (own && saysTheSame(own, resource)) return { saved: own };
  const { isStored, unconfirmed } = await doubts();
  if (own && isStored(own, resource)) return { saved: own };
  const present = (given && reply.status === 200 ? among([given]) : undefined) ?? (await lookUp());
  if (present) return present;
  throw unconfirmed(`POST ${type}`, reply, resource, given);
}

interface Provenance extends Resource {
  readonly target?: readonly { readonly reference?: string }[];
  readonly recorded?: string;
}

/**
 * R4's Provenance has no identifier: it is known by what it is about, and by when it was recorded. It is looked for
 * first, because servers that strip versions from references do not find it by the condition.
 */
async function createProvenance(
  given: Provenance,
  requests: FhirRequests,
  pages: Finding,
): Promise<SaveResult> {
  const { recorded, target = [] } = given;
  const mine: Provenance =
    recorded === undefined ? given : Object.assign({}, given, { recorded: inWholeSeconds(recorded) });
  const heldAmong = (found: readonly Resource[]): SaveResult | undefined => {
    const held = found.find((one) => saysTheSame(one, mine));
    return held && { saved: held };
  };
  const reference = target.find((about) => about.reference !== undefined)?.reference;
  if (reference === undefined) return post(mine, '', heldAmong, requests, pages);
  for (const asked of new Set([reference, withoutVersion(reference)])) {
    const held = heldAmong(await pages.search('Provenance', { target: asked }));
    if (held) return held;
  }
  const recordedThen = mine.recorded === undefined ? '' : `&recorded=${encodeURIComponent(mine.recorded)}`;
  const condition = `target=${encodeURIComponent(reference)}${recordedThen}`;
  const result = await post(
    mine,
    condition,
    (found) => heldAmong(found) ?? elsewhere(found),
    requests,
    pages,
  );
  if ('saved' in result || recordedThen === '') return result;
  // Another one of the same second and target stands in the way of the condition, and ours was looked for: no condition
  return post(mine, '', heldAmong, requests, pages);
}

const elsewhere = ([conflict]: readonly Resource[]): SaveResult | undefined => conflict && { conflict };
