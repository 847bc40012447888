import type { Viewer } from '../../context/provided.js';
import type { SearchParams } from '../../context/store.js';
import type { Completion, Conflict, Merged, Stage } from '../../domain/record.js';
import type { Told } from '../../domain/told.js';
import type { Resource } from '../../fhir/resource.js';

/** Whose record it is and what about, as FHIR references; `instrument` is its canonical or another name of its own. */
export interface RecordKey {
  readonly subject?: string | undefined;
  readonly author?: string | undefined;
  readonly encounter?: string | undefined;
  readonly instrument?: string | undefined;
}

/** What a person means by what they do: keep it for later, give it to the other side, or take it back. */
export type Intent = 'keep' | 'give' | 'withdraw';

/** What a resource tells beside its value. */
export interface RecordAbout extends RecordKey {
  readonly intent: Intent;
  /** ISO 8601 instant of the last change. */
  readonly at: string;
  /** Value of the identifier that a new resource gets; it stays the same when it is sent again. */
  readonly identifier: string;
  /** BCP 47 tag of the words that the person saw. */
  readonly language: string;
  readonly completion: Completion;
  /** Who the person was told can see this. */
  readonly told: Told;
}

/** What a resource says of itself: whose it is, when and how it was given, and who may see it. */
export interface SaysOfItself extends RecordKey {
  /** ISO 8601 instant. */
  readonly at?: string | undefined;
  /** BCP 47 tag of the words that the person saw. */
  readonly language?: string | undefined;
  readonly completion?: Completion | undefined;
  readonly told: Told;
}

/** How two sides can be brought together where they contradict each other; `both` only where a kind can hold both. */
export type Choice = 'mine' | 'theirs' | 'both';

/**
 * How values of one kind become resources and back, and how two versions come together. All of it is pure: no store, no
 * clock, no element. One kind serves one element as it is now; with another instrument or language there is another.
 */
export interface RecordKind<
  Value,
  Wire extends Resource = Resource,
  Contradiction extends Conflict = Conflict,
> {
  /** Names the kind among a person's drafts, such as `response`. */
  readonly name: string;
  readonly type: Wire['resourceType'];
  /** System of the identifiers that new records get. */
  readonly system: string;
  /** What makes two records the same one, in the order in which it names them; a goal is not keyed by its session. */
  readonly keyed: readonly (keyof RecordKey)[];
  /** What this element asks, where records of the kind are told apart by it. */
  readonly instrument?: string | undefined;
  /** Who may write; the others read the newest there is. */
  readonly writers: readonly Viewer[];
  /** What is there before anything was entered: the base of a first merge. */
  readonly start: Value;
  /** What is there when everything was taken out again. */
  readonly none: Value;
  /** What was taken back is still read as what it was: two write it, and nobody begins anew in it. */
  readonly outlasts?: true;

  /** Loads what changing a record needs, where reading one does without; to be awaited before an edit. */
  prepare?(): Promise<unknown>;

  is(resource: unknown): resource is Wire;
  read(resource: Wire): Value;
  /** The resource of a value, patched onto the one that it came from, so that what other systems wrote is kept. */
  write(value: Value, about: RecordAbout, base?: Wire): Wire;
  same(one: Value, other: Value): boolean;
  merge(base: Value, mine: Value, theirs: Value): Merged<Value, Contradiction>;
  /** A merged value with one conflict settled as the person chose. */
  resolve(merged: Value, conflict: Contradiction, choice: Choice): Value;
  stage(resource: Wire): Stage;
  about(resource: Wire): SaysOfItself;
  /**
   * Whether a record of the same key answers another version of what is asked. It is shown in its own words, gives no
   * value, and is written only as it is or to take it back; what is answered now becomes a record beside it.
   */
  isOther?(resource: Wire): boolean;
  /** What is held for those who may not see a resource: enough to know it again, and nothing that it gives. */
  veil(resource: Wire): Wire;

  /** Searches for the one record of a key; undefined, or without this: each load starts a new one. */
  find?(key: RecordKey, isReader: boolean): SearchParams | undefined;
  /** Searches for all records of a person (goals, moments), also to follow them: an edit each. */
  list?(key: RecordKey): SearchParams;
  /** Searches for what the person gave before this one, in the same words, the newest first. */
  before?(shown: Wire): SearchParams | undefined;
  /** Searches for what is followed while it is shown; all of the person's where it is left out. */
  watch?(key: RecordKey): SearchParams;
  /** What else a change brings with it, such as calculated answers. */
  complete?(value: Value, write: (value: Value) => Wire): Value;
  /** What follows from what is about to be saved (scores, who gave it); the store fills in what it refers to. */
  derive?(written: Wire, value: Value, about: RecordAbout): readonly Resource[];
}
