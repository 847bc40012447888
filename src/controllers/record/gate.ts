import type { StoreChange } from '../../context/store.js';
import { maySee } from '../../domain/told.js';
import type { Resource } from '../../fhir/resource.js';
import { refused } from './delivery.js';
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
 * What somebody else wrote can be brought together with what is being changed here: it is shared with the one who
 * looks, and answers the same version of what is asked.
 * @throws an error of reason `refused`; what may not be seen any more cannot be changed either
 */
export function expectMergeable<Wire extends Resource>(
  kind: Gated<Wire> & Pick<RecordKind<unknown, Wire>, 'isOther'>,
  edit: { readonly scope: Looking; replace(stored: Wire): void },
  theirs: Wire,
): void {
  const { resourceType: type } = theirs;
  if (kind.isOther?.(theirs)) throw refused(`This ${type} has changed. Load it again.`);
  if (isShared(kind, edit.scope, theirs)) return;
  edit.replace(kind.veil(theirs));
  throw refused(`This ${type} is not shared with you. Ask whose it is.`);
}
