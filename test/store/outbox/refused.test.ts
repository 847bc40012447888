import { expect } from '@open-wc/testing';
import type { Outbox, Save, StoreChange } from '../../../src/context/store.js';
import type { Resource } from '../../../src/fhir/resource.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { failureIn } from '../../../src/store/store-error.js';
import { freshServer, storeOn } from '../../support/fhir-server.js';
import { outboxOver, stopOutboxes } from '../../support/outbox.js';
import { goal, nameOf, provenance, rating, step, SUBJECT } from '../../support/resources.js';
import { examples } from '../../suites/examples.js';

/*
 * What a server will not take, with an outbox on the device: it stays there with its reason, over reloads, until the
 * person sends it again, changes it, or signs out.
 */

const queue = openDevice('what is refused').queue;

const page = (): Response => new Response('<!doctype html><title>Sign in</title>');
const redirected = (): Response => Object.defineProperty(page(), 'redirected', { value: true });
const refusals: Readonly<Record<string, readonly [() => Response, state: string, reason?: string]>> = {
  'a 422': [() => new Response(null, { status: 422 }), 'refused', 'refused'],
  'a 403': [() => new Response(null, { status: 403 }), 'refused', 'refused'],
  'the page of a firewall': [page, 'refused', 'refused'],
  'a 201 without Location': [() => new Response(null, { status: 201 }), 'refused', 'refused'],
  'a sign-in page that it was led to': [redirected, 'waiting'],
};

/** A server that takes no writes of some types, until it is well. */
function stage(refusal: () => Response, refuses: (type: string) => boolean = () => true) {
  const base = freshServer();
  const writes: string[] = [];
  const network = { isWell: false };
  const open = (): Outbox =>
    outboxOver(
      storeOn(base, {
        fetch: async (input, init) => {
          const url = input instanceof Request ? input.url : input.toString();
          const type = url.replace(`${base}/`, '').split(/[/?]/)[0] ?? '';
          if (init?.method === 'GET') return fetch(input, init);
          if (!network.isWell && refuses(type)) return refusal();
          writes.push(`${init?.method ?? ''} ${type}`);
          return fetch(input, init);
        },
      }),
      { queue, interval: 600_000 },
    );
  return { server: storeOn(base), network, writes, open };
}

const statesOf = async (outbox: Outbox): Promise<readonly string[]> =>
  (await outbox.waiting()).map(({ resource, state }) => `${resource.resourceType} ${state}`);

/** All versions of all that a server holds of a type. */
async function versionsOn(server: ReturnType<typeof storeOn>, type: string): Promise<readonly Resource[]> {
  const held = await server.search(type, {});
  return (await Promise.all(held.map(({ id = '' }) => server.history(type, id)))).flat();
}

beforeEach(() => queue.clear());
afterEach(stopOutboxes);

for (const { type, make, changes, whose } of examples) {
  describe(`a ${type} that a server refuses`, () => {
    for (const [what, [refusal, state, reason]] of Object.entries(refusals)) {
      it(`stays with its reason after a reload, and is sent once when it is sent again: ${what}`, async () => {
        const { server, network, open } = stage(refusal);
        const first = open();
        await first.save(make()).catch(() => undefined);
        first.stop();

        const second = open();
        await second.deliver();
        const [left] = await second.waiting();
        expect(left).to.deep.include({ state, reason });
        const [shown] = await second.search(type, whose(1));
        expect(shown).to.deep.include(make());
        expect(second.standingOf(shown!)).to.deep.include({ state });

        network.isWell = true;
        if (state === 'waiting') await second.deliver();
        else expect(await second.save(shown!, shown)).to.have.property('saved');
        expect(await second.waiting()).to.deep.equal([]);
        expect(await versionsOn(server, type)).to.have.length(1);
      });
    }

    it('is told nobody any more where what the person sent in its place waits', async () => {
      const away = (): never => {
        throw new TypeError('away');
      };
      let refusal: () => Response = refusals['a 422']![0];
      const { server, network, open } = stage(() => refusal());
      const first = open();
      await first.save(make()).catch(() => undefined);
      refusal = away;
      const [shown] = await first.search(type, whose(1));
      expect(await first.save({ ...shown!, ...changes[0] }, shown)).to.have.property('queued');
      first.stop();

      const second = open();
      const told: StoreChange[] = [];
      second.watch(type, whose(1), (change) => told.push(change));
      await second.deliver();
      expect(told).to.deep.equal([]);
      network.isWell = true;
      await second.deliver();
      expect([...new Set(told.flatMap((change) => Object.keys(change)))]).to.deep.equal(['saved']);
      expect(await second.waiting()).to.deep.equal([]);
      expect(await versionsOn(server, type)).to.have.length(1);
    });

    it('is sent once where the same page sends it again, or something else in its place', async () => {
      for (const changed of [{}, changes[0]]) {
        const { server, network, open } = stage(refusals['a 422']![0]);
        const outbox = open();
        const named = { ...make(), id: 'mine' };
        await outbox.save(named).catch(() => undefined);
        await outbox.save({ ...named, ...changed }).catch(() => undefined);
        expect(await outbox.waiting(), 'told twice, there once').to.have.length(1);
        network.isWell = true;
        await outbox.save({ ...named, ...changed });
        expect(await outbox.waiting()).to.deep.equal([]);
        const [held, ...more] = await versionsOn(server, type);
        expect(held).to.deep.include(changed);
        expect(more).to.deep.equal([]);
        await queue.clear();
      }
    });

    it('stays also where it is a change, and ends with the next one that is taken', async () => {
      const { server, network, open } = stage(refusals['the page of a firewall']![0]);
      const result = await server.save({ ...make(), id: 'mine' });
      const base = 'saved' in result ? result.saved : undefined;
      const outbox = open();
      await outbox.save({ ...base, ...changes[0] } as Resource, base).catch(() => undefined);
      expect(await statesOf(outbox)).to.deep.equal([`${type} refused`]);
      network.isWell = true;
      await outbox.save({ ...base, ...changes[1] } as Resource, base);
      expect(await outbox.waiting()).to.deep.equal([]);
      expect(await versionsOn(server, type)).to.have.length(2);
    });

    it('stays where another tab, which knows nothing of it, saves on the same version', async () => {
      const { server, network, open } = stage(refusals['a 422']![0]);
      const result = await server.save({ ...make(), id: 'mine' });
      const base = 'saved' in result ? result.saved : undefined;
      const [here, there] = [open(), open()];
      await here.save({ ...base, ...changes[0] } as Resource, base).catch(() => undefined);
      network.isWell = true;
      await there.save({ ...base, ...changes[1] } as Resource, base);
      expect(await statesOf(here)).to.deep.equal([`${type} refused`]);
    });

    it('is gone after a sign-out', async () => {
      const { open } = stage(refusals['a 422']![0]);
      const outbox = open();
      await outbox.save(make()).catch(() => undefined);
      await outbox.clear('Patient/1');
      expect(await open().waiting()).to.deep.equal([]);
    });
  });
}

