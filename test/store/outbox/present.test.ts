import { expect } from '@open-wc/testing';
import type { AllianceStore, Outbox } from '../../../src/context/store.js';
import { createMemoryQueue, type Queue } from '../../../src/store/outbox/queue.js';
import type { Present } from '../../../src/store/outbox/present.js';
import { examples } from '../../suites/examples.js';
import { cutStore, outboxOver, stopOutboxes } from '../../support/outbox.js';

/*
 * What waits on a device where one person comes after the other.
 */

const client: Present = { subject: 'Patient/1', author: 'Patient/1' };
const helper: Present = { subject: 'Patient/1', author: 'RelatedPerson/1' };
const other: Present = { subject: 'Patient/2', author: 'Patient/2' };
const nobody: Present = { subject: undefined, author: undefined };

/** A queue of the device. */
const lasting = (): Queue => ({ ...createMemoryQueue(), isLasting: true });

afterEach(stopOutboxes);

for (const { type, make } of examples) {
  describe(`a ${type} that waits`, () => {
    let queue: Queue;
    let inner: AllianceStore;

    /** The page of somebody, on the same device. */
    const pageOf = (present: Present): Outbox => outboxOver(inner, { queue, present: () => present });

    const arrived = async (): Promise<number> => {
      const found = type === 'Provenance' ? { agent: 'Patient/1' } : { subject: 'Patient/1' };
      return (await inner.search(type, found)).length;
    };

    beforeEach(async () => {
      queue = lasting();
      const { store, inner: held, cut } = cutStore();
      inner = held;
      cut.reason = 'offline';
      const page = outboxOver(store, { queue, present: () => client });
      expect(await page.save(make(1))).to.have.property('queued');
      page.stop();
    });

    for (const [who, present] of Object.entries({ 'another person': other, 'a helper': helper, nobody })) {
      it(`is not sent with the sign-in of ${who}, and is sent with its own`, async () => {
        await pageOf(present).deliver();
        expect(await arrived()).to.equal(0);
        await pageOf(client).deliver();
        expect(await arrived()).to.equal(1);
      });
    }

    it('is sent by whoever is there after the page has named them otherwise', async () => {
      let present = other;
      const page = outboxOver(inner, { queue, present: () => present });
      await page.deliver();
      present = { subject: 'Patient/1/_history/2', author: 'https://fhir.example.org/Patient/1' };
      await page.deliver();
      expect(await arrived()).to.equal(1);
    });

    it('is shown to nobody else, unless the page names its person', async () => {
      const page = pageOf(other);
      expect(await page.waiting()).to.deep.equal([]);
      expect((await page.exportWaiting()).entry).to.deep.equal([]);
      expect(await page.search(type, {})).to.deep.equal([]);
      expect(await page.waiting('Patient/1')).to.have.length(1);
      expect(await pageOf(client).waiting()).to.have.length(1);
      expect(await pageOf(client).search(type, {})).to.have.length(1);
    });

    it('does not stand in the way of what others send', async () => {
      const page = pageOf(other);
      expect(await page.save(make(2))).to.have.property('saved');
      expect(await arrived()).to.equal(0);
    });
  });
}

describe('a page that names nobody', () => {
  it('sends what waits in its own memory', async () => {
    const { store, inner, cut } = cutStore();
    cut.reason = 'offline';
    const page = outboxOver(store, { present: () => nobody });
    await page.save(examples[0]!.make(1));
    delete cut.reason;
    await page.deliver();
    expect(await inner.search(examples[0]!.type, {})).to.have.length(1);
  });
});
