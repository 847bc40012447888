import { expect } from '@open-wc/testing';
import type { StoreChange } from '../../../src/context/store.js';
import type { QuestionnaireResponse, Resource } from '../../../src/fhir/resource.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { createMemoryQueue } from '../../../src/store/outbox/queue.js';
import { StoreError } from '../../../src/store/store-error.js';
import { cutStore, outboxOver, stopOutboxes, until } from '../../support/outbox.js';
import { answers } from '../../support/resources.js';
import { expectValid } from '../../support/validator.js';

const TYPE = 'QuestionnaireResponse';
const mine = (status: QuestionnaireResponse['status'] = 'completed'): QuestionnaireResponse => ({
  ...answers('one'),
  status,
});
const others = (): QuestionnaireResponse => ({ ...answers('two'), subject: { reference: 'Patient/2' } });

const statuses = (found: readonly Resource[]): readonly string[] =>
  (found as QuestionnaireResponse[]).map(({ status }) => status);

afterEach(stopOutboxes);

describe('an outbox', () => {
  for (const reason of ['offline', 'timeout', 'unauthorized'] as const) {
    it(`keeps a save that fails for "${reason}", and delivers it once later`, async () => {
      const { store, inner, cut } = cutStore();
      const outbox = outboxOver(store);
      cut.reason = reason;
      const result = await outbox.save(mine());
      expect(result).to.have.property('queued');
      expect(statuses(await inner.search(TYPE, {}))).to.deep.equal([]);
      expect(await outbox.waiting()).to.have.length(1);
      delete cut.reason;
      await outbox.deliver();
      expect(statuses(await inner.search(TYPE, {}))).to.deep.equal(['completed']);
      expect(await outbox.waiting()).to.deep.equal([]);
      const [saved] = await inner.search(TYPE, {});
      expect(saved).to.deep.include(mine());
    });
  }

  for (const reason of ['refused', 'invalid', 'full'] as const) {
    it(`lets the caller know of "${reason}" and keeps nothing`, async () => {
      const { store, cut } = cutStore();
      const outbox = outboxOver(store);
      cut.reason = reason;
      const failure = await outbox.save(mine()).catch((error: unknown) => error as StoreError);
      expect(failure).to.include({ reason });
      expect(await outbox.waiting()).to.deep.equal([]);
    });
  }

  it('delivers what waits by itself, when the store is there again', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    cut.reason = 'offline';
    await outbox.save(mine());
    delete cut.reason;
    await until(async () => (await inner.search(TYPE, {})).length === 1);
  });

  it('saves once what got through although the answer was lost', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    Object.assign(cut, { reason: 'offline', after: true });
    await outbox.save(mine());
    delete cut.reason;
    await outbox.deliver();
    const [saved] = await inner.search(TYPE, {});
    expect(await inner.history(TYPE, saved!.id!)).to.have.length(1);
  });

  it('delivers the changes to what waits after it, in their order', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    cut.reason = 'offline';
    const first = await outbox.save(mine());
    const base = 'queued' in first ? first.queued : undefined;
    const second = await outbox.save({ ...base, status: 'amended' } as Resource, base);
    const later = 'queued' in second ? second.queued : undefined;
    await outbox.save({ ...later, status: 'entered-in-error' } as Resource, later);
    delete cut.reason;
    await outbox.deliver();
    const [saved] = await inner.search(TYPE, {});
    expect(statuses(await inner.history(TYPE, saved!.id!))).to.deep.equal([
      'entered-in-error',
      'amended',
      'completed',
    ]);
  });

  it('shows a person what waits, also while the store cannot be reached', async () => {
    const { store, cut } = cutStore();
    const outbox = outboxOver(store);
    const saved = await outbox.save(mine());
    const base = 'saved' in saved ? saved.saved : undefined;
    cut.reason = 'offline';
    await outbox.save({ ...base, status: 'amended' } as Resource, base);
    expect(statuses(await outbox.search(TYPE, { subject: 'Patient/1' }))).to.deep.equal(['amended']);
    expect(statuses([(await outbox.read(TYPE, base!.id!))!])).to.deep.equal(['amended']);
    expect(await outbox.search(TYPE, { subject: 'Patient/2' }).catch((error: unknown) => error)).to.include({
      reason: 'offline',
    });
    delete cut.reason;
    expect(statuses(await outbox.search(TYPE, { subject: 'Patient/1' }))).to.deep.equal(['amended']);
  });

  it('tells of a conflict that comes late, keeps what the person said, and is done when they have chosen', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    const first = await outbox.save(mine());
    const base = 'saved' in first ? first.saved : undefined;
    const seen: StoreChange[] = [];
    const stop = outbox.watch(TYPE, { subject: 'Patient/1' }, (change) => seen.push(change));
    cut.reason = 'offline';
    await outbox.save({ ...base, status: 'amended' } as Resource, base);
    await inner.save({ ...base, status: 'stopped' } as Resource, base);
    delete cut.reason;
    await outbox.deliver();
    await until(() => seen.some((change) => 'conflict' in change));
    const late = seen.find((change) => 'conflict' in change)!;
    expect(statuses([late.conflict, late.mine])).to.deep.equal(['stopped', 'amended']);
    expect((await outbox.waiting()).map(({ state }) => state)).to.deep.equal(['conflict']);

    const afterReload: StoreChange[] = [];
    const stopAgain = outbox.watch(TYPE, { subject: 'Patient/1' }, (change) => afterReload.push(change));
    await until(() => afterReload.some((change) => 'conflict' in change));

    await outbox.save({ ...late.mine, id: base!.id }, late.conflict);
    expect(await outbox.waiting()).to.deep.equal([]);
    expect(statuses(await inner.history(TYPE, base!.id!))).to.deep.equal(['amended', 'stopped', 'completed']);
    stop();
    stopAgain();
  });

  it('keeps a conflict that another tab, which knows nothing of it, saves past', async () => {
    const { store, inner, cut } = cutStore();
    const queue = createMemoryQueue();
    const [here, there] = [outboxOver(store, { queue }), outboxOver(store, { queue })];
    const first = await here.save(mine());
    const base = 'saved' in first ? first.saved : undefined;
    cut.reason = 'offline';
    await here.save({ ...base, status: 'amended' } as Resource, base);
    const theirs = await inner.save({ ...base, status: 'stopped' } as Resource, base);
    delete cut.reason;
    await here.deliver();
    const held = 'saved' in theirs ? theirs.saved : undefined;
    await there.save({ ...held, status: 'in-progress' } as Resource, held);
    expect((await here.waiting()).map(({ state }) => state)).to.deep.equal(['conflict']);
  });

  it('tells of no version after a newer one that was found before it was known how the save ended', async () => {
    const { store, inner, cut } = cutStore();
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    let find: ((saved: Resource) => void) | undefined;
    const outbox = outboxOver({
      ...store,
      save: async (...given) => {
        const result = await store.save(...given);
        await ended;
        return result;
      },
      watch: (_type, _params, onChange) => {
        find = (saved) => {
          onChange({ saved });
        };
        return () => undefined;
      },
    });
    const told: (string | undefined)[] = [];
    outbox.watch(TYPE, { subject: 'Patient/1' }, (change) => {
      if ('saved' in change) told.push(change.saved.meta?.versionId);
    });
    cut.reason = 'offline';
    await outbox.save(mine());
    delete cut.reason;
    const delivering = outbox.deliver();
    const [first] = await until(async () => {
      const found = await inner.search(TYPE, {});
      return found.length > 0 && found;
    }, 'what was saved');
    const later = new Date(Date.parse(first!.meta!.lastUpdated!) + 1000).toISOString();
    find!({ ...first!, meta: { versionId: 'newer', lastUpdated: later } });
    end();
    await delivering;
    expect(told).to.deep.equal(['newer']);
  });

  it('does not hold up one person for the conflict of another', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    const first = await outbox.save(mine());
    const base = 'saved' in first ? first.saved : undefined;
    cut.reason = 'offline';
    await outbox.save({ ...base, status: 'amended' } as Resource, base);
    await outbox.save(others());
    await inner.save({ ...base, status: 'stopped' } as Resource, base);
    delete cut.reason;
    await outbox.deliver();
    expect(await inner.search(TYPE, { subject: 'Patient/2' })).to.have.length(1);
  });

  it('gives everything that waits as a Bundle', async () => {
    const { store, cut } = cutStore();
    const outbox = outboxOver(store);
    cut.reason = 'offline';
    await outbox.save(mine());
    await outbox.save(others());
    const bundle = await outbox.exportWaiting('Patient/1');
    expect(bundle.entry?.map(({ resource }) => resource)).to.deep.equal([mine()]);
    expect((await outbox.exportWaiting()).entry).to.have.length(2);
    await expectValid(bundle);
  });

  it('forgets at sign-out what waits about that person, and delivers none of it afterwards', async () => {
    const { store, inner, cut } = cutStore();
    const outbox = outboxOver(store);
    cut.reason = 'offline';
    await outbox.save(mine());
    await outbox.save(others());
    await outbox.clear('Patient/1');
    delete cut.reason;
    await outbox.deliver();
    expect(await inner.search(TYPE, { subject: 'Patient/1' })).to.deep.equal([]);
    expect(await inner.search(TYPE, { subject: 'Patient/2' })).to.have.length(1);
  });

  it('saves what can be saved while its queue cannot be written', async () => {
    const broken = { ...createMemoryQueue(), add: () => Promise.reject(new StoreError('full', 'full')) };
    const outbox = outboxOver(createMemoryStore(), { queue: broken });
    expect(await outbox.save(mine())).to.have.property('saved');
  });
});
