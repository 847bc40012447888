import { expect } from '@open-wc/testing';
import { AwaitedPart, LazyPart } from '../../../src/controllers/widget/lazy-part.js';

describe('LazyPart', () => {
  it('is loaded once, however many ask for it', async () => {
    let loads = 0;
    const part = new LazyPart(() => Promise.resolve((loads += 1)));
    expect(part.present).to.equal(undefined);
    expect(await Promise.all([part.load(), part.load()])).to.deep.equal([1, 1]);
    expect([part.present, part.required, loads]).to.deep.equal([1, 1, 1]);
  });

  it('says so when it is used too early', () => {
    expect(() => new LazyPart(() => Promise.resolve(1)).required).to.throw('load()');
  });

  it('is tried again after the network failed', async () => {
    let isOnline = false;
    const part = new LazyPart(() =>
      isOnline ? Promise.resolve('here') : Promise.reject(new Error('offline')),
    );
    const failure: unknown = await part.load().catch((cause: unknown) => cause);
    expect(failure).to.be.an.instanceOf(Error);
    isOnline = true;
    expect(await part.load()).to.equal('here');
  });
});

describe('AwaitedPart', () => {
  it('asks once, and tells when the part has come', async () => {
    let settled = 0;
    const awaited = new AwaitedPart(new LazyPart(() => Promise.resolve('here')), () => (settled += 1));
    expect([awaited.take(), awaited.take()]).to.deep.equal([undefined, undefined]);
    await awaited.ready;
    expect([awaited.take(), awaited.hasFailed, settled]).to.deep.equal(['here', false, 1]);
  });

  it('tells when the part does not come', async () => {
    let settled = 0;
    const part = new LazyPart(() => Promise.reject<string>(new Error('offline')));
    const awaited = new AwaitedPart(part, () => (settled += 1));
    awaited.take();
    await awaited.ready;
    expect([awaited.take(), awaited.hasFailed, settled]).to.deep.equal([undefined, true, 1]);
  });
});
