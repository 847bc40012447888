import type { Draft } from '../../context/drafts.js';
import { sameRecord } from '../../domain/identity.js';
import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import type { Delivery } from './delivery.js';
import { isShared } from './gate.js';
import type { RecordKind } from './kind.js';
import type { RecordScope } from './scope.js';
import type { GivenValue } from './writing.js';

/** An edit for which a draft is found. */
interface Found<Value, Wire extends Resource, Contradiction extends Conflict> {
  readonly base: Wire | undefined;
  /** What the page has set. */
  readonly given: GivenValue<Value, Wire> | undefined;
  readonly isNewest: boolean;
  readonly isHidden: boolean;
  readonly delivery: Delivery<Wire, Contradiction>;
  readonly scope: RecordScope;
}

/**
 * What a person goes on from where a draft was kept. Where the page has set a version, as pages do at each load, what that
 * changed elsewhere is taken over; where it contradicts the draft, the person's words stay, on the version that they were
 * written for, and sending asks.
 * @returns undefined where something newer is there, where it may not be seen any more, or the draft is about another record than the page's
 */
export function resumedFrom<Value, Wire extends Resource, Contradiction extends Conflict>(
  kind: RecordKind<Value, Wire, Contradiction>,
  { resource, base }: Draft & { readonly resource: Wire },
  { base: present, given, isNewest, isHidden, delivery, scope }: Found<Value, Wire, Contradiction>,
): GivenValue<Value, Wire> | undefined {
  const isSeen = (one: unknown): boolean => !kind.is(one) || isShared(kind, scope, one);
  if (isHidden || !isSeen(resource) || !isSeen(base)) return undefined;
  const value = kind.read(resource);
  const before = kind.is(base) ? base : undefined;
  const isPages = present !== undefined && present === given?.base && delivery.state !== 'sending';
  if (!isPages) return isNewest ? undefined : { value, base: before };
  if (before && !sameRecord(before, present)) return undefined;
  const merged = kind.merge(before ? kind.read(before) : kind.none, value, given.value);
  const isAsked = merged.conflicts.length > 0 && (scope.store !== undefined || before !== undefined);
  return isAsked ? { value, base: before } : { value: merged.value, base: present };
}
