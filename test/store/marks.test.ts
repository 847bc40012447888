import { expect } from '@open-wc/testing';
import type { AllianceStore, Outbox, StoreChange } from '../../src/context/store.js';
import type { Resource } from '../../src/fhir/resource.js';
import { openDevice } from '../../src/store/device/open-device.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { createMemoryQueue, type QueuedEntry } from '../../src/store/outbox/queue.js';
import { examples, type Example } from '../suites/examples.js';
import { savedOf } from '../suites/store.js';
import { cutStore, outboxOver, stopOutboxes, until } from '../support/outbox.js';
import { answers, score } from '../support/resources.js';

/*
 * An outbox of former versions marked what waited by a tag in it, which named its place in the queue. Such resources have
 * come to servers and pages since: the mark says nothing any more, and goes no further.
 */

const SYSTEM = 'urn:alliance-elements:outbox';
const theirs = { system: 'https://example.org/tags', code: 'theirs' };
const mark = (place: number, code = 'waiting') => ({ id: String(place), system: SYSTEM, code });

/** Bears a mark, beside what others have tagged it with. */
const marked = <Kept extends Resource>(resource: Kept, place = 1, code = 'waiting'): Kept => ({
  ...resource,
  meta: { ...resource.meta, tag: [theirs, mark(place, code)] },
});

const tagsOf = (resource: Resource | undefined): unknown => resource?.meta?.tag;

afterEach(stopOutboxes);

const stores: Readonly<Record<string, () => AllianceStore>> = {
  memory: createMemoryStore,
  device: () => openDevice('marks').store,
  outbox: () => outboxOver(createMemoryStore()),
};

for (const [where, open] of Object.entries(stores)) {
  describe(`a store (${where}) that is given a mark`, () => {
    for (const { type, make, changes } of examples) {
      it(`keeps no mark of a ${type}, and all other tags`, async () => {
        const store = open();
        await store.clear();
        const first = savedOf(await store.save(marked(make())));
        expect(tagsOf(first)).to.deep.equal([theirs]);
        const changed = await store.save(marked({ ...first, ...changes[0] }), marked(first));
        expect(changed, 'a change of what it was made on').to.have.nested.property(
          'saved.meta.versionId',
          '2',
        );
        expect(await store.history(type, first.id!)).to.have.length(2);
        expect(JSON.stringify(await store.history(type, first.id!))).to.not.contain(SYSTEM);
      });
    }

    it('takes a tag for what it is, however it is written', async () => {
      const store = open();
      await store.clear();
      for (const tag of [mark(1), [null, mark(1)], { system: 5 }]) {
        const odd = { ...answers('odd'), id: undefined, meta: { tag } } as unknown as Resource;
        await store.clear();
        expect(JSON.stringify(await store.save(odd))).to.not.contain(SYSTEM);
      }
    });
  });
}

/** A store that stored marks, and marks all that it gives. */
function markingStore(place: number, code: string) {
  const { store, inner, cut } = cutStore();
  const written: Resource[] = [];
  const give = <Found extends Resource | undefined>(found: Found): Found =>
    found && marked(found, place, code);
  const marking: AllianceStore = {
    ...store,
    read: async (...args) => give(await store.read(...args)),
    search: async (...args) => (await store.search(...args)).map(give),
    history: async (...args) => (await store.history(...args)).map(give),
    watch: (type, params, onChange) =>
      store.watch(type, params, (change) => {
        onChange('saved' in change ? { saved: give(change.saved) } : change);
      }),
    async save(resource, base) {
      written.push(resource);
      const result = await store.save(resource, base);
      if ('conflict' in result) return { conflict: give(result.conflict) };
      return 'saved' in result ? { saved: give(result.saved) } : result;
    },
  };
  return { store: marking, inner, cut, written };
}

