import type { AllianceStore, Outbox } from '../../context/store.js';
import { aloneOnDevice, aloneOnPage, browserSurroundings } from '../surroundings.js';
import { createOutbox } from './outbox.js';
import type { Present } from './present.js';
import { createMemoryQueue, type Queue } from './queue.js';

const CHANNEL = 'alliance-elements outbox';

/**
 * An outbox for a page.
 * @param queue the device's, which all tabs share; without one, saves wait as long as the page lives
 * @param present who is at the page now: only what is theirs is delivered
 */
export function openOutbox(over: AllianceStore, queue?: Queue, present?: () => Present): Outbox {
  return createOutbox(over, {
    ...browserSurroundings,
    queue: queue ?? createMemoryQueue(),
    present,
    alone: queue ? aloneOnDevice() : aloneOnPage(),
    channel: queue && new BroadcastChannel(CHANNEL),
  });
}
