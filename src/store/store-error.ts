import type { StoreFailure, StoreReason } from '../context/store.js';

/** The error with which every store rejects. */
export class StoreError extends Error implements StoreFailure {
  override readonly name = 'StoreError';

  readonly retryAfter: number | undefined;
  /** The store said yes, and may come to hold what was sent. */
  readonly mayHaveArrived: boolean;

  constructor(
    readonly reason: StoreReason,
    message: string,
    {
      retryAfter,
      mayHaveArrived = false,
      ...options
    }: ErrorOptions & {
      readonly retryAfter?: number | undefined;
      readonly mayHaveArrived?: boolean | undefined;
    } = {},
  ) {
    super(message, options);
    this.mayHaveArrived = mayHaveArrived;
    this.retryAfter = retryAfter;
  }
}

/** The failure in an error of any store; `refused` where it names no reason. */
export function failureIn(error: unknown): StoreFailure {
  const isFailure = error instanceof Error && 'reason' in error;
  return isFailure ? (error as StoreFailure) : new StoreError('refused', String(error), { cause: error });
}

const passing: ReadonlySet<unknown> = new Set<StoreReason>(['offline', 'timeout', 'unauthorized']);

/** The store said yes, and does not hold it yet. */
export const mayHaveArrived = (failure: StoreFailure): boolean =>
  failure instanceof StoreError && failure.mayHaveArrived;

/** The store may take it later: it is away, busy, or wants a sign-in. */
export const isPassing = ({ reason }: StoreFailure): boolean => passing.has(reason);