describe('an act of which a server refuses a part', () => {
  const act = (): Save[] => [
    { resource: goal('g') },
    { resource: rating('r', 'g') },
    { resource: step('s', 'g') },
    { resource: provenance('Goal', 'g'), derived: true },
  ];
  const counts = async (server: ReturnType<typeof storeOn>): Promise<readonly number[]> => {
    const types = ['Goal', 'Observation', 'Task', 'Provenance'];
    return Promise.all(types.map(async (type) => (await server.search(type, {})).length));
  };

  it('keeps all that hangs on it, and all of it is sent once with it, after a reload', async () => {
    const { server, network, open } = stage(refusals['a 422']![0]);
    const first = open();
    expect(await first.saveAll(act()).catch(failureIn)).to.include({ reason: 'refused' });
    first.stop();
    const second = open();
    expect(await statesOf(second)).to.have.members([
      'Goal refused',
      'Observation waiting',
      'Task waiting',
      'Provenance waiting',
    ]);
    network.isWell = true;
    await second.deliver();
    expect(await counts(server), 'nothing without what it hangs on').to.deep.equal([0, 0, 0, 0]);
    const [shown] = await second.search('Goal', { subject: SUBJECT });
    // Widgets make what follows anew
    await second.saveAll([
      { resource: shown!, base: shown },
      { resource: provenance('Goal', 'g'), derived: true },
    ]);
    await second.deliver();
    expect(await second.waiting()).to.deep.equal([]);
    expect(await counts(server)).to.deep.equal([1, 1, 1, 1]);
  });

  it('is sent once where the page sends all of it again', async () => {
    const { server, network, open } = stage(refusals['a 422']![0]);
    const outbox = open();
    for (let attempt = 0; attempt < 2; attempt += 1) await outbox.saveAll(act()).catch(() => undefined);
    network.isWell = true;
    await outbox.saveAll(act());
    await outbox.deliver();
    expect(await outbox.waiting()).to.deep.equal([]);
    expect(await counts(server)).to.deep.equal([1, 1, 1, 1]);
  });

  it('keeps a part that is refused alone, and says which', async () => {
    const { server, network, open } = stage(refusals['a 422']![0], (type) => type === 'Observation');
    const outbox = open();
    const changes: StoreChange[] = [];
    outbox.watch('Observation', { subject: SUBJECT }, (change) => changes.push(change));
    await outbox.saveAll(act()).catch(() => undefined);
    await outbox.deliver();
    expect(await counts(server)).to.deep.equal([1, 0, 1, 1]);
    expect(await statesOf(outbox)).to.deep.equal(['Observation refused']);
    network.isWell = true;
    await outbox.saveAll(act());
    expect(await outbox.waiting()).to.deep.equal([]);
    expect(await counts(server)).to.deep.equal([1, 1, 1, 1]);
    expect((await server.search('Observation', {})).map(nameOf)).to.deep.equal(['r']);
  });
});
