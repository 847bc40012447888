import type { StoreReason, Waiting } from './store.js';

/** System of the tag by which an outbox marks what is not delivered. */
export type WaitingSystem = 'urn:alliance-elements:outbox';

/**
 * The `meta.tag` of a resource that an outbox gives and its store has not confirmed. It never leaves the device.
 * (Only a type, so that the outbox stays loadable apart.)
 */
export interface WaitingMark {
  /** Place in the queue. */
  readonly id: string;
  readonly system: WaitingSystem;
  readonly code: Waiting['state'];
  /** Why the store would not take it. */
  readonly display?: StoreReason;
}
