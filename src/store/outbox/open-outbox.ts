import type { AllianceStore, Outbox } from '../../context/store.js';
import { aloneOnDevice, aloneOnPage, browserSurroundings } from '../surroundings.js';
import { createOutbox } from './outbox.js';
import { createMemoryQueue, type Queue } from './queue.js';

const CHANNEL = 'alliance-elements outbox';

/**
 * An outbox for a page.
 * @param queue the device's, which all tabs share; without one, saves wait as long as the page lives
 */
export function openOutbox(over: AllianceStore, queue?: Queue): Outbox {
  return createOutbox(over, {
    ...browserSurroundings,
    queue: queue ?? createMemoryQueue(),
    alone: queue ? aloneOnDevice() : aloneOnPage(),
    channel: queue && new BroadcastChannel(CHANNEL),
  });
}
