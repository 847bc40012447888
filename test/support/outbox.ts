import type { AllianceStore, Outbox, StoreReason } from '../../src/context/store.js';
import type { Resource } from '../../src/fhir/resource.js';
import { aloneOnPage, browserSurroundings } from '../../src/store/surroundings.js';
import { createOutbox, type OutboxOptions } from '../../src/store/outbox/outbox.js';
import { createMemoryQueue } from '../../src/store/outbox/queue.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { StoreError } from '../../src/store/store-error.js';

export { until } from './until.js';

const open = new Set<Outbox>();

/** An outbox that tries again at once; stopped after the test by `stopOutboxes`. */
export function outboxOver(store: AllianceStore, options: Partial<OutboxOptions> = {}): Outbox {
  const outbox = createOutbox(store, {
    ...browserSurroundings,
    queue: createMemoryQueue(),
    alone: aloneOnPage(),
    interval: 5,
    settling: 0,
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
  /** Which saves it stands in the way of; all, and all that is asked, where absent. */
  only?: (resource: Resource) => boolean;
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
    return cut.reason && !cut.after && !cut.only ? fail() : work();
  };
  const store: AllianceStore = {
    read: (...args) => guard(() => inner.read(...args)),
    search: (...args) => guard(() => inner.search(...args)),
    history: (...args) => guard(() => inner.history(...args)),
    watch: (...args) => inner.watch(...args),
    clear: (...args) => inner.clear(...args),
    save: (resource, base) =>
      guard(async () => {
        const isMeant = cut.reason !== undefined && (cut.only?.(resource) ?? true);
        if (isMeant && !cut.after) fail();
        const result = await inner.save(resource, base);
        return isMeant ? fail() : result;
      }),
  };
  return { store, inner, cut };
}
