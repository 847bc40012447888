import type { Resource } from '../fhir/resource.js';

/** FHIR search parameters, such as `{subject: 'Patient/1', _sort: '-authored', _count: 1}`. */
export type SearchParams = Readonly<Record<string, string | number>>;

export type SaveResult =
  { readonly saved: Resource } | { readonly queued: Resource } | { readonly conflict: Resource };

/** What `watch` tells: a resource that was saved elsewhere, or that a sign-out removed what was kept. */
export type StoreChange = { readonly saved: Resource } | { readonly cleared: string | undefined };

/**
 * Why a store could not do what was asked:
 * `blocked` another tab holds the storage · `full` no room · `unavailable` storage is off (private mode) ·
 * `refused` the other side said no · `timeout` no answer in time · `offline` the server cannot be reached or is too busy
 * now · `unauthorized` the person must sign in again · `invalid` the resource or the call is wrong.
 */
export type StoreReason =
  'blocked' | 'full' | 'unavailable' | 'refused' | 'timeout' | 'offline' | 'unauthorized' | 'invalid';

/** The only kind of error with which a store rejects. Recognised by `reason`, so that two copies agree. */
export interface StoreFailure extends Error {
  readonly reason: StoreReason;
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
