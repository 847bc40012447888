/*
 * Which record is which: by a business identifier, which it has from the first moment on, or by its id, which a server
 * may give it later.
 */

interface Identifier {
  readonly system?: unknown;
  readonly value?: unknown;
}

/** A resource as far as it can be told from others; what a server stored may have anything in place of an identifier. */
interface Identified {
  readonly resourceType: string;
  readonly id?: string | undefined;
}

const isIdentifier = (value: unknown): value is Identifier => typeof value === 'object' && value !== null;

/** Systems of the identifiers that this library gives. */
const isOurs = ({ system }: Identifier): boolean =>
  system === 'urn:ietf:rfc:3986' ||
  (typeof system === 'string' && system.startsWith('https://alliance-elements.org/'));

/** An identifier as searches write it: `system|value`; undefined where it has no value. */
export const identifierToken = ({ system, value }: Identifier): string | undefined =>
  typeof value === 'string' ? `${typeof system === 'string' ? system : ''}|${value}` : undefined;

/** All business identifiers, whether the type has one or many: those that this library gave first. */
function identifiersIn(resource: Identified): readonly Identifier[] {
  const all = [(resource as { identifier?: unknown }).identifier].flat().filter(isIdentifier);
  return [...all.filter(isOurs), ...all.filter((other) => !isOurs(other))];
}

/** All business identifiers of a resource, each as `system|value`. */
export const identifiersOf = (resource: Identified): readonly string[] =>
  identifiersIn(resource).flatMap((identifier) => identifierToken(identifier) ?? []);

/** The identifier by which a resource is told from others: one that this library gave, if there is any. */
export const identifierOf = (resource: Identified): string | undefined => identifiersOf(resource)[0];

/** The value of that identifier, without its system. */
export function identifierValueOf(resource: Identified): string | undefined {
  const [value] = identifiersIn(resource).flatMap(({ value: one }) => (typeof one === 'string' ? one : []));
  return value;
}

/** Names a resource among all others: `Goal system|value`, or `Goal id`; undefined where it has neither yet. */
export function keyOf(resource: Identified): string | undefined {
  const name = identifierOf(resource) ?? resource.id;
  return name === undefined ? undefined : `${resource.resourceType} ${name}`;
}

/** The same record by its id or, before it has one, by an identifier. */
export function sameRecord(one: Identified, other: Identified | undefined): boolean {
  if (one.resourceType !== other?.resourceType) return false;
  if (one.id !== undefined && one.id === other.id) return true;
  const names = identifiersOf(other);
  return identifiersOf(one).some((name) => names.includes(name));
}

/** `Patient/1` of `Patient/1/_history/2` and of `https://…/Patient/1`. */
export const relativeReference = (reference: string): string =>
  reference
    .replace(/\/_history\/[^/]*$/, '')
    .split('/')
    .slice(-2)
    .join('/');

/** Whether two FHIR references lead to the same resource, by whatever address and in whatever version. */
export const sameReference = (one: string, other: string): boolean =>
  relativeReference(one) === relativeReference(other);
