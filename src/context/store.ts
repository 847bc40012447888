import type { Bundle, Resource } from '../fhir/resource.js';

/** FHIR search parameters, such as `{subject: 'Patient/1', _sort: '-authored', _count: 1}`. */
export type SearchParams = Readonly<Record<string, string | number>>;

export type SaveResult =
  { readonly saved: Resource } | { readonly queued: Resource } | { readonly conflict: Resource };

/**
 * What `watch` tells: a resource that was saved elsewhere or late, that somebody else had written before a late save
 * arrived, that a late save was not taken, or that a sign-out removed what was kept.
 */
export type StoreChange =
  | { readonly saved: Resource }
  | { readonly conflict: Resource; readonly mine: Resource; readonly base: Resource | undefined }
  | { readonly failed: Resource; readonly reason: StoreReason }
  | { readonly cleared: string | undefined };

/**
 * Why a store could not do what was asked:
 * `blocked` another tab holds the storage · `full` no room · `unavailable` storage is off (private mode) ·
 * `refused` the other side said no · `timeout` no answer in time · `offline` the server cannot be reached or is too busy
 * now · `unauthorized` the person must sign in again · `invalid` the resource or the call is wrong · `expired` it waited
 * too long to be sent without asking.
 */
export type StoreReason =
  | 'blocked'
  | 'full'
  | 'unavailable'
  | 'refused'
  | 'timeout'
  | 'offline'
  | 'unauthorized'
  | 'invalid'
  | 'expired';

/** The only kind of error with which a store rejects. Recognised by `reason`, so that two copies agree. */
export interface StoreFailure extends Error {
  readonly reason: StoreReason;
  /** Milliseconds until the store wants to be asked again. */
  readonly retryAfter?: number | undefined;
}

/** Where resources live. Every implementation passes the same contract suite. */
export interface AllianceStore {
  read(type: string, id: string): Promise<Resource | undefined>;
  search(type: string, params: SearchParams): Promise<Resource[]>;
  /**
   * Saves a new version. `base` is the version that was edited; where the store holds another one by now, nothing is
   * written and `conflict` carries what it holds. Without `base` the resource is created, and a resource with the same
   * id or identifier counts as a conflict unless it says the same.
   */
  save(resource: Resource, base?: Resource): Promise<SaveResult>;
  /** All versions, newest first. */
  history(type: string, id: string): Promise<Resource[]>;
  /** Tells of changes made through another store object, tab or device; returns `stop`. */
  watch(type: string, params: SearchParams, onChange: (change: StoreChange) => void): () => void;
  /** Sign-out: removes everything about one subject, or everything. */
  clear(subject?: string): Promise<void>;
}

/** A save that has not been confirmed. */
export interface Waiting {
  readonly resource: Resource;
  /** ISO 8601 instant. */
  readonly queuedAt: string;
  /**
   * `waiting` for its turn · `conflict` somebody else wrote first, a person must choose · `refused` the store will not
   * take it · `expired` it waited too long to be sent without asking. The last two are sent again by the person.
   */
  readonly state: 'waiting' | 'conflict' | 'refused' | 'expired';
  readonly reason?: StoreReason | undefined;
}

/** A store that keeps what could not be delivered, and delivers it once, in its order, later. */
export interface Outbox extends AllianceStore {
  waiting(subject?: string): Promise<readonly Waiting[]>;
  /** Calls back when what waits has changed, in this tab or another; returns `stop`. */
  onWaiting(callback: () => void): () => void;
  /** Everything that waits as a FHIR Bundle, for a person or portal to keep. */
  exportWaiting(subject?: string): Promise<Bundle>;
  /** Tries now; otherwise tried when the network is back, when the page is in sight, and from time to time. */
  deliver(): Promise<void>;
  /** Tries no more. What waits stays. */
  stop(): void;
}

export const isOutbox = (store: AllianceStore | undefined): store is Outbox =>
  store !== undefined && 'exportWaiting' in store;
