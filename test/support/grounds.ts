import type { DraftStore } from '../../src/context/drafts.js';
import type { ActStore, AllianceStore } from '../../src/context/store.js';
import { openDevice } from '../../src/store/device/open-device.js';
import { createMemoryDrafts } from '../../src/store/memory/memory-drafts.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { freshServer, storeOn } from './fhir-server.js';
import { outboxOver } from './outbox.js';

/** What a page finds when it is opened. */
export interface Page {
  readonly store: ActStore;
  readonly drafts: DraftStore;
}

/** A place where records live, across the pages that are opened on it. */
export interface Ground {
  /** A page of one person: another one, or the same after a reload. */
  open(): Page;
  /** What is stored in the end, whatever still waits. */
  readonly held: AllianceStore;
  /** Cuts the pages off; absent where nothing can be cut off. */
  readonly network?: { isAway: boolean };
  /** What waits is there after a reload. */
  readonly isLasting?: boolean;
}

let partitions = 0;

/** What belongs to no other test. */
const freshPartition = (): string => `${freshServer()}/${String((partitions += 1))}`;

function onPage(): Ground {
  const store = createMemoryStore();
  const drafts = createMemoryDrafts();
  return { open: () => ({ store, drafts }), held: store };
}

function onDevice(): Ground {
  const partition = freshPartition();
  return { open: () => openDevice(partition), held: openDevice(partition).store };
}

function onServer(isKept: boolean): Ground {
  const base = freshServer();
  const network = { isAway: false };
  const cut: typeof fetch = (...args) =>
    network.isAway ? Promise.reject(new TypeError('away')) : fetch(...args);
  return {
    open() {
      const { drafts, queue } = openDevice(base);
      const store = storeOn(base, { fetch: cut });
      return { store: outboxOver(store, isKept ? { queue } : {}), drafts };
    },
    held: storeOn(base),
    network,
    isLasting: isKept,
  };
}

export const grounds: Readonly<Record<string, () => Ground>> = {
  'in memory': onPage,
  'on the device': onDevice,
  'on a FHIR server': () => onServer(false),
  'on a FHIR server, with an outbox on the device': () => onServer(true),
};