for (const code of ['waiting', 'conflict', 'refused', 'expired']) {
  describe(`a server that marks all that it gives as "${code}"`, () => {
    const open = (example: Example) => {
      const { store, inner, cut, written } = markingStore(1, code);
      const outbox = outboxOver(store, { interval: 600_000 });
      const stored = async (): Promise<Resource> => savedOf(await inner.save(example.make()));
      return { outbox, inner, cut, written, stored };
    };

    for (const example of examples) {
      const { type, whose, changes } = example;
      it(`is not believed: its ${type} does not wait`, async () => {
        const { outbox, stored } = open(example);
        const told: StoreChange[] = [];
        outbox.watch(type, whose(), (change) => told.push(change));
        const { id } = await stored();
        await until(() => told.length > 0);
        const [found] = await outbox.search(type, whose());
        const given = [await outbox.read(type, id!), found, ...(await outbox.history(type, id!))];
        const heard = told.flatMap((change) => ('saved' in change ? change.saved : []));
        for (const one of [...given, ...heard]) {
          expect(one?.id).to.equal(id);
          expect(outbox.standingOf(one!)).to.equal(undefined);
        }
        expect(await outbox.waiting()).to.deep.equal([]);
      });

      it(`has its ${type} changed, and is sent no mark: now, later and in a conflict`, async () => {
        const { outbox, inner, cut, written, stored } = open(example);
        const { id } = await stored();
        const base = await outbox.read(type, id!);
        const changed = savedOf(await outbox.save({ ...base, ...changes[0] } as Resource, base));
        expect(changed.meta?.versionId).to.equal('2');
        cut.reason = 'offline';
        await outbox.save({ ...changed, ...changes[1] }, changed);
        delete cut.reason;
        await outbox.deliver();
        expect((await inner.read(type, id!))?.meta?.versionId, 'the same one').to.equal('3');
        const late = await outbox.save({ ...base, ...changes[0], language: 'es' } as Resource, base);
        expect(late).to.have.nested.property('conflict.meta.versionId', '3');
        expect(await inner.search(type, {})).to.have.length(1);
        expect(JSON.stringify([written, await inner.history(type, id!)])).to.not.contain(SYSTEM);
      });

      it(`lets a change to its ${type} be taken back that was never on its way`, async () => {
        const { outbox, inner, cut, stored } = open(example);
        const { id } = await stored();
        const base = await outbox.read(type, id!);
        // Something that waits, so that the network is not tried
        Object.assign(cut, { reason: 'offline', retryAfter: 600_000 });
        await outbox.save(answers('before'));
        const waiting = await outbox.save({ ...base, ...changes[0] } as Resource, base);
        expect(waiting).to.have.property('queued');
        expect(await outbox.drop({ ...base, ...changes[0] } as Resource)).to.equal('dropped');
        delete cut.reason;
        expect((await inner.read(type, id!))?.meta?.versionId).to.equal('1');
      });
    }
  });
}

describe('what waits in an outbox', () => {
  const other = (name: string): Resource =>
    Object.assign(answers(name), { subject: { reference: 'Patient/2' } });
  const states = async (outbox: Outbox) =>
    (await outbox.waiting()).map(
      ({ resource, state }) =>
        `${JSON.stringify(resource).includes('Patient/2') ? 'Patient/2' : 'Patient/1'} ${state}`,
    );

  /** A page on which something is refused that nobody waited for. */
  async function withRefused(resource: Resource, derived = false) {
    const { store, inner, cut } = cutStore();
    const queue = createMemoryQueue();
    const outbox = outboxOver(store, { interval: 600_000, queue });
    cut.reason = 'offline';
    await outbox.saveAll([{ resource, derived }]);
    cut.reason = 'refused';
    await outbox.deliver();
    delete cut.reason;
    const [entry] = await queue.all();
    expect(entry?.state).to.equal('refused');
    return { outbox, inner, cut, queue, entry: entry! };
  }

  it('is not ended by a resource that bears the mark of its place', async () => {
    const { outbox, entry } = await withRefused(answers('mine'));
    for (const code of ['waiting', 'conflict', 'refused', 'expired']) {
      const host = marked(answers(`host ${code}`), entry.sequence, code);
      const saved = savedOf(await outbox.save(host));
      await outbox.save(
        marked({ ...saved, status: 'amended' } as Resource, entry.sequence, code),
        marked(saved, entry.sequence, code),
      );
    }
    expect(await states(outbox)).to.deep.equal(['Patient/1 refused']);
  });

  it('is not ended by a save of another resource that says so', async () => {
    const { outbox, inner, queue, entry } = await withRefused(answers('mine'));
    const { sequence, ...rest } = entry;
    const forged: Omit<QueuedEntry, 'sequence'>[] = [
      {
        ...rest,
        resource: answers('forged'),
        key: 'forged',
        lane: 'forged',
        state: 'waiting',
        settles: [sequence],
      },
      { ...rest, resource: answers('beside'), key: 'beside', state: 'waiting', settles: [sequence] },
    ];
    await queue.add(forged);
    await outbox.deliver();
    expect(await inner.search('QuestionnaireResponse', {})).to.have.length(2);
    expect(await states(outbox)).to.deep.equal(['Patient/1 refused']);
  });

  it('is neither ended nor followed by what another person has of the same name', async () => {
    const { outbox, inner } = await withRefused(score('same', 1), true);
    const theirs = Object.assign(score('same', 2), { subject: { reference: 'Patient/2' } });
    await outbox.saveAll([{ resource: other('same') }, { resource: theirs, derived: true }]);
    expect(await inner.search('Observation', { subject: 'Patient/2' })).to.have.length(1);
    expect(await states(outbox)).to.deep.equal(['Patient/1 refused']);
  });

  it('does not hold up what another person has of the same name', async () => {
    const { store, inner, cut } = cutStore();
    const queue = { ...createMemoryQueue(), isLasting: true };
    let subject = 'Patient/1';
    const outbox = outboxOver(store, {
      interval: 600_000,
      queue,
      present: () => ({ subject, author: undefined }),
    });
    cut.reason = 'offline';
    await outbox.save(answers('same'));
    subject = 'Patient/2';
    delete cut.reason;
    expect(await outbox.save(other('same'))).to.have.property('saved');
    expect(await outbox.drop(other('same')), 'theirs has arrived').to.equal('maybe-sent');
    subject = 'Patient/1';
    expect(await states(outbox)).to.deep.equal(['Patient/1 waiting']);
    expect(await inner.search('QuestionnaireResponse', {})).to.have.length(1);
  });
});
