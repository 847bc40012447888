import type { StoreFailure, StoreReason } from '../context/store.js';

/** The error with which every store rejects. */
export class StoreError extends Error implements StoreFailure {
  override readonly name = 'StoreError';

  readonly retryAfter: number | undefined;

  constructor(
    readonly reason: StoreReason,
    message: string,
    { retryAfter, ...options }: ErrorOptions & { readonly retryAfter?: number | undefined } = {},
  ) {
    super(message, options);
    this.retryAfter = retryAfter;
  }
}
