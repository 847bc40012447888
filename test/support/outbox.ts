import type { AllianceStore, Outbox } from '../../src/context/store.js';
import { aloneOnPage } from '../../src/store/alone.js';
import { createOutbox, type OutboxOptions } from '../../src/store/outbox.js';
import { createMemoryQueue } from '../../src/store/outbox-queue.js';
import { browserSurroundings } from '../../src/store/versions.js';

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
