import type { Resource } from '../fhir/resource.js';
import { isObject, valuesAt } from './loose.js';

/*
 * Which resource is which: by its business identifier, which it has from the first moment on, or by its id, which a
 * server may give it later.
 */

interface Identifier {
  readonly system?: unknown;
  readonly value?: unknown;
}

/** How many identifiers R4 allows; a Provenance has none. */
const identifiers: Readonly<Record<string, 'one' | 'many' | 'none'>> = {
  QuestionnaireResponse: 'one',
  Observation: 'many',
  Goal: 'many',
  Task: 'many',
  Communication: 'many',
  Provenance: 'none',
};

/** Systems of the identifiers that this library gives. */
const isOurs = ({ system }: Identifier): boolean =>
  system === 'urn:ietf:rfc:3986' ||
  (typeof system === 'string' && system.startsWith('https://alliance-elements.org/'));

/** An identifier as searches write it: `system|value`; undefined where it has no value. */
export const identifierToken = ({ system, value }: Identifier): string | undefined =>
  typeof value === 'string' ? `${typeof system === 'string' ? system : ''}|${value}` : undefined;

/** All business identifiers of a resource, each as `system|value`. */
export function identifiersOf(resource: Resource): readonly string[] {
  return ownFirst(resource).flatMap((identifier) => identifierToken(identifier) ?? []);
}

function ownFirst(resource: Resource): readonly Identifier[] {
  const all = valuesAt(resource, 'identifier').filter(isObject);
  return [...all.filter(isOurs), ...all.filter((other) => !isOurs(other))];
}

/** The identifier by which a resource is told from others: one that this library gave, if there is any. */
export const identifierOf = (resource: Resource): string | undefined => identifiersOf(resource)[0];

/** All names by which others may refer to a resource: `Goal system|value`, one for each of its identifiers. */
export const keysOf = (resource: Resource): readonly string[] =>
  identifiersOf(resource).map((identifier) => `${resource.resourceType} ${identifier}`);

/** Names a resource among all of its store: `Goal system|value`, or `Goal id`; undefined where it has neither yet. */
export function keyOf(resource: Resource): string | undefined {
  const name = identifierOf(resource) ?? resource.id;
  return name === undefined ? undefined : `${resource.resourceType} ${name}`;
}

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

function identified(resource: Resource, make: () => Identifier): Resource {
  const many = identifiers[resource.resourceType] ?? 'none';
  if (many === 'none' || identifierOf(resource) !== undefined) return resource;
  const identifier = make();
  return Object.assign({}, resource, { identifier: many === 'one' ? identifier : [identifier] });
}

/** Whether resources of a type that this library writes have an identifier. */
export const isNamed = (type: string): boolean => (identifiers[type] ?? 'none') !== 'none';
