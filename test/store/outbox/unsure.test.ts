import { expect } from '@open-wc/testing';
import type { AllianceStore, Outbox, Save, SaveResult, StoreReason } from '../../../src/context/store.js';
import type { Resource } from '../../../src/fhir/resource.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { failureIn, StoreError } from '../../../src/store/store-error.js';
import { freshServer, storeOn } from '../../support/fhir-server.js';
import { outboxOver, stopOutboxes, until } from '../../support/outbox.js';
import { goal, provenance, SUBJECT } from '../../support/resources.js';
import { examples } from '../../suites/examples.js';

/*
 * A store that may have taken something, although nobody heard of it: what is new is not made a second time while its
 * searches lag, and what a person sends in its place goes on from it.
 */

const SECOND = 1000;
const queue = openDevice('unsure').queue;
const named = (resource: Resource): Resource => {
  const name = { system: 'https://example.org', value: 'mine' };
  if (resource.resourceType === 'Provenance') return resource;
  const identifier = resource.resourceType === 'QuestionnaireResponse' ? name : [name];
  return { ...resource, identifier } as Resource;
};

/** A store that finds what was written only seconds later, also where it is to be made once; replies are lost. */
function lagging(clock: { now: number }) {
  const held: { resource: Resource; at: number }[] = [];
  const way: { reason?: StoreReason | undefined } = { reason: 'offline' };
  const found = (): Resource[] =>
    held.flatMap(({ resource, at }) => (clock.now - at > 8 * SECOND ? [resource] : []));
  const store: AllianceStore = {
    ...createMemoryStore(),
    search: (type) => Promise.resolve(found().filter(({ resourceType }) => resourceType === type)),
    save(resource): Promise<SaveResult> {
      const [known] = found();
      if (known) return Promise.resolve({ saved: known });
      const saved = { ...resource, id: String(held.length + 1), meta: { versionId: '1' } };
      held.push({ resource: saved, at: clock.now });
      const { reason } = way;
      return reason === undefined
        ? Promise.resolve({ saved })
        : Promise.reject(new StoreError(reason, 'cut'));
    },
  };
  return { store, held, way };
}

beforeEach(() => queue.clear());
afterEach(stopOutboxes);

for (const { type, make } of examples) {
  describe(`a new ${type} of which nobody heard whether it arrived`, () => {
    for (const reload of [false, true]) {
      it(`is made once on a store that lags${reload ? ', also after a reload' : ''}`, async () => {
        const clock = { now: Date.parse('2026-11-23T10:00:00Z') };
        const { store, held, way } = lagging(clock);
        const options = { queue, now: () => new Date(clock.now), settling: undefined, interval: 600_000 };
        const first = outboxOver(store, options);
        expect(await first.save(named(make()))).to.have.property('queued');
        way.reason = undefined;
        if (reload) first.stop();
        const outbox = reload ? outboxOver(store, options) : first;
        for (let second = 0; second < 9; second += 1) {
          clock.now += SECOND;
          await outbox.deliver();
        }
        expect(held).to.have.length(1);
        expect(await outbox.waiting(), 'nothing is said to be sent that was not found').to.have.length(1);
        clock.now += SECOND;
        await outbox.deliver();
        expect(await outbox.waiting()).to.deep.equal([]);
        expect(held).to.have.length(1);
      });
    }
  });
}

it('what a store has said no to, or wants a sign-in for, is sent again at once', async () => {
  const clock = { now: Date.parse('2026-11-23T10:00:00Z') };
  for (const reason of ['unauthorized', 'refused'] as const) {
    await queue.clear();
    const { store, held, way } = lagging(clock);
    way.reason = reason;
    const outbox = outboxOver(store, { queue, settling: undefined, interval: 600_000 });
    await outbox.save(goal('g')).catch(() => undefined);
    held.length = 0; // it was told to have taken nothing
    way.reason = undefined;
    if (reason === 'unauthorized') await outbox.deliver();
    else await outbox.save(goal('g'));
    expect(held, reason).to.have.length(1);
    expect(await outbox.waiting()).to.deep.equal([]);
  }
});

