import type { Bundle, Resource } from '../fhir/resource.js';

/**
 * FHIR search parameters, such as `{subject: 'Patient/1', _sort: '-authored', _count: 1}`. With `_elements` only these
 * elements are given, also where a server sends more; what is given so cannot be saved.
 */
export type SearchParams = Readonly<Record<string, string | number>>;

export type SaveResult =
  { readonly saved: Resource } | { readonly queued: Resource } | { readonly conflict: Resource };

/** One of the resources that an act writes. */
export interface Save {
  readonly resource: Resource;
  /** The version that was edited; absent for a new resource. */
  readonly base?: Resource | undefined;
  /**
   * It follows from another resource of the act (a score, who gave it) and can be made again: nobody is asked about a
   * conflict, the newer one stays, and it goes where what it follows from goes.
   */
  readonly derived?: boolean | undefined;
}

export interface WatchOptions {
  /** Asks often, also while the page is hidden: for what is worth nothing later. */
  readonly urgent?: boolean | undefined;
}

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
 * too long to be sent without asking · `held` it waits for something that a person must decide or send again first ·
 * `not-loaded` a part of this library could not be loaded, for example after a new version was put in its place.
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
  | 'expired'
  | 'held'
  | 'not-loaded';

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
  watch(
    type: string,
    params: SearchParams,
    onChange: (change: StoreChange) => void,
    options?: WatchOptions,
  ): () => void;
  /** Sign-out: removes everything about one subject, or everything. */
  clear(subject?: string): Promise<void>;
  /**
   * Saves all that one act writes, written down in one step and delivered in the order in which its parts depend on each
   * other (by their logical references). The results stand in the order of `saves`; what depends on a part in conflict
   * is not written, and has that conflict as its result. `late: false`: rejects rather than waits. A host's own store
   * may lack it.
   * @throws StoreError `invalid` where parts depend on each other in a circle
   */
  saveAll?(saves: readonly Save[], options?: SaveOptions): Promise<SaveResult[]>;
}

export interface SaveOptions {
  readonly late?: boolean | undefined;
}

/** A store that can save what belongs to one act together: all of ours, and an outbox over any other. */
export interface ActStore extends AllianceStore {
  saveAll(saves: readonly Save[], options?: SaveOptions): Promise<SaveResult[]>;
}

/** Where a save stands that has not been confirmed. */
export interface Standing {
  /**
   * `waiting` for its turn · `conflict` somebody else wrote first, a person must choose · `refused` the store will not
   * take it · `expired` it waited too long to be sent without asking. The last two are sent again by the person.
   */
  readonly state: 'waiting' | 'conflict' | 'refused' | 'expired';
  readonly reason?: StoreReason | undefined;
  /** The version that what is to be sent again was made on. */
  readonly base?: Resource | undefined;
}

/** A save that has not been confirmed. */
export interface Waiting extends Standing {
  readonly resource: Resource;
  /** ISO 8601 instant. */
  readonly queuedAt: string;
  readonly derived?: boolean | undefined;
}

/** How many saves of each resource type wait. */
export type WaitingCounts = Readonly<Record<string, number>>;

/**
 * A store that keeps what could not be delivered, and delivers it once, in its order, later. `saveAll` says of each part
 * whether it is saved or waits. A part beside the first that is in conflict is told by `watch` too; where what waits does
 * not survive the page, `watch` tells again that the first is saved when nothing of its act waits any more.
 */
export interface Outbox extends ActStore {
  /** What waits survives the page. Else a part of an act that waits is lost with the page: it is not sent yet. */
  readonly isLasting: boolean;
  /**
   * Where a resource stands that this outbox has just given (as `queued`, by `read`, `search` or `watch`); undefined for
   * what its store holds. The state is never part of the resource.
   */
  standingOf(resource: Resource): Standing | undefined;
  /**
   * Takes back what waits, and what depends on it. `maybe-sent`: it may have arrived, and must be withdrawn instead. Of a
   * stored version it takes out what is in conflict with that one, which then holds.
   * @param isGivenUp the person wants to send it no more: it is taken out even where it may have arrived
   */
  drop(resource: Resource, isGivenUp?: boolean): Promise<'dropped' | 'maybe-sent'>;
  /** By default what waits of the person who is at the page. */
  waiting(subject?: string): Promise<readonly Waiting[]>;
  /** How many wait for their turn about one person; what follows from an answer travels with it, and does not count. */
  count(subject: string): Promise<WaitingCounts>;
  /** Calls back when what waits has changed, in this tab or another; returns `stop`. */
  onWaiting(callback: () => void): () => void;
  /** Everything that waits as a FHIR Bundle, for a person or portal to keep. */
  exportWaiting(subject?: string): Promise<Bundle>;
  /** Tries now; otherwise tried when the network is back, when the page is in sight, and from time to time. */
  deliver(): Promise<void>;
  /** A person has signed out in another tab, or all: what was begun ends. The device is cleared there. */
  forget(subject: string | undefined): Promise<void>;
  /** Tries no more. What waits stays. */
  stop(): void;
}

export const isOutbox = (store: AllianceStore | undefined): store is Outbox =>
  store !== undefined && 'exportWaiting' in store;
