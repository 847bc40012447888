import { expect } from '@open-wc/testing';
import type { Draft } from '../../../src/context/drafts.js';
import type { StoreFailure } from '../../../src/context/store.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { failureOf, response } from '../../suites/store.js';
import { deleted, failingStorage } from '../../support/failing-storage.js';

const reasonFor = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error as StoreFailure).reason,
  );

const draft: Draft = {
  key: 'key',
  subject: 'Patient/1',
  kind: 'response',
  resource: response(),
  keptAt: '2026-11-23T10:00:00Z',
};

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
      expect(await reasonFor(store.save(response()))).to.equal(reason);
      expect(await reasonFor(drafts.write(draft))).to.equal(reason);
      await restore();
      expect(await reasonFor(store.save(response()))).to.equal('none');
      expect(await reasonFor(drafts.write(draft))).to.equal('none');
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
    await store.save(response());
    await deleted('alliance-elements');
    expect(await reasonFor(store.save(response()))).to.equal('none');
  });

  it('lets go of the storage when the page leaves, and opens it again where the page comes back', async () => {
    const { close } = IDBDatabase.prototype;
    let closed = 0;
    IDBDatabase.prototype.close = function () {
      closed += 1;
      close.call(this);
    };
    restore = () => Promise.resolve(void (IDBDatabase.prototype.close = close));
    dispatchEvent(new PageTransitionEvent('pagehide')); // what other tests have left open
    const { store, drafts } = openDevice();
    for (const times of [1, 2]) {
      await store.save(response());
      await drafts.write(draft);
      closed = 0;
      const saving = store.save(response());
      dispatchEvent(new PageTransitionEvent('pagehide'));
      expect(await reasonFor(saving), 'what was under way').to.equal('none');
      expect(closed, `left ${times} time(s)`).to.equal(1);
      dispatchEvent(new PageTransitionEvent('pagehide'));
      expect(await reasonFor(drafts.read('key')), 'here again').to.equal('none');
      expect(closed).to.equal(1);
    }
  });

  it('says so where the storage is of a newer version than this page knows', async () => {
    await deleted('alliance-elements');
    const newer = indexedDB.open('alliance-elements', 98);
    await new Promise((resolve) => {
      newer.onsuccess = resolve;
    });
    newer.result.close();
    const { reason, message } = await failureOf(openDevice().store.save(response()));
    await deleted('alliance-elements');
    expect(reason).to.equal('unavailable');
    expect(message).to.contain('newer version').and.to.contain('Reload');
  });
});
