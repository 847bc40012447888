import { expect } from '@open-wc/testing';
import type { StoreChange } from '../../../src/context/store.js';
import type { Resource } from '../../../src/fhir/resource.js';
import { answering, bundle, failure, json, nothing } from '../../support/scripted-server.js';
import { until } from '../../support/until.js';
import { examples } from '../../suites/examples.js';

/*
 * A service whose searches and readings know of a write only seconds later.
 */

const SECOND = 1000;
const idsIn = (found: readonly Resource[]): readonly unknown[] => found.map(({ id }) => id);

for (const { type, make: of, changes, whose } of examples) {
  const name = { system: 'https://example.org', value: 'x' };
  const identifier = type === 'QuestionnaireResponse' ? name : [name];
  const make = (more: object = {}): Resource => of(1, type === 'Provenance' ? more : { identifier, ...more });
  const version = (versionId: string, lastUpdated: string, more: object = {}): Resource => ({
    ...make(more),
    id: 'x',
    meta: { versionId, lastUpdated },
  });
  const first = version('a', '2026-11-23T10:00:00Z');
  const second = version('b', '2026-11-23T10:00:05Z', changes[0]);

  /** A server that takes each write, and finds and reads what `known` says. */
  function lagging(known: Resource[] = []) {
    const clock = { now: 0 };
    const server = { known, refuses: false };
    const { store, asked } = answering(
      ({ method, path }) => {
        if (method !== 'GET' && server.refuses) return new Response(null, { status: 404 });
        if (method === 'POST') return new Response(JSON.stringify(first), { status: 201 });
        if (method === 'PUT') return new Response(JSON.stringify(second));
        if (path.includes('?')) return new Response(JSON.stringify(bundle(server.known)));
        const [found] = server.known;
        return (found ? json(found) : nothing(404))({} as never);
      },
      { now: () => clock.now, interval: 600_000 },
    );
    return { store, asked, clock, server };
  }

  describe(`a search for a ${type} that lags`, () => {
    it('does not make vanish what was just written: on the screen, by its id, and for whoever watches', async () => {
      const { store } = lagging();
      await store.save(make());
      expect(await store.search(type, whose(1))).to.deep.equal([first]);
      expect(await store.search(type, whose(2))).to.deep.equal([]);
      expect(await store.read(type, 'x')).to.deep.equal(first);
      const told: StoreChange[] = [];
      const stop = store.watch(type, whose(1), (change) => told.push(change));
      await until(() => told.length > 0);
      expect(told).to.deep.equal([{ saved: first }]);
      stop();
    });

    it('gives what it was changed to in place of what it was before', async () => {
      const { store } = lagging([first]);
      expect(await store.save(second, first)).to.deep.equal({ saved: second });
      expect(await store.search(type, whose(1))).to.deep.equal([second]);
      expect(await store.read(type, 'x')).to.deep.equal(second);
      expect(idsIn(await store.search(type, { ...whose(1), _elements: 'id' }))).to.deep.equal(['x']);
    });

    it('gives what others have written since, in whatever offset its time is', async () => {
      const { store, server } = lagging([first]);
      await store.save(second, first);
      const theirs = version('c', '2026-11-23T11:00:06+01:00', changes[1]);
      server.known = [theirs];
      expect(await store.search(type, whose(1))).to.deep.equal([theirs]);
      const older = version('d', '2026-11-23T12:00:04+02:00', changes[1]);
      server.known = [older];
      expect(await store.search(type, whose(1)), 'of the seconds before').to.deep.equal([second]);
    });

    it('is believed after a while, and after a sign-out', async () => {
      const { store, clock } = lagging();
      await store.save(make());
      clock.now = 29 * SECOND;
      expect(await store.search(type, whose(1))).to.have.length(1);
      clock.now = 31 * SECOND;
      expect(await store.search(type, whose(1))).to.deep.equal([]);
      await store.save(make());
      await store.clear();
      expect(await store.search(type, whose(1))).to.deep.equal([]);
    });

    it('is not taken for somebody else’s deletion', async () => {
      const { store, server, clock } = lagging();
      await store.save(make());
      server.refuses = true;
      expect(await failure(store.save(second, first))).to.include({ reason: 'offline' });
      clock.now = 31 * SECOND;
      const error = await failure(store.save(second, first));
      expect(error).to.include({ reason: 'refused' });
      expect(error.message).to.contain('not hold it any more');
    });
  });
}
