import { expect } from '@open-wc/testing';
import { openDevice } from '../../../src/store/device/open-device.js';
import { examples, type Example } from '../../suites/examples.js';
import { savedOf, until } from '../../suites/store.js';

/*
 * What the device's store reads does not grow with what it holds: 5,000 resources of a person are an ordinary archive.
 */

let rows = 0;
const restores: (() => void)[] = [];

/** Counts every row that IndexedDB gives, by whichever method. */
function countRows(): void {
  const count = <Of extends object>(prototype: Of, name: keyof Of & string): void => {
    const real = prototype[name] as (...args: unknown[]) => IDBRequest<unknown>;
    const counted = function (this: unknown, ...args: unknown[]): IDBRequest<unknown> {
      const request = real.apply(this, args);
      request.addEventListener('success', () => {
        rows += Array.isArray(request.result) ? request.result.length : request.result ? 1 : 0;
      });
      return request;
    };
    Object.assign(prototype, { [name]: counted });
    restores.push(() => Object.assign(prototype, { [name]: real }));
  };
  for (const name of ['get', 'getAll', 'getKey', 'getAllKeys', 'openCursor', 'openKeyCursor'] as const) {
    count(IDBObjectStore.prototype, name);
    count(IDBIndex.prototype, name);
  }
}

type Reads = Readonly<Record<string, number>>;

const version = (at: number): object => ({ reference: `Goal/of-1/_history/${at + 10}` });

/** Rows read by each work, in a store that holds so many of one person. */
async function readsWith(held: number, { type, make, whose, changes, sorted }: Example): Promise<Reads> {
  const { store } = openDevice();
  await store.clear();
  const [by, early] = sorted;
  const saves = Array.from({ length: held }, (_, at) => ({
    // A Provenance is about one version, which few others are about
    resource: make(1, { ...early, ...(type === 'Provenance' && { target: [version(at)] }) }),
  }));
  await store.saveAll(saves);
  const reads: Record<string, number> = {};
  const measure = async <Result>(work: string, run: () => Promise<Result>): Promise<Result> => {
    rows = 0;
    const result = await run();
    reads[work] = rows;
    return result;
  };
  const first = savedOf(await measure('a new one', () => store.save(make())));
  const second = savedOf(await measure('a change', () => store.save({ ...first, ...changes[0] }, first)));
  await measure('a conflict', () => store.save({ ...first, ...changes[1] }, first));
  await measure('a retry', () => store.save({ ...second, id: undefined }));
  await measure('reading', () => store.read(type, first.id!));
  await measure('its history', () => store.history(type, first.id!));
  const newest = await measure('the newest', () =>
    store.search(type, { ...whose(), _sort: `-${by}`, _count: 1 }),
  );
  expect(newest.map(({ id }) => id)).to.deep.equal([first.id]);
  const [identifier] = [(second as { identifier?: object }).identifier ?? []].flat() as {
    system: string;
    value: string;
  }[];
  if (identifier)
    await measure('by identifier', () =>
      store.search(type, { identifier: `${identifier.system}|${identifier.value}` }),
    );
  const elsewhere = openDevice().store;
  let isTold = false;
  const stop = elsewhere.watch(type, whose(), (change) => {
    isTold ||= 'saved' in change;
  });
  await measure('a watched change', async () => {
    await store.save({ ...second, ...changes[1] }, second);
    await until(() => isTold);
  });
  stop();
  return reads;
}

describe('the rows that the device store reads', () => {
  before(countRows);
  after(() => {
    for (const restore of restores) restore();
  });

  for (const example of examples) {
    it(`do not grow with the number of ${example.type}s that it holds`, async () => {
      const [few, many] = [await readsWith(10, example), await readsWith(500, example)];
      expect(many).to.deep.equal(few);
      expect(Math.max(...Object.values(few)), JSON.stringify(few)).to.be.lessThan(8);
    });
  }
});
