import type { StoreFailure } from '../../context/store.js';

const LONGEST_INTERVAL = 60_000;
/** Whatever a server asks for: a wrong date must not hold up what a person has sent for a month. A timer bears it. */
const LONGEST_WAIT = 86_400_000;

interface Surroundings {
  readonly now: () => Date;
  /** Milliseconds until the first further attempt; doubled with each that fails. */
  readonly interval: number;
}

/**
 * When an outbox tries again: after a while, when the network is back, or when the page is in sight; not before the
 * server wants to be asked again (`Retry-After`), and after a 401 not before the portal says so.
 */
export class OutboxTimer {
  #failures = 0;
  #notBefore = 0;
  #isHeld = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly around: Surroundings,
    private readonly attempt: () => void,
  ) {
    globalThis.addEventListener('online', this.#onChance);
    document.addEventListener('visibilitychange', this.#onChance);
  }

  /** Whether trying now is of no use. */
  get isWaiting(): boolean {
    return this.#isHeld || this.isTooEarly;
  }

  /** Whether the server said that it wants to be asked later: not even a person's save goes out before. */
  get isTooEarly(): boolean {
    const left = this.#notBefore - this.around.now().getTime();
    return left > 0 && left <= LONGEST_WAIT; // more is left where the clock was set back
  }

  failed({ reason, retryAfter = 0 }: StoreFailure): void {
    this.#failures += 1;
    // A portal's own store may say anything
    const wanted = Number.isFinite(retryAfter) ? Math.min(LONGEST_WAIT, retryAfter) : 0;
    this.#notBefore = this.around.now().getTime() + wanted;
    if (reason === 'unauthorized') this.#isHeld = true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.release();
  }

  /** The portal says that it is time to try. */
  release(): void {
    this.#isHeld = false;
    this.#notBefore = 0;
  }

  schedule(): void {
    this.cancel();
    if (this.#isHeld) return;
    const backOff = this.around.interval * 2 ** Math.min(this.#failures, 10);
    const untilWanted = this.#notBefore - this.around.now().getTime();
    const delay = Math.max(untilWanted, Math.min(LONGEST_INTERVAL, backOff));
    this.#timer = setTimeout(this.attempt, Math.min(LONGEST_WAIT, delay));
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }

  stop(): void {
    this.cancel();
    globalThis.removeEventListener('online', this.#onChance);
    document.removeEventListener('visibilitychange', this.#onChance);
  }

  readonly #onChance = (): void => {
    if (!this.isWaiting) this.attempt();
  };
}
