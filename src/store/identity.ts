import { identifierOf, identifiersOf } from '../domain/identity.js';
import type { Resource } from '../fhir/resource.js';

/*
 * How what is saved gets a name by which it is found again.
 */

/** How many identifiers R4 allows; a Provenance has none. */
const identifiers: Readonly<Record<string, 'one' | 'many' | 'none'>> = {
  QuestionnaireResponse: 'one',
  Observation: 'many',
  Goal: 'many',
  Task: 'many',
  Communication: 'many',
  Provenance: 'none',
};

/** All names by which others may refer to a resource: `Goal system|value`, one for each of its identifiers. */
export const keysOf = (resource: Resource): readonly string[] =>
  identifiersOf(resource).map((identifier) => `${resource.resourceType} ${identifier}`);

/**
 * Gives a new resource an identifier where it has none and may have one, so that sending it twice does not make two and
 * a server that gives ids itself takes it.
 */
export function named(resource: Resource, newId: () => string): Resource {
  if (resource.id !== undefined) return resource;
  return identified(resource, () => ({ system: 'urn:ietf:rfc:3986', value: `urn:uuid:${newId()}` }));
}

/** For a server that gives ids itself: without its own id, which becomes its identifier where it has none. */
export function namedByItsId({ id, ...rest }: Resource): Resource {
  return identified(rest, () => ({
    system: 'https://alliance-elements.org/fhir/NamingSystem/id',
    value: id ?? '',
  }));
}

function identified(
  resource: Resource,
  make: () => { readonly system: string; readonly value: string },
): Resource {
  const many = identifiers[resource.resourceType] ?? 'none';
  if (many === 'none' || identifierOf(resource) !== undefined) return resource;
  const identifier = make();
  return Object.assign({}, resource, { identifier: many === 'one' ? identifier : [identifier] });
}

/** Whether resources of a type that this library writes have an identifier. */
export const isNamed = (type: string): boolean => (identifiers[type] ?? 'none') !== 'none';
