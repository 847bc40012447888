import { expect } from '@open-wc/testing';
import type { ActStore, StoreChange, StoreFailure } from '../../../src/context/store.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { examples } from '../../suites/examples.js';
import { response, savedOf, storeContract, until } from '../../suites/store.js';

const TYPE = 'QuestionnaireResponse';
const MINE = { subject: 'Patient/1' };

const open = async (): Promise<ActStore> => {
  const { store } = openDevice();
  await store.clear();
  return store;
};

describe('device store', () => {
  storeContract(() => Promise.resolve(openDevice().store));

  it('is found again by a second store object, as after a reload', async () => {
    const first = await (await open()).save(response({ id: 'kept' }));
    expect(first).to.deep.equal({ saved: await openDevice().store.read(TYPE, 'kept') });
  });

  it('lets only one of two tabs win when both save at once', async () => {
    const [one, other] = [await open(), openDevice().store];
    const base = savedOf(await one.save(response({ id: 'both' })));
    const results = await Promise.all([
      one.save({ ...base, status: 'amended' } as never, base),
      other.save({ ...base, status: 'entered-in-error' } as never, base),
    ]);
    expect(results.map((outcome) => Object.keys(outcome)[0]).sort()).to.deep.equal(['conflict', 'saved']);
  });

  it('tells other tabs what changed, and of a sign-out, in that order', async () => {
    const [here, elsewhere] = [await open(), openDevice().store];
    const seen: StoreChange[] = [];
    const stop = elsewhere.watch(TYPE, MINE, (change) => seen.push(change));
    const saved = savedOf(await here.save(response({ id: 'told' })));
    await until(() => seen.some((change) => 'saved' in change));
    await here.clear('Patient/1');
    await until(() => seen.length > 0 && 'cleared' in seen.at(-1)!);
    stop();
    // A sign-out of a test before may have been on its way
    const told = seen.slice(seen.findIndex((change) => 'saved' in change));
    expect(told).to.deep.equal([{ saved }, { cleared: 'Patient/1' }]);
  });

  it('hears nothing that is not one of its notices', async () => {
    const [here, elsewhere] = [await open(), openDevice().store];
    const seen: StoreChange[] = [];
    const stop = elsewhere.watch(TYPE, MINE, (change) => seen.push(change));
    const channel = new BroadcastChannel('alliance-elements');
    await here.save(response({ id: 'first' }));
    await until(() => seen.some((change) => 'saved' in change));
    const before = seen.length;
    const forged = { saved: response({ id: 'forged' }) };
    const strange = [null, 7, 'x', [], {}, { cleared: undefined }, { cleared: 'Patient/1' }, forged];
    const cleared = [
      { partition: '*', cleared: undefined },
      { partition: '*', cleared: 5 },
    ];
    for (const data of [...strange, ...cleared, { partition: '*' }, { partition: '', type: TYPE, id: 5 }])
      channel.postMessage(data);
    channel.postMessage({ partition: '', type: TYPE, id: 'nowhere', resource: forged });
    // Heard after all of these, from the same sender
    channel.postMessage({ partition: '', type: TYPE, id: 'first' });
    await until(() => seen.length > before);
    stop();
    channel.close();
    expect(seen.slice(before)).to.deep.equal([{ saved: await here.read(TYPE, 'first') }]);
  });

  it('never puts an answer into what tabs tell each other', async () => {
    const store = await open();
    const notices: unknown[] = [];
    const channel = new BroadcastChannel('alliance-elements');
    channel.onmessage = ({ data }) => notices.push(data);
    await store.save(
      response({ id: 'secret', item: [{ linkId: 'open', answer: [{ valueString: 'private words' }] }] }),
    );
    await until(() => JSON.stringify(notices).includes('secret'));
    channel.close();
    expect(notices.at(-1)).to.deep.equal({ partition: '', type: TYPE, id: 'secret' });
  });

  it('keeps two partitions apart, and clears one person in both', async () => {
    await open();
    const [a, b] = ['https://a.example', 'https://b.example'].map((partition) => openDevice(partition));
    const seen: StoreChange[] = [];
    const stop = b!.store.watch(TYPE, MINE, (change) => {
      if ('saved' in change) seen.push(change);
    });
    const ours = savedOf(await a!.store.save(response({ id: 'same' })));
    expect(await b!.store.read(TYPE, 'same')).to.equal(undefined);
    expect(await b!.store.search(TYPE, MINE)).to.deep.equal([]);
    expect(await b!.store.search(TYPE, {})).to.deep.equal([]);
    const theirs = savedOf(await b!.store.save(response({ id: 'same', status: 'amended' })));
    expect(theirs.meta?.versionId).to.equal('1');
    await b!.store.save({ ...theirs, status: 'entered-in-error' } as never, theirs);
    await a!.store.save({ ...ours, status: 'stopped' } as never, ours);
    await a!.store.save(response({ id: 'other', subject: { reference: 'Patient/2' } }));
    // Another tab of b, whose notice comes after those of a
    await openDevice('https://b.example').store.save(response({ id: 'last' }));
    await until(() => JSON.stringify(seen).includes('"last"'));
    stop();
    const told = seen.map((change) => ('saved' in change ? change.saved.id : ''));
    expect(told, 'nothing of a').to.deep.equal(['same', 'same', 'last']);
    await a!.store.clear('Patient/1/_history/3');
    expect(await b!.store.history(TYPE, 'same')).to.deep.equal([]);
    expect(await a!.store.search(TYPE, {})).to.have.length(1);
  });

  it('writes all of an act or nothing', async () => {
    const store = await open();
    const { put } = IDBObjectStore.prototype;
    let puts = 0;
    IDBObjectStore.prototype.put = function (...args) {
      puts += 1;
      if (puts > 3) throw new DOMException('It cannot be written.', 'UnknownError');
      return put.apply(this, args);
    };
    try {
      const saves = examples.map(({ make }) => ({ resource: make() }));
      const reason = await store.saveAll(saves).catch((error: unknown) => (error as StoreFailure).reason);
      expect(reason).to.equal('unavailable');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    for (const { type } of examples) expect(await store.search(type, {}), type).to.deep.equal([]);
  });
});
