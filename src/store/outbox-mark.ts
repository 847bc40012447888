import type { WaitingMark, WaitingSystem } from '../context/waiting-mark.js';
import type { Resource } from '../fhir/resource.js';
import type { QueuedEntry } from './outbox-queue.js';

const SYSTEM: WaitingSystem = 'urn:alliance-elements:outbox';

/** The resource of an entry as a widget sees it, with the id of what it changes. */
export function marked({ resource, base, sequence, state, reason }: QueuedEntry): Resource {
  const id = resource.id ?? base?.id;
  const mark = { id: String(sequence), system: SYSTEM, code: state, ...(reason && { display: reason }) };
  const tag = [...(resource.meta?.tag ?? []), mark satisfies WaitingMark];
  return { ...resource, ...(id !== undefined && { id }), meta: { ...resource.meta, tag } };
}

/** Place in the queue of the entry that a marked resource came from; undefined for every other. */
export function sequenceOf(resource: Resource | undefined): number | undefined {
  const mark = resource?.meta?.tag?.find(({ system }) => system === SYSTEM);
  return mark && Number(mark.id);
}

/** The resource as it is sent. */
export function unmarked(resource: Resource): Resource {
  if (sequenceOf(resource) === undefined) return resource;
  const { meta, ...rest } = resource;
  const { tag: tags = [], ...about } = meta ?? {};
  const tag = tags.filter(({ system }) => system !== SYSTEM);
  const kept = { ...about, ...(tag.length > 0 && { tag }) };
  return { ...rest, ...(Object.keys(kept).length > 0 && { meta: kept }) };
}
