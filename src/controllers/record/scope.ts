import type { DraftStore } from '../../context/drafts.js';
import type { Provided } from '../../context/provided.js';
import type { ActStore, StoreChange } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import type { RecordKey, RecordKind } from './kind.js';

/** What makes an edit the same edit: when one of these changes, the edit ends. */
export interface RecordScope extends RecordKey {
  readonly isReader: boolean;
  readonly store: ActStore | undefined;
  readonly drafts: DraftStore | undefined;
  readonly signOuts: number;
}

/** A kind as its keys see it. */
export type NamedKind = Pick<RecordKind<unknown>, 'name' | 'keyed' | 'instrument' | 'writers' | 'find'>;

export function scopeOf(kind: NamedKind, provided: Provided | undefined): RecordScope {
  const { subject, author, encounter, store, drafts, signOuts = 0 } = provided ?? {};
  return {
    ...{ subject, author, instrument: kind.instrument },
    encounter: kind.keyed.includes('encounter') ? encounter : undefined,
    isReader: provided !== undefined && !kind.writers.includes(provided.viewer),
    ...{ store, drafts, signOuts },
  };
}

export function sameScope(one: RecordScope, other: RecordScope): boolean {
  return (Object.keys(one) as (keyof RecordScope)[]).every((part) => one[part] === other[part]);
}

const partsOf = ({ keyed }: NamedKind, key: RecordKey): string =>
  keyed.map((part) => encodeURIComponent(key[part] ?? '')).join('/');

/** The identifier that every device finds for the one record of a key; undefined where each load starts a new one. */
export function sharedIdentifierOf(kind: NamedKind, key: RecordKey): string | undefined {
  const isOpen =
    key.subject === undefined || (kind.keyed.includes('encounter') && key.encounter === undefined);
  return isOpen || !kind.find ? undefined : partsOf(kind, key);
}

/**
 * Where a draft is kept: under the key of the one record, or for one of many under its own identifier. Undefined where
 * there is nobody whose draft it could be.
 */
export function draftKeyOf(kind: NamedKind, key: RecordKey, identifier: string): string | undefined {
  if (key.subject === undefined) return undefined;
  return kind.find ? partsOf(kind, key) : identifier;
}

interface Identifier {
  readonly system?: string;
  readonly value?: string;
}

/** The business identifiers of a resource, whether its type has one or many. */
const identifiersOf = (resource: Resource): readonly Identifier[] =>
  [(resource as { identifier?: Identifier | Identifier[] | null }).identifier ?? []].flat();

/** The value of the (first) identifier. */
export const identifierOf = (resource: Resource): string | undefined => identifiersOf(resource)[0]?.value;

/** The same record by its id or, before it has one, by an identifier. */
export function sameRecord(one: Resource, other: Resource | undefined): boolean {
  if (one.resourceType !== other?.resourceType) return false;
  if (one.id !== undefined && one.id === other.id) return true;
  return identifiersOf(one).some(
    ({ system, value }) =>
      value !== undefined &&
      identifiersOf(other).some((theirs) => theirs.value === value && theirs.system === system),
  );
}

/** The resource to which something happened in a store. */
export function changedIn(change: Exclude<StoreChange, { readonly cleared: unknown }>): Resource {
  if ('conflict' in change) return change.mine;
  return 'failed' in change ? change.failed : change.saved;
}
