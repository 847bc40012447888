import type { AllianceStore, Outbox, StoreReason } from '../../src/context/store.js';
import { aloneOnPage } from '../../src/store/alone.js';
import { createOutbox, type OutboxOptions } from '../../src/store/outbox/outbox.js';
import { createMemoryQueue } from '../../src/store/outbox/queue.js';
import { createMemoryStore } from '../../src/store/memory.js';
import { StoreError } from '../../src/store/store-error.js';
import { browserSurroundings } from '../../src/store/surroundings.js';

export { until } from './until.js';

const open = new Set<Outbox>();

/** An outbox that tries again at once; stopped after the test by `stopOutboxes`. */
export function outboxOver(store: AllianceStore, options: Partial<OutboxOptions> = {}): Outbox {
  const outbox = createOutbox(store, {
    ...browserSurroundings,
    queue: createMemoryQueue(),
    alone: aloneOnPage(),
    interval: 5,
    ...options,
  });
  open.add(outbox);
  return outbox;
}

export function stopOutboxes(): void {
  for (const outbox of open) outbox.stop();
  open.clear();
}

interface Cut {
  reason?: StoreReason;
  /** The save gets through, its answer does not. */
  after?: boolean;
  retryAfter?: number;
  /** How often the store was asked for anything. */
  attempts: number;
}

/** A memory store whose way can be cut before or after a save. */
export function cutStore(): {
  store: AllianceStore;
  inner: AllianceStore;
  cut: Cut;
} {
  const inner = createMemoryStore();
  const cut: Cut = { attempts: 0 };
  const fail = (): never => {
    throw new StoreError(cut.reason!, 'cut', { retryAfter: cut.retryAfter });
  };
  const guard = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    cut.attempts += 1;
    return cut.reason && !cut.after ? fail() : work();
  };
  const store: AllianceStore = {
    ...inner,
    read: (...args) => guard(() => inner.read(...args)),
    search: (...args) => guard(() => inner.search(...args)),
    history: (...args) => guard(() => inner.history(...args)),
    save: (...args) =>
      guard(async () => {
        const result = await inner.save(...args);
        return cut.reason ? fail() : result;
      }),
  };
  return { store, inner, cut };
}
