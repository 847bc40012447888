import { expect } from '@open-wc/testing';
import type { Resource } from '../../src/fhir/resource.js';
import { createFhirStore, type FhirStoreOptions } from '../../src/store/fhir.js';
import type { StoreError } from '../../src/store/store-error.js';
import { pause, response } from '../suites/store.js';
import { until } from '../support/outbox.js';
import { freshServer, storeOn } from '../support/fhir-server.js';

const TYPE = 'QuestionnaireResponse';
const BASE = 'https://fhir.example.org/r4';

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
}

/** A store whose server answers what it is told to, one answer after the other; the last one again and again. */
function scripted(
  answers: readonly ((asked: Asked) => Response | Promise<Response>)[],
  options: Partial<FhirStoreOptions> = {},
) {
  const asked: Asked[] = [];
  const waits: number[] = [];
  const store = createFhirStore({
    base: `${BASE}/`,
    fetch: (input, init) => {
      const url = typeof input === 'string' ? input : '';
      const one = { method: init?.method ?? 'GET', url, headers: new Headers(init?.headers) };
      asked.push(one);
      const answer = answers[Math.min(asked.length, answers.length) - 1]!;
      return new Promise((resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        Promise.resolve(answer(one)).then(resolve, reject);
      });
    },
    random: () => 0,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    ...options,
  });
  return { store, asked, waits };
}

const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  () =>
    new Response(JSON.stringify(body), { status, headers });
const nothing =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    new Response(null, { status, headers });
const stored = (versionId: string, more: object = {}): Resource => ({
  ...response(),
  id: 'r',
  meta: { versionId },
  ...more,
});
const bundle = (resources: readonly Resource[], next?: string): object => ({
  resourceType: 'Bundle',
  entry: resources.map((resource) => ({ resource })),
  link: next === undefined ? [] : [{ relation: 'next', url: next }],
});

const failure = async (work: Promise<unknown>): Promise<StoreError> =>
  work.then(
    () => expect.fail('it did not fail'),
    (error: unknown) => error as StoreError,
  );

