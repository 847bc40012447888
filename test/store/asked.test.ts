import { expect } from '@open-wc/testing';
import type { AllianceStore, SearchParams, StoreChange } from '../../src/context/store.js';
import type { Resource } from '../../src/fhir/resource.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { examples, foundByAll, type Example } from '../suites/examples.js';
import { failureOf } from '../suites/store.js';
import { outboxOver, stopOutboxes } from '../support/outbox.js';
import { answering, BASE, bundle, json, type Answer } from '../support/scripted-server.js';
import { until } from '../support/until.js';

/*
 * Servers, and stores of portals, that answer with something else than what was asked for.
 */

const named = (resource: Resource, id: string): Resource => ({
  ...resource,
  ...{ id, meta: { versionId: '1', lastUpdated: '2026-11-23T10:00:00Z' } },
});

/** Stores that find these, whatever is asked. */
const finding: Readonly<Record<string, (found: readonly Resource[]) => AllianceStore>> = {
  'a server': (found) => answering(() => new Response(JSON.stringify(bundle(found))), { interval: 5 }).store,
  'a store of a portal': (found) =>
    outboxOver({
      ...createMemoryStore(),
      search: () => Promise.resolve([...found]),
      watch: (_type, _params, onChange) => {
        queueMicrotask(() => {
          for (const saved of found) onChange({ saved });
        });
        return () => undefined;
      },
    }),
};

const idsIn = (found: readonly Resource[]): readonly (string | undefined)[] => found.map(({ id }) => id);

afterEach(stopOutboxes);

for (const [name, holding] of Object.entries(finding)) {
  describe(`${name} that ignores parameters`, () => {
    for (const example of examples) {
      const { type, make, whose, finds } = example;

      it(`is not believed about a ${type}`, async () => {
        const store = holding([named(foundByAll(example), 'found')]);
        for (const [parameter, [, value, other]] of Object.entries(finds)) {
          expect(idsIn(await store.search(type, { [parameter]: value })), parameter).to.deep.equal(['found']);
          expect(idsIn(await store.search(type, { [parameter]: other })), parameter).to.deep.equal([]);
        }
        expect(idsIn(await store.search(type, { _id: 'other' }))).to.deep.equal([]);
        const elements = { ...whose(2), _elements: 'status,subject,for,target' };
        expect(idsIn(await store.search(type, elements)), 'of some elements').to.deep.equal([]);
      });

      it(`tells nobody of another person’s ${type}`, async () => {
        const store = holding([named(make(2), 'theirs'), named(make(1), 'mine')]);
        const told: StoreChange[] = [];
        const stop = store.watch(type, whose(1), (change) => told.push(change));
        await until(() => told.length > 0);
        stop();
        expect(told.flatMap((change) => ('saved' in change ? change.saved.id : []))).to.deep.equal(['mine']);
      });
    }

    it('is believed about parameters that only it knows', async () => {
      const [{ type, make, whose }] = examples as [Example];
      const store = holding([named(make(1), 'mine'), named(make(2), 'theirs')]);
      const params: SearchParams = { ...whose(1), '_has:Goal:subject:status': 'active' };
      expect(idsIn(await store.search(type, params))).to.deep.equal(['mine']);
    });
  });
}

/** A server that takes every write and answers with what a test says. */
const answers = (answer: Answer): AllianceStore => answering(answer).store;

describe('a write', () => {
  for (const example of examples) {
    const { type, make } = example;

    it(`goes on no ${type} of another person`, async () => {
      const base = named(make(2), 'theirs');
      const writes: string[] = [];
      const server = answering(({ method }) => {
        writes.push(method);
        return new Response(JSON.stringify(base));
      }).store;
      for (const store of [server, outboxOver(createMemoryStore()), createMemoryStore()]) {
        const theirs = store === server ? base : saved(await store.save(make(2)));
        expect((await failureOf(store.save(make(1), theirs))).reason).to.equal('invalid');
        expect(await failureOf(store.save(make(1), theirs)))
          .to.have.property('message')
          .that.contains('another person');
      }
      expect(writes).to.deep.equal([]);
    });

    it(`that is answered with another ${type} is not taken for done`, async () => {
      const theirs = named(make(2), '999');
      const elsewhere: Answer = ({ method }) =>
        method === 'POST'
          ? new Response(null, { status: 201, headers: { Location: `${BASE}/${type}/999` } })
          : new Response(JSON.stringify(method === 'GET' ? theirs : bundle([])));
      for (const answer of [json(theirs), json(theirs, 201), elsewhere]) {
        const failure = await failureOf(answers(answer).save(make(1)));
        expect(failure.reason, failure.message).to.equal('refused');
      }
    });
  }

  it('is no conflict with what a server finds by an identifier that it ignores', async () => {
    const laboratory = named(
      { ...examples[1]!.make(2), identifier: [{ value: 'lab' }] } as Resource,
      'lab-1',
    );
    const methods: string[] = [];
    const { store } = answering(({ method }) => {
      methods.push(method);
      return method === 'POST'
        ? new Response(null, { status: 412 })
        : new Response(JSON.stringify(bundle([laboratory])));
    });
    const failure = await failureOf(store.save(examples[1]!.make(1)));
    expect(failure.reason).to.equal('offline');
    expect(methods).to.not.include('PUT');
  });

  it('knows the whole address on the same server as the same person, on another as another', async () => {
    const [{ type, make }] = examples as [Example];
    const of = (reference: string): Resource =>
      named({ ...make(1), subject: { reference } } as unknown as Resource, 'x');
    const found = (reference: string) =>
      answers(json(bundle([of(reference)]))).search(type, { subject: 'Patient/1' });
    expect(idsIn(await found(`${BASE}/Patient/1`))).to.deep.equal(['x']);
    expect(idsIn(await found(`${BASE}/Patient/1/_history/2`))).to.deep.equal(['x']);
    expect(idsIn(await found('https://other.example.org/r4/Patient/1'))).to.deep.equal([]);
  });

  it('reads nothing under an id but what has it', async () => {
    const [{ type, make }] = examples as [Example];
    const other = named(make(1), 'other');
    expect(await answers(json(other)).read(type, 'wanted')).to.equal(undefined);
    expect(await answers(json(bundle([other]))).history(type, 'wanted')).to.deep.equal([]);
    const own = {
      ...createMemoryStore(),
      read: () => Promise.resolve(other),
      history: () => Promise.resolve([other]),
    };
    expect(await outboxOver(own).read(type, 'wanted')).to.equal(undefined);
    expect(await outboxOver(own).history(type, 'wanted')).to.deep.equal([]);
  });
});

const saved = (result: Awaited<ReturnType<AllianceStore['save']>>): Resource => {
  expect(result).to.have.property('saved');
  return (result as { readonly saved: Resource }).saved;
};
