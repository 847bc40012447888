import { newId } from '../context/new-id.js';

/** Runs `work` while nobody else works on the same lane. */
export type Alone = <Result>(lane: string, work: () => Promise<Result>) => Promise<Result>;

/** Alone on this page. */
export function aloneOnPage(): Alone {
  const last = new Map<string, Promise<unknown>>();
  return (lane, work) => {
    const turn = (last.get(lane) ?? Promise.resolve()).then(work, work);
    last.set(lane, turn);
    const forget = (): void => {
      if (last.get(lane) === turn) last.delete(lane);
    };
    turn.then(forget, forget);
    return turn;
  };
}

/**
 * Alone on this device, in all tabs, by Web Locks. Where a page has none (plain http), two tabs may send the same save
 * at once: the store then saves it once all the same.
 */
export function aloneOnDevice(): Alone {
  const { locks } = navigator as { readonly locks?: LockManager };
  if (!locks) return aloneOnPage();
  return (lane, work) => locks.request(`alliance-elements outbox ${lane}`, work);
}

/** Where a store gets time and identifiers from; tests pass their own. */
export interface Surroundings {
  readonly now: () => Date;
  readonly newId: () => string;
}

export const browserSurroundings: Surroundings = {
  now: () => new Date(),
  newId,
};
