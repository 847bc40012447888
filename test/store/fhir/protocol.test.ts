import { expect } from '@open-wc/testing';
import type { Resource } from '../../../src/fhir/resource.js';
import { answers } from '../../support/resources.js';
import { BASE, bundle, failure, json, nothing, scripted } from '../../support/scripted-server.js';

const TYPE = 'QuestionnaireResponse';

const response = (more: object = {}): Resource => ({ ...answers('one'), ...more });
const stored = (versionId: string, more: object = {}): Resource => ({
  ...response(),
  id: 'r',
  meta: { versionId },
  ...more,
});
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
    expect(update.asked[1]?.path, 'a history in pages that are worth it').to.contain('_count=200');
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

  const led = (): Response => Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });
  const signIns = { 'a 401': nothing(401), 'a redirect, which is not followed': led } as const;
  for (const [what, wanted] of Object.entries(signIns)) {
    it(`tells the host of ${what} once, until it is signed in again`, async () => {
      let told = 0;
      const { store } = scripted([wanted, wanted, json(bundle([])), wanted, wanted], {
        onUnauthorized: () => (told += 1),
      });
      for (let attempt = 0; attempt < 2; attempt += 1)
        expect(await failure(store.search(TYPE, {}))).to.include({ reason: 'unauthorized' });
      expect(told).to.equal(1);
      await store.search(TYPE, {});
      await failure(store.search(TYPE, {}));
      expect(told).to.equal(2);
      store.retry();
      await failure(store.search(TYPE, {}));
      expect(told).to.equal(3);
    });
  }

  it('asks for no sign-in where one resource is forbidden', async () => {
    let told = 0;
    const { store } = scripted([nothing(403)], { onUnauthorized: () => (told += 1) });
    expect(await failure(store.save(response()))).to.include({ reason: 'refused' });
    expect(told).to.equal(0);
  });

  it('lets no request be led elsewhere', async () => {
    const modes: unknown[] = [];
    const { store } = scripted([json(bundle([]))], {
      fetch: (_input, init) => {
        modes.push(init?.redirect);
        return Promise.resolve(new Response(JSON.stringify(stored('1'))));
      },
    });
    await store.search(TYPE, {});
    await store.read(TYPE, 'r');
    await store.save(response());
    expect(new Set(modes)).to.deep.equal(new Set(['manual']));
  });

  for (const id of ['..', '.', 'a/b', 'a b', '', 'x'.repeat(65)]) {
    it(`asks nothing for the id "${id.slice(0, 9)}"`, async () => {
      const { store, asked } = scripted([json(bundle([]))]);
      const attempts = [
        store.read(TYPE, id),
        store.history(TYPE, id),
        store.save(stored('1', { id }), stored('1', { id })),
      ];
      for (const attempt of attempts) expect(await failure(attempt)).to.include({ reason: 'invalid' });
      expect(asked).to.deep.equal([]);
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
    const start = Date.now();
    const inTenMinutes = new Date(start + 600_000).toUTCString();
    const { store } = scripted([nothing(503, { 'Retry-After': inTenMinutes })]);
    const { retryAfter } = await failure(store.search(TYPE, {}));
    // The header leaves out the parts of a second; how long this took is left out here
    expect(retryAfter).to.be.within(599_000 - (Date.now() - start), 600_000);
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

  const elsewhere = [
    'https://elsewhere.example/next',
    'https://fhir.example.org/logout',
    'https://fhir.example.org/r4-of-another-tenant/Goal?page=2',
    '../logout',
    '/logout',
  ];
  for (const next of elsewhere) {
    it(`carries the sign-in nowhere but below its address: ${next}`, async () => {
      const { store, asked } = scripted([json(bundle([stored('1')], next))]);
      expect(await failure(store.search(TYPE, {}))).to.include({ reason: 'refused' });
      expect(asked).to.have.length(1);
    });
  }

  for (const next of [`${BASE}?_getpages=2`, `${TYPE}?page=2`]) {
    it(`follows a page below its address: ${next}`, async () => {
      const { store, asked } = scripted([json(bundle([stored('1')], next)), json(bundle([]))]);
      await store.search(TYPE, {});
      expect(asked[1]?.url).to.equal(new URL(next, `${BASE}/`).href);
    });
  }

  it('asks for no page twice', async () => {
    const { store, asked } = scripted([json(bundle([stored('1')], `${BASE}/${TYPE}?page=2`))]);
    expect((await failure(store.search(TYPE, {}))).message).to.contain('have no end');
    expect(asked).to.have.length(2);
  });
});
