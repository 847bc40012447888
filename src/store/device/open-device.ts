import type { DraftStore } from '../../context/drafts.js';
import type { ActStore } from '../../context/store.js';
import type { Queue } from '../outbox/queue.js';
import { Database } from './database.js';
import { DeviceStore } from './device-store.js';
import { createDeviceDrafts } from './drafts.js';
import { createDeviceQueue } from './queue.js';

export interface Device {
  readonly store: ActStore;
  readonly drafts: DraftStore;
  /** What waits to be sent. */
  readonly queue: Queue;
}

/**
 * What the device keeps for one partition; a sign-out through any of them reaches all partitions.
 * @param partition what belongs together on this origin: the portal's word, else the address of a server
 * @param database all partitions of a page may share one connection
 */
export function openDevice(partition = '', database = new Database()): Device {
  return {
    store: new DeviceStore(database, partition),
    drafts: createDeviceDrafts(database, partition),
    queue: createDeviceQueue(database, partition),
  };
}
