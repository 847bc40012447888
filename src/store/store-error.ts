import type { StoreFailure, StoreReason } from '../context/store.js';

/** The error with which every store rejects. */
export class StoreError extends Error implements StoreFailure {
  override readonly name = 'StoreError';

  constructor(
    readonly reason: StoreReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