describe('what was told not to be taken, and had arrived', () => {
  /** A server that takes what it is sent, and says so with the page of a firewall; nothing else gets through either. */
  function stage() {
    const base = freshServer();
    const way = { isBlocked: true, isLagging: false };
    const page = (): Response => new Response('<!doctype html><title>Blocked</title>');
    const empty = (): Response => new Response(JSON.stringify({ resourceType: 'Bundle' }));
    const outbox = outboxOver(
      storeOn(base, {
        fetch: async (...args) => {
          const reply = await fetch(...args);
          const address = args[0] instanceof Request ? args[0].url : args[0].toString();
          const isSearch = args[1]?.method === 'GET' && /\w\?/.test(address) && !address.includes('_history');
          if (way.isLagging && isSearch) return empty();
          if (!way.isBlocked) return reply;
          return args[1]?.method === 'GET' ? empty() : page();
        },
      }),
      { queue, interval: 600_000 },
    );
    return { outbox, way, server: storeOn(base) };
  }
  const act = (text: string): readonly [Save, Save] => {
    const main = { ...goal('g'), description: { text } } as Resource;
    return [{ resource: main }, { resource: provenance('Goal', 'g', text), derived: true }];
  };

  /** Nothing waits; one goal is there in these versions, and of each it is said who wrote it. */
  async function expectWritten(outbox: Outbox, server: AllianceStore, versions: readonly string[]) {
    expect(await outbox.waiting()).to.deep.equal([]);
    const [held, ...more] = await server.search('Goal', { subject: SUBJECT });
    expect(more).to.deep.equal([]);
    const written = (await server.history('Goal', held!.id!)) as { description?: { text?: string } }[];
    expect(written.map(({ description }) => description?.text)).to.deep.equal(versions);
    const said = (await server.search('Provenance', {})) as { activity?: { text?: string } }[];
    expect(said.map(({ activity }) => activity?.text).sort()).to.deep.equal([...versions].sort());
  }

  for (const [what, text, versions] of [
    ['the same', 'walk', ['walk']],
    ['something else', 'swim', ['swim', 'walk']],
  ] as const) {
    it(`is there once, and of each version it is said who wrote it, where ${what} is sent again`, async () => {
      const { outbox, way, server } = stage();
      expect(await outbox.saveAll(act('walk')).catch(failureIn)).to.include({ reason: 'refused' });
      way.isBlocked = false;
      expect((await outbox.saveAll(act(text)))[0]).to.have.property('saved');
      await outbox.deliver();
      await expectWritten(outbox, server, versions);
    });
  }

  it('is there, and of each version it is said who wrote it, where a search does not find it yet', async () => {
    const { outbox, way, server } = stage();
    expect(await outbox.saveAll(act('walk')).catch(failureIn)).to.include({ reason: 'refused' });
    Object.assign(way, { isBlocked: false, isLagging: true });
    expect((await outbox.saveAll(act('swim')))[0]).to.have.property('saved');
    way.isLagging = false;
    await outbox.deliver();
    await expectWritten(outbox, server, ['swim', 'walk']);
  });

  for (const [when, isSent] of [
    ['while it was sent', true],
    ['before it was sent', false],
  ] as const)
    it(`is there, and of each version it is said who wrote it, where it was changed ${when}`, async () => {
      const server = createMemoryStore();
      let tell = (): void => undefined;
      const told = new Promise<void>((resolve) => (tell = resolve));
      const way = { isOpen: isSent };
      const save: AllianceStore['save'] = async (resource, base) => {
        if (!way.isOpen) throw new StoreError('offline', 'cut');
        const result = await server.save(resource, base);
        if (resource.resourceType !== 'Goal' || base !== undefined || 'conflict' in result) return result;
        await told;
        throw new StoreError('refused', 'Not taken.', { mayHaveArrived: true });
      };
      const outbox = outboxOver({ ...server, save }, { queue, interval: 600_000 });
      const first = outbox.saveAll(act('walk')).catch(failureIn);
      if (isSent) await until(async () => (await server.search('Goal', {})).length === 1);
      else await first;
      const [shown] = await queue.all();
      const [main, who] = act('swim');
      const second = outbox.saveAll([{ ...main, base: shown!.resource }, who]);
      await until(async () => (await queue.all()).length === 4);
      tell();
      await second.catch(failureIn);
      way.isOpen = true;
      await outbox.deliver();
      await expectWritten(outbox, server, ['swim', 'walk']);
    });
});