describe('the protocol of a FHIR store', () => {
  it('creates under a condition, and changes under another', async () => {
    const identifier = { system: 'https://example.org', value: 'a b' };
    const create = scripted([json(stored('1', { identifier }), 201)]);
    await create.store.save(response({ identifier }));
    expect(create.asked[0]?.url).to.equal(`${BASE}/${TYPE}`);
    expect(create.asked[0]?.headers.get('If-None-Exist')).to.equal(
      'identifier=https%3A%2F%2Fexample.org%7Ca%20b',
    );

    const update = scripted([json(stored('8')), json(bundle([stored('8'), stored('7')]))]);
    await update.store.save(stored('7'), stored('7'));
    expect(update.asked[0]).to.include({ method: 'PUT', url: `${BASE}/${TYPE}/r` });
    expect(update.asked[0]?.headers.get('If-Match')).to.equal('W/"7"');
  });

  for (const status of [409, 412]) {
    it(`takes ${String(status)} for a conflict, and for none where its own save had got through`, async () => {
      const theirs = stored('9', { status: 'stopped' });
      const { store } = scripted([nothing(status), json(theirs)]);
      expect(await store.save(stored('7'), stored('7'))).to.deep.equal({ conflict: theirs });
      const own = scripted([
        nothing(status),
        json(stored('8', { status: 'amended', text: { div: 'told by the server' } })),
      ]);
      const result = await own.store.save(stored('7', { status: 'amended' }), stored('7'));
      expect(result).to.have.property('saved');
    });
  }

  it('says "try later" where the server refuses although nobody else wrote', async () => {
    const { store } = scripted([nothing(409), json(stored('7'))]);
    expect(await failure(store.save(stored('7', { status: 'amended' }), stored('7')))).to.include({
      reason: 'offline',
    });
  });

  it('says "try later" where the server refuses what is new, and holds nothing', async () => {
    const { store } = scripted([json(bundle([])), nothing(409), nothing(404)]);
    expect(await failure(store.save(response({ id: 'r' })))).to.include({ reason: 'offline' });
  });

  it('notices a server that ignores If-Match, tells what was written over, and looks first from then on', async () => {
    const theirs = stored('8', { status: 'stopped' });
    const { store, asked } = scripted([
      json(stored('9', { status: 'amended' })),
      json(bundle([stored('9'), theirs, stored('7')])),
      json(stored('9', { status: 'amended' })),
      json(stored('10', { status: 'entered-in-error' })),
    ]);
    expect(await store.save(stored('7', { status: 'amended' }), stored('7'))).to.deep.equal({
      conflict: theirs,
    });
    const merged = await store.save(stored('8', { status: 'entered-in-error' }), theirs);
    expect(merged).to.have.property('saved');
    expect(asked.map(({ method }) => method)).to.deep.equal(['PUT', 'GET', 'GET', 'PUT']);
  });

  it('reads back what a server does not return', async () => {
    const location = { Location: `${BASE}/${TYPE}/r/_history/1` };
    const { store, asked } = scripted([nothing(201, location), json(stored('1'))]);
    expect(await store.save(response())).to.deep.equal({ saved: stored('1') });
    expect(asked[1]?.url).to.equal(`${BASE}/${TYPE}/r`);
  });

  for (const status of [401, 403] as const) {
    it(`tells the host of ${String(status)} once, until it is signed in again`, async () => {
      const told: number[] = [];
      const { store } = scripted(
        [nothing(status), nothing(status), json(bundle([])), nothing(status), nothing(status)],
        { onUnauthorized: (given) => told.push(given) },
      );
      for (let attempt = 0; attempt < 2; attempt += 1)
        expect(await failure(store.search(TYPE, {}))).to.include({ reason: 'unauthorized' });
      expect(told).to.deep.equal([status]);
      await store.search(TYPE, {});
      await failure(store.search(TYPE, {}));
      expect(told).to.deep.equal([status, status]);
      store.retry();
      await failure(store.search(TYPE, {}));
      expect(told).to.have.length(3);
    });
  }

  for (const status of [429, 503]) {
    it(`waits after ${String(status)} as long as the server asks, and then gives up for now`, async () => {
      const { store, waits, asked } = scripted([nothing(status, { 'Retry-After': '2' }), json(bundle([]))]);
      expect(await store.search(TYPE, {})).to.deep.equal([]);
      expect(waits).to.deep.equal([2000]);
      expect(asked).to.have.length(2);
      const busy = scripted([nothing(status)]);
      expect(await failure(busy.store.search(TYPE, {}))).to.include({ reason: 'offline' });
      expect(busy.asked).to.have.length(3);
      const long = scripted([nothing(status, { 'Retry-After': '600' })]);
      expect(await failure(long.store.search(TYPE, {}))).to.include({
        reason: 'offline',
        retryAfter: 600_000,
      });
      expect(long.asked, 'a person does not wait ten minutes').to.have.length(1);
    });
  }

  it('takes a date for Retry-After too', async () => {
    const { store, waits } = scripted([
      nothing(503, { 'Retry-After': new Date(Date.now() + 3000).toUTCString() }),
      json(bundle([])),
    ]);
    await store.search(TYPE, {});
    expect(waits[0]).to.be.within(1000, 3100);
  });

  it('tells the reason in the server’s own words', async () => {
    const outcome = {
      resourceType: 'OperationOutcome',
      issue: [{ diagnostics: 'item.linkId is missing', expression: ['item[0]'] }],
    };
    const error = await failure(scripted([json(outcome, 422)]).store.save(response()));
    expect(error).to.include({ reason: 'refused' });
    expect(error.message)
      .to.contain('422')
      .and.to.contain('item.linkId is missing')
      .and.to.contain('item[0]');
  });

  it('says that the server cannot be reached, or does not answer in time', async () => {
    const away = scripted([() => Promise.reject(new TypeError('Failed to fetch'))]);
    expect(await failure(away.store.search(TYPE, {}))).to.include({ reason: 'offline' });
    const silent = scripted([() => new Promise<Response>(() => undefined)], { timeout: 30 });
    expect(await failure(silent.store.search(TYPE, {}))).to.include({ reason: 'timeout' });
  });

  it('gives up at sign-out what is under way', async () => {
    const { store } = scripted([() => new Promise<Response>(() => undefined)]);
    const search = failure(store.search(TYPE, {}));
    await store.clear();
    expect((await search).message).to.contain('sign-out');
  });

  it('follows the pages of a search, as far as it needs', async () => {
    const pages = [
      json(bundle([stored('1')], `${BASE}/${TYPE}?page=2`)),
      json(bundle([stored('2', { id: 's' })])),
    ];
    expect(await scripted(pages).store.search(TYPE, {})).to.have.length(2);
    const enough = scripted(pages);
    expect(await enough.store.search(TYPE, { _count: 1 })).to.have.length(1);
    expect(enough.asked).to.have.length(1);
  });

  it('carries the sign-in to no other server', async () => {
    const { store, asked } = scripted([json(bundle([stored('1')], 'https://elsewhere.example/next'))]);
    expect((await failure(store.search(TYPE, {}))).message).to.contain('elsewhere.example');
    expect(asked).to.have.length(1);
  });

  it('asks for no news while the person is signed out, and goes on when they are in again', async () => {
    let status = 401;
    const { store, asked } = scripted([() => new Response('{}', { status })], { interval: 5 });
    const stop = store.watch(TYPE, { subject: 'Patient/1' }, () => undefined);
    await pause(100);
    expect(asked).to.have.length(1);
    status = 200;
    store.retry();
    await until(() => asked.length > 2);
    stop();
  });

  it('asks for news while the page is in sight, and stops when it is not', async () => {
    const base = freshServer();
    let requests = 0;
    const store = storeOn(base, {
      interval: 10,
      fetch: (...args) => {
        requests += 1;
        return fetch(...args);
      },
    });
    const stop = store.watch(TYPE, { subject: 'Patient/1' }, () => undefined);
    const more = async (than: number): Promise<void> => {
      for (let round = 0; round < 200 && requests <= than; round += 1) await pause(20);
      expect(requests).to.be.greaterThan(than);
    };
    await more(2);
    const hide = (isHidden: boolean): void => {
      Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    hide(true);
    await pause(100);
    const whileHidden = requests;
    await pause(150);
    expect(requests, 'hidden').to.equal(whileHidden);
    hide(false);
    await more(whileHidden);
    stop();
    Reflect.deleteProperty(document, 'hidden');
  });
});
