import type { Resource } from '../fhir/resource.js';
import type { QueuedEntry } from './outbox-queue.js';
import { identifierOf } from './versions.js';

/** System of the tag that marks a resource as waiting; it never leaves the device. */
const SYSTEM = 'urn:alliance-elements:outbox';

/** The resource as a widget sees it while it waits. */
export function marked({ resource, base, sequence }: QueuedEntry): Resource {
  const tag = [...(resource.meta?.tag ?? []), { system: SYSTEM, code: String(sequence) }];
  const id = resource.id ?? base?.id;
  return { ...resource, ...(id !== undefined && { id }), meta: { ...resource.meta, tag } };
}

/** The resource as it is sent. */
export function unmarked(resource: Resource): Resource {
  if (!isMarked(resource)) return resource;
  const { meta, ...rest } = resource;
  const { tag: tags = [], ...about } = meta ?? {};
  const tag = tags.filter(({ system }) => system !== SYSTEM);
  const kept = { ...about, ...(tag.length > 0 && { tag }) };
  return { ...rest, ...(Object.keys(kept).length > 0 && { meta: kept }) };
}

export function isMarked(resource: Resource | undefined): boolean {
  return resource?.meta?.tag?.some(({ system }) => system === SYSTEM) ?? false;
}

/** What makes two saves saves of the same resource: they are delivered in their order. */
export function laneOf(resource: Resource): string {
  return `${resource.resourceType} ${identifierOf(resource) ?? resource.id ?? ''}`;
}

/** Gives a resource a name of its own where it has none, so that sending it twice does not make two. */
export function named(resource: Resource, newId: () => string): Resource {
  if (resource.id !== undefined || identifierOf(resource) !== undefined) return resource;
  const identifier = { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${newId()}` };
  // Of what we write, only a response has one identifier; where there may be several, an id is simpler
  return Object.assign(
    {},
    resource,
    resource.resourceType === 'QuestionnaireResponse' ? { identifier } : { id: newId() },
  );
}
