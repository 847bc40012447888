import { expect } from '@open-wc/testing';
import { AwaitedPart, LazyPart } from '../../src/controllers/widget/lazy-part.js';
import { reasonOf } from '../../src/controllers/record/delivery.js';
import { lazyStore } from '../../src/elements/alliance-provider/lazy-store.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';

/*
 * A part of the library that is not there any more: a new version was put in its place while the page was open.
 */

const gone = (): Promise<never> =>
  Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

describe('a part that does not come', () => {
  it('of a store is told as what it is, and tried again', async () => {
    const { search } = createMemoryStore();
    let isThere = false;
    const store = lazyStore(() => (isThere ? Promise.resolve({ ...createMemoryStore(), search }) : gone()));
    const failure: unknown = await store.search('Goal', {}).catch((cause: unknown) => cause);
    expect(reasonOf(failure)).to.equal('not-loaded');
    isThere = true;
    expect(await store.search('Goal', { subject: 'Patient/1' })).to.deep.equal([]);
  });

  it('of an element is asked for again when the person wants it', async () => {
    let asked = 0;
    let draws = 0;
    const part = new LazyPart(() => ((asked += 1) > 1 ? Promise.resolve('here') : gone()));
    const awaited = new AwaitedPart(part, () => (draws += 1));
    expect(awaited.take()).to.equal(undefined);
    await awaited.ready;
    expect([awaited.hasFailed, awaited.take(), asked]).to.deep.equal([true, undefined, 1]);
    awaited.retry();
    expect([awaited.hasFailed, draws]).to.deep.equal([false, 2]);
    awaited.take();
    await awaited.ready;
    expect([awaited.take(), asked]).to.deep.equal(['here', 2]);
  });
});
