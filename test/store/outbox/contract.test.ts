import type { AllianceStore } from '../../../src/context/store.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { storeContract } from '../../suites/store.js';
import { freshServer, storeOn } from '../../support/fhir-server.js';
import { outboxOver, stopOutboxes } from '../../support/outbox.js';

const kinds: readonly (readonly [string, () => AllianceStore, object?])[] = [
  ['memory', () => createMemoryStore()],
  ['device', () => openDevice().store],
  ['a FHIR server', () => storeOn(freshServer()), { isRecord: true }],
];

afterEach(stopOutboxes);

for (const [name, make, kind] of kinds) {
  describe(`the contract: ${name} under an outbox in memory`, () => {
    storeContract(() => Promise.resolve(outboxOver(make())), { ...kind, isOutbox: true });
  });
  describe(`the contract: ${name} under an outbox on the device`, () => {
    storeContract(
      async () => {
        const { queue } = openDevice('a store');
        await queue.clear();
        return outboxOver(make(), { queue });
      },
      { ...kind, isOutbox: true },
    );
  });
}
