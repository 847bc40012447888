import type { StoreChange } from '../../context/store.js';
import { maySee } from '../../domain/told.js';
import type { Resource } from '../../fhir/resource.js';
import type { RecordKind } from './kind.js';

/*
 * What a person was told, kept: every resource that reaches a record, from a store or from the page, passes here first.
 * What the one who looks may not see is replaced by its veil, which is known again and gives nothing.
 */

interface Looking {
  readonly viewer: string | undefined;
}

type Gated<Wire extends Resource> = Pick<RecordKind<unknown, Wire>, 'is' | 'about' | 'veil'>;

/** Whether the one who looks may see a resource. */
export const isShared = <Wire extends Resource>(
  { about }: Gated<Wire>,
  { viewer }: Looking,
  resource: Wire,
): boolean => maySee(viewer, about(resource).told);

/** The resource, or its veil. */
export const admit = <Wire extends Resource>(kind: Gated<Wire>, looking: Looking, resource: Wire): Wire =>
  isShared(kind, looking, resource) ? resource : kind.veil(resource);

/** The same change, with veils where the one who looks may not see. */
export function admitChange<Wire extends Resource>(
  kind: Gated<Wire>,
  looking: Looking,
  change: StoreChange,
): StoreChange {
  const admitted = <Any extends Resource | undefined>(resource: Any): Any =>
    kind.is(resource) ? (admit(kind, looking, resource) as Any & Wire) : resource;
  if ('cleared' in change) return change;
  if ('saved' in change) return { ...change, saved: admitted(change.saved) };
  if ('failed' in change) return { ...change, failed: admitted(change.failed) };
  const { conflict, mine, base } = change;
  return { ...change, conflict: admitted(conflict), mine: admitted(mine), base: admitted(base) };
}

/**
 * Somebody may not see any more what they are changing: they cannot change it either.
 * @throws an error of reason `refused`
 */
export function withhold<Wire extends Resource>(
  { veil }: Gated<Wire>,
  edit: { replace(stored: Wire): void },
  stored: Wire,
): never {
  edit.replace(veil(stored));
  const failure = new Error(`This ${stored.resourceType} is not shared with you. Ask whose it is.`);
  throw Object.assign(failure, { reason: 'refused' as const });
}
