import type { SaveResult } from '../context/store.js';
import type { Resource } from '../fhir/resource.js';
import { StoreError } from './store-error.js';

/** Where an embedded store gets time and identifiers from; tests pass their own. */
export interface Surroundings {
  readonly now: () => Date;
  readonly newId: () => string;
}

export const browserSurroundings: Surroundings = {
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
};

/** A resource as the store holds it: with id and version. */
export type StoredResource = Resource & {
  readonly id: string;
  readonly meta: { readonly versionId: string };
};

/** Text that is equal for two resources that say the same, whatever their version, time and key order. */
function content(resource: Resource): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, inner]) => [key, sorted(inner)]),
    );
  };
  const { id, meta, authored, text, ...said } = resource as Resource & { authored?: string; text?: unknown };
  return JSON.stringify(sorted(said));
}

export function saysTheSame(one: Resource, other: Resource): boolean {
  return content(one) === content(other);
}

/** The (first) business identifier of a resource as one text; undefined where it has none. */
export function identifierOf(resource: Resource): string | undefined {
  const { identifier } = resource as { identifier?: Identifier | readonly Identifier[] };
  const [first] = [identifier ?? []].flat();
  return first?.value === undefined ? undefined : `${first.system ?? ''}|${first.value}`;
}

interface Identifier {
  readonly system?: string;
  readonly value?: string;
}

/** Rejects what is no resource at all, before anything is written. */
export function requireResource(resource: unknown): asserts resource is Resource {
  const isObject = typeof resource === 'object' && resource !== null;
  if (isObject && 'resourceType' in resource && typeof resource.resourceType === 'string') return;
  throw new StoreError('invalid', `save: ${String(resource)} has no resourceType. Pass a FHIR resource.`);
}

/**
 * Decides what becomes of a save: the next version to write, or the answer where nothing is to be written.
 * @param held what the store holds under the same id or identifier
 * @param base the version that was edited; absent for a new resource
 */
export function nextVersion(
  resource: Resource,
  held: StoredResource | undefined,
  base: Resource | undefined,
  surroundings: Surroundings,
): { readonly write: StoredResource } | { readonly answer: SaveResult } {
  if (held) {
    const isStale = base?.meta?.versionId !== held.meta.versionId;
    if (isStale) return { answer: saysTheSame(held, resource) ? { saved: held } : { conflict: held } };
  }
  const version = Number(held?.meta.versionId ?? 0) + 1;
  return {
    write: {
      ...resource,
      id: held?.id ?? resource.id ?? surroundings.newId(),
      meta: { ...resource.meta, versionId: String(version), lastUpdated: surroundings.now().toISOString() },
    },
  };
}
