import type { Resource } from '../fhir/resource.js';
import { identifierToken } from '../domain/identity.js';
import { keysOf } from './identity.js';

/*
 * Logical references: what one resource says of another that has no id at its server yet, `{type, identifier}`. They
 * stay when the id is known; `reference` is added to them.
 */

interface Logical {
  readonly type: string;
  readonly identifier: { readonly system?: string; readonly value: string };
  readonly reference?: string;
}

function isLogical(value: object): value is Logical {
  const { type, identifier } = value as { type?: unknown; identifier?: { value?: unknown } | null };
  return typeof type === 'string' && typeof identifier?.value === 'string';
}

/** The same JSON with every logical reference in it replaced. */
function mapReferences(json: unknown, change: (reference: Logical) => object): unknown {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map((entry) => mapReferences(entry, change));
  if (isLogical(json)) return change(json);
  return Object.fromEntries(
    Object.entries(json).map(([name, inner]) => [name, mapReferences(inner, change)]),
  );
}

const keyOfReference = ({ type, identifier }: Logical): string =>
  `${type} ${identifierToken(identifier) ?? ''}`;

/** A reference as it is compared. */
export type Plain = (reference: string) => string;

/** `Goal/1` of `Goal/1/_history/2`. */
export const withoutVersion = (reference: string): string => reference.replace(/\/_history\/[^/]*$/, '');

/** The reference to one version, `Goal/1/_history/2`; none where its store gave it no version. */
export const versionsOf = ({ resourceType: type, id, meta }: Resource): readonly string[] =>
  id === undefined || meta?.versionId === undefined ? [] : [`${type}/${id}/_history/${meta.versionId}`];

/** The keys of what a resource refers to by its identifier and not yet by its id. */
export function needsOf(resource: Resource): readonly string[] {
  const keys = new Set<string>();
  mapReferences(resource, (reference) => {
    if (reference.reference === undefined) keys.add(keyOfReference(reference));
    return reference;
  });
  return [...keys];
}

/** Every object in some JSON. */
function objectsIn(json: unknown): readonly object[] {
  if (typeof json !== 'object' || json === null) return [];
  return [...(Array.isArray(json) ? [] : [json]), ...Object.values(json).flatMap(objectsIn)];
}

/** Whether one resource refers to another, by its identifier or its id. */
export function refersTo(resource: Resource, other: Resource): boolean {
  const { resourceType: type, id } = other;
  const keys = keysOf(other);
  const address = id === undefined ? undefined : `${type}/${id}`;
  return objectsIn(resource).some((value) => {
    const { reference } = value as { reference?: unknown };
    const isByAddress = typeof reference === 'string' && withoutVersion(reference) === address;
    return isByAddress || (isLogical(value) && keys.includes(keyOfReference(value)));
  });
}

/** A FHIR instant without its fraction of a second: with it, a server's conditional create does not find it again. */
export const inWholeSeconds = (instant: string): string => instant.replace(/\.\d+/, '');

/**
 * What refers to `saved` by its identifier, with the id that its store gave it. A Provenance is about one version: it
 * names that version, and was recorded when that was stored.
 */
export function withReferenceTo<Referring extends Resource>(resource: Referring, saved: Resource): Referring {
  const { resourceType: type, id, meta } = saved;
  if (id === undefined) return resource;
  const keys = keysOf(saved);
  if (!needsOf(resource).some((key) => keys.includes(key))) return resource;
  const isProvenance = resource.resourceType === 'Provenance';
  const version = isProvenance && meta?.versionId !== undefined ? `/_history/${meta.versionId}` : '';
  const filled = mapReferences(resource, (reference) => {
    if (reference.reference !== undefined || !keys.includes(keyOfReference(reference))) return reference;
    return { reference: `${type}/${id}${version}`, ...reference };
  }) as Referring;
  if (!isProvenance || meta?.lastUpdated === undefined) return filled;
  return { ...filled, recorded: inWholeSeconds(meta.lastUpdated) };
}
