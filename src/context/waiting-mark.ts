import type { Resource } from '../fhir/resource.js';
import type { StoreReason, Waiting } from './store.js';

/** System of the tag that marks a resource as not delivered; it never leaves the device. */
const SYSTEM = 'urn:alliance-elements:outbox';

/** What an outbox tells of a resource that its store has not confirmed. */
export interface WaitingMark {
  /** Place in the queue. */
  readonly sequence: number;
  readonly state: Waiting['state'];
  /** Why the store would not take it. */
  readonly reason?: StoreReason | undefined;
}

/** The resource as a widget sees it while it has not been delivered. */
export function withMark(resource: Resource, { sequence, state, reason }: WaitingMark): Resource {
  const mark = { id: String(sequence), system: SYSTEM, code: state, ...(reason && { display: reason }) };
  return { ...resource, meta: { ...resource.meta, tag: [...(resource.meta?.tag ?? []), mark] } };
}

export function markOf(resource: Resource | undefined): WaitingMark | undefined {
  const tag = resource?.meta?.tag?.find(({ system }) => system === SYSTEM);
  return (
    tag && {
      sequence: Number(tag.id),
      state: tag.code as Waiting['state'],
      reason: tag.display as StoreReason | undefined,
    }
  );
}

/** The resource as it is sent. */
export function withoutMark(resource: Resource): Resource {
  if (!markOf(resource)) return resource;
  const { meta, ...rest } = resource;
  const { tag: tags = [], ...about } = meta ?? {};
  const tag = tags.filter(({ system }) => system !== SYSTEM);
  const kept = { ...about, ...(tag.length > 0 && { tag }) };
  return { ...rest, ...(Object.keys(kept).length > 0 && { meta: kept }) };
}
