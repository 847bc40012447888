import type { DraftStore } from '../../context/drafts.js';
import type { Provided, Viewer } from '../../context/provided.js';
import type { ActStore, StoreChange } from '../../context/store.js';
import { sameReference } from '../../domain/identity.js';
import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import { admit } from './gate.js';
import type { RecordKey, RecordKind, SaysOfItself } from './kind.js';

/** What makes an edit the same edit: when one of these changes, the edit ends. */
export interface RecordScope extends RecordKey {
  /** Undefined where the element stands alone: then the person looks. */
  readonly viewer: Viewer | undefined;
  readonly isReader: boolean;
  readonly store: ActStore | undefined;
  /** The page keeps the records itself, in place of a store. */
  readonly isGiven: boolean;
  readonly drafts: DraftStore | undefined;
  readonly signOuts: number;
  /** ISO 8601 instant; '' where nobody has signed out on this device. */
  readonly lastSignOut: string;
  readonly signedOut: AbortSignal | undefined;
}

/** A kind as its keys see it. */
export type NamedKind = Pick<RecordKind<unknown>, 'system' | 'keyed' | 'instrument' | 'writers' | 'find'>;

export function scopeOf(kind: NamedKind, provided: Provided | undefined, isGiven = false): RecordScope {
  const { subject, author, encounter, store, drafts } = provided ?? {};
  const { signOuts = 0, lastSignOut = '', signedOut } = provided ?? {};
  return {
    ...{ subject, author, encounter, instrument: kind.instrument },
    viewer: provided?.viewer,
    isReader: provided !== undefined && !kind.writers.includes(provided.viewer),
    ...{ store: isGiven ? undefined : store, isGiven, drafts, signOuts, lastSignOut, signedOut },
  };
}

/** A record that is not keyed by its session stays the same one in the next. */
export function sameScope({ keyed }: NamedKind, one: RecordScope, other: RecordScope): boolean {
  const parts = (Object.keys(one) as (keyof RecordScope)[]).filter(
    (part) => part !== 'encounter' || keyed.includes('encounter'),
  );
  return parts.every((part) => one[part] === other[part]);
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
 * What the drafts of a record are named by: the key of the one record, or for one of many its own name. Undefined where
 * there is nobody whose draft it could be.
 * @param name identifier of the record with its system
 */
export function draftNameOf(kind: NamedKind, key: RecordKey, name: string): string | undefined {
  if (key.subject === undefined) return undefined;
  return kind.find ? partsOf(kind, key) : name;
}

/** Of what a writer finds, the record of what is asked now; else what was given in another version of it. */
function writersOwn<Wire extends Resource>(
  kind: Pick<RecordKind<unknown, Wire>, 'isOther' | 'stage'>,
  found: readonly Wire[],
): Wire | undefined {
  const isOther = (one: Wire): boolean => kind.isOther?.(one) === true;
  return found.find((one) => !isOther(one)) ?? found.find((one) => kind.stage(one) === 'given');
}

/** Looks for the one record of a key; undefined where each load starts a new one. */
export function storedOf<Value, Wire extends Resource, Contradiction extends Conflict>(
  kind: RecordKind<Value, Wire, Contradiction>,
  scope: RecordScope,
): Promise<Wire | undefined> | undefined {
  const params = kind.find?.(scope, scope.isReader);
  if (!scope.store || !params) return undefined;
  return scope.store.search(kind.type, params).then((all) => {
    const found = all.filter((one): one is Wire => kind.is(one) && isOwn(kind, scope, one));
    const one = scope.isReader ? found[0] : writersOwn(kind, found);
    return one && admit(kind, scope, one);
  });
}

/** Whose a record is, as its references tell. */
const owners = ['subject', 'author', 'encounter'] as const;

/** Whether two records are of the same person, author and session, whatever is asked. */
export const isOfSame = (one: RecordScope, other: RecordScope): boolean =>
  owners.every((part) => one[part] === other[part]) && one.signOuts === other.signOuts;

/**
 * Whether a resource is of another person, author or session than a key: then it is another record, which is not gone on
 * with. A reader reads what any author wrote.
 */
export function isAnothers(
  kind: Pick<RecordKind<unknown>, 'keyed'>,
  scope: RecordScope,
  about: RecordKey,
): boolean {
  return owners.some((part) => {
    const [mine, theirs] = [scope[part], about[part]];
    const counts =
      part === 'subject' || (kind.keyed.includes(part) && !(scope.isReader && part === 'author'));
    return counts && mine !== undefined && theirs !== undefined && !sameReference(mine, theirs);
  });
}

/** What the browser kept of a form was nobody's and somebody is there now, or somebody has signed out since. */
export const isLeftBehind = (
  about: SaysOfItself | undefined,
  { subject, lastSignOut }: RecordScope,
): boolean => (about?.subject === undefined && subject !== undefined) || (about?.at ?? '') < lastSignOut;

/** Where it is not known who writes, what somebody has signed is not theirs. */
function isOwn<Value, Wire extends Resource, Contradiction extends Conflict>(
  kind: RecordKind<Value, Wire, Contradiction>,
  scope: RecordScope,
  resource: Wire,
): boolean {
  const about = kind.about(resource);
  const isSigned = kind.keyed.includes('author') && about.author !== undefined;
  const isUnknown = !scope.isReader && scope.author === undefined;
  return !(isSigned && isUnknown) && !isAnothers(kind, scope, about);
}

/**
 * Another author's words are theirs to decide about, and a reader decides about none. What was not taken, whoever wrote it
 * first, is told to the one who sent it.
 */
export function mayDecide<Wire extends Resource>(
  kind: Pick<RecordKind<unknown, Wire>, 'about'>,
  scope: RecordScope,
  resource: Wire,
  change: StoreChange,
): boolean {
  const { author } = kind.about(resource);
  return !scope.isReader && ('failed' in change || author === undefined || author === scope.author);
}

type Given = Pick<SaysOfItself, 'at'> | undefined;

/** In milliseconds; what tells no time was given before all. */
const timeOf = (given: Given): number => Date.parse((given?.at ?? '').replace(/:60/, ':59')) || 0;

/** Whether one was given no earlier than the other. */
export const isSince = (one: Given, other: Given): boolean => timeOf(one) >= timeOf(other);

/** The resource to which something happened in a store. */
export function changedIn(change: Exclude<StoreChange, { readonly cleared: unknown }>): Resource {
  if ('conflict' in change) return change.mine;
  return 'failed' in change ? change.failed : change.saved;
}
