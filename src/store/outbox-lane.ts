import type { Resource } from '../fhir/resource.js';
import { identifierOf } from './versions.js';

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
