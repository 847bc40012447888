import type { SaveResult } from '../context/store.js';
import type { Resource } from '../fhir/resource.js';
import { saysTheSame } from './equality.js';
import type { Surroundings } from './surroundings.js';

/** A resource as an embedded store holds it: with id and version. */
export type StoredResource = Resource & {
  readonly id: string;
  readonly meta: { readonly versionId: string; readonly lastUpdated: string };
};

/** The version to write after the one that is held. */
export function versionAfter(
  held: StoredResource | undefined,
  resource: Resource,
  { now, newId }: Surroundings,
): StoredResource {
  const version = Number(held?.meta.versionId ?? 0) + 1;
  return {
    ...resource,
    id: held?.id ?? resource.id ?? newId(),
    meta: { ...resource.meta, versionId: String(version), lastUpdated: now().toISOString() },
  };
}

/**
 * What becomes of a save where nothing is to be written; undefined where it goes on from what is held.
 * @param held what the store holds under the same id or identifier
 * @param base the version that was edited; absent for a new resource
 */
export function answerTo(
  resource: Resource,
  held: StoredResource | undefined,
  base: Resource | undefined,
): SaveResult | undefined {
  if (!held || base?.meta?.versionId === held.meta.versionId) return undefined;
  return saysTheSame(held, resource) ? { saved: held } : { conflict: held };
}
