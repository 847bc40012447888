import type { ActStore, StoreChange } from '../../context/store.js';
import type { Conflict, Merged } from '../../domain/record.js';
import { maySee } from '../../domain/told.js';
import type { Resource } from '../../fhir/resource.js';
import { refused, standingOf } from './delivery.js';
import type { Choice, RecordKind } from './kind.js';

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
  if (kind.isOther?.(theirs)) throw refused(`This ${type} changed. Load it again.`);
  if (isShared(kind, edit.scope, theirs)) return;
  edit.replace(kind.veil(theirs));
  throw refused(`This ${type} is not shared. Ask whose it is.`);
}

/** An edit as far as a newer version may take its place. */
interface Replaced {
  readonly scope: Looking & { readonly isReader: boolean };
  readonly base: Resource | undefined;
  readonly delivery: { readonly state: string };
  readonly isDirty: boolean;
  readonly isEnded: boolean;
}

/** Whether what was saved late, or elsewhere, is shown; what a person is changing stays as it is until they send it. */
export function takesUp<Wire extends Resource>(kind: Gated<Wire>, edit: Replaced, saved: Wire): boolean {
  const { base, delivery, scope } = edit;
  if (edit.isEnded || delivery.state === 'sending') return false;
  const isKnown = base?.id === saved.id && base?.meta?.versionId === saved.meta?.versionId;
  // Told again: what belongs to it has arrived, too
  if (isKnown && delivery.state !== 'queued') return false;
  // What was not taken is still to be sent again, whatever has come since
  if (delivery.state === 'failed' && !scope.isReader && isShared(kind, scope, saved)) return false;
  return !edit.isDirty || scope.isReader || !isShared(kind, scope, saved);
}

/** What was not taken comes together with what others wrote from the version that it was made on. */
export function goFromWhereMade<Wire extends Resource>(
  kind: Gated<Wire>,
  edit: {
    readonly scope: { readonly store?: ActStore | undefined };
    readonly base: Wire | undefined;
    rebase(base: Wire | undefined, joined: Wire | undefined): void;
  },
): void {
  const made = edit.base && standingOf(edit.scope.store, edit.base)?.base;
  if (kind.is(made)) edit.rebase(made, edit.base);
}

/** What a person gives, with what somebody else wrote. */
export const mergedWith = <Value, Wire extends Resource, Contradiction extends Conflict>(
  { none, merge }: Pick<RecordKind<Value, Wire, Contradiction>, 'none' | 'merge'>,
  edit: { readonly base: Wire | undefined; valueIn(resource: Wire): Value },
  given: Value,
  theirs: Wire,
): Merged<Value, Contradiction> =>
  merge(edit.base ? edit.valueIn(edit.base) : none, given, edit.valueIn(theirs));

/**
 * The same, with everything in which both contradict each other settled as the person chose; `present` is that with what
 * was entered since it was given.
 */
export function settledAs<Value, Wire extends Resource, Contradiction extends Conflict>(
  kind: Pick<RecordKind<Value, Wire, Contradiction>, 'none' | 'merge' | 'resolve'>,
  edit: Parameters<typeof mergedWith<Value, Wire, Contradiction>>[1] & { readonly value: Value },
  given: Value,
  theirs: Wire,
  choice: Choice,
): readonly [settled: Value, present: Value] {
  const merged = mergedWith(kind, edit, given, theirs);
  const value = merged.conflicts.reduce(
    (settled, conflict) => kind.resolve(settled, conflict, choice),
    merged.value,
  );
  return [value, kind.merge(given, edit.value, value).value];
}
