import { expect } from '@open-wc/testing';
import { openDevice } from '../../src/store/device.js';
import type { StoreFailure } from '../../src/context/store.js';
import { response } from '../suites/store.js';
import { deleted, failingStorage } from '../support/failing-storage.js';

const reasonFor = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error as StoreFailure).reason,
  );

describe('device store that cannot write', () => {
  let restore = (): Promise<void> => Promise.resolve();
  afterEach(() => restore());

  for (const [fault, reason] of [
    ['open', 'unavailable'],
    ['write', 'unavailable'],
    ['quota', 'full'],
  ] as const) {
    it(`says "${reason}" when IndexedDB fails at ${fault}, and works again afterwards`, async () => {
      const { store, drafts } = openDevice();
      restore = await failingStorage(fault);
      expect(await reasonFor(store.save(response({ id: 'kept' })))).to.equal(reason);
      const draft = { subject: 'Patient/1', resource: response(), keptAt: '2026-11-23T10:00:00Z' };
      expect(await reasonFor(drafts.write('key', draft))).to.equal(reason);
      await restore();
      expect(await reasonFor(store.save(response({ id: `after-${fault}` })))).to.equal('none');
    });
  }

  it('says "blocked" when another tab holds an older version of the storage', async () => {
    await openDevice().store.clear();
    const { store } = openDevice();
    restore = await failingStorage('blocked');
    expect(await reasonFor(store.save(response()))).to.equal('blocked');
  });

  it('gives way when another tab wants to change the storage, and opens again', async () => {
    const { store } = openDevice();
    await store.save(response({ id: 'before' }));
    await deleted('alliance-elements');
    expect(await reasonFor(store.save(response({ id: 'after' })))).to.equal('none');
  });
});
