import { expect } from '@open-wc/testing';
import type { StoreChange } from '../../../src/context/store.js';
import type { Resource } from '../../../src/fhir/resource.js';
import { freshServer, storeOn } from '../../support/fhir-server.js';
import { goal, nameOf } from '../../support/resources.js';
import { answering, bundle } from '../../support/scripted-server.js';
import { until } from '../../support/until.js';

/*
 * How a server is asked for news. That something is not asked is shown by something else that has been asked meanwhile.
 */

const ignore = (): void => undefined;

/** A server that answers each question with what it holds of that type. */
function counting(interval = 5) {
  const held = new Map<string, readonly Resource[]>();
  const statuses = new Map<string, number>();
  const { store, asked } = answering(
    ({ path }) => {
      const type = path.split('?')[0] ?? '';
      return new Response(JSON.stringify(bundle(held.get(type) ?? [])), {
        status: statuses.get(type) ?? 200,
      });
    },
    { interval },
  );
  const count = (type: string): number => asked.filter(({ path }) => path.startsWith(`${type}?`)).length;
  /** Until a type was asked for that often again. */
  const more = async (type: string, times = 3): Promise<void> => {
    const before = count(type);
    await until(() => count(type) >= before + times);
  };
  return { store, asked, held, statuses, count, more };
}

const params = { subject: 'Patient/1' };

const at = (name: string, versionId: string, lastUpdated: string): Resource => ({
  ...goal(name),
  id: name,
  meta: { versionId, lastUpdated },
});

const namesIn = (changes: readonly StoreChange[]): readonly string[] =>
  changes.flatMap((change) => ('saved' in change ? [nameOf(change.saved)] : []));

function hide(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

afterEach(() => {
  Reflect.deleteProperty(document, 'hidden');
});

describe('watching a FHIR server', () => {
  it('asks once for all who watch the same, and tells a late one at once what is known', async () => {
    const { store, held, count, more } = counting(60_000);
    held.set('Goal', [at('one', '1', '2026-11-23T10:00:00Z')]);
    const [early, late]: [StoreChange[], StoreChange[]] = [[], []];
    const stops = [store.watch('Goal', { ...params, _count: 5 }, (change) => early.push(change))];
    await until(() => early.length === 1);
    stops.push(store.watch('Goal', { _count: 5, ...params }, (change) => late.push(change)));
    expect(late, 'nobody is told before they know how to stop').to.deep.equal([]);
    await until(() => late.length === 1);
    expect(late).to.deep.equal(early);
    expect(count('Goal')).to.equal(1);
    const other = store.watch('Task', params, ignore);
    await more('Task', 0);
    for (const stop of [...stops, other]) stop();
  });

  it('asks no more when the last one has stopped', async () => {
    const { store, count, more } = counting();
    const stops = [store.watch('Goal', params, ignore), store.watch('Goal', params, ignore)];
    await more('Goal');
    stops[0]!();
    await more('Goal');
    stops[1]!();
    const stop = store.watch('Task', params, ignore);
    await more('Task', 2); // what was on its way has been answered
    const before = count('Goal');
    await more('Task', 5);
    expect(count('Goal')).to.equal(before);
    stop();
  });

  it('asks while the page is in sight, and for what is urgent also when it is not', async () => {
    const { store, count, more } = counting();
    const stops = [
      store.watch('Goal', params, ignore),
      store.watch('Task', params, ignore, { urgent: true }),
    ];
    await more('Goal');
    hide(true);
    await more('Task', 2);
    const whileHidden = count('Goal');
    await more('Task', 5);
    expect(count('Goal')).to.equal(whileHidden);
    hide(false);
    await more('Goal');
    for (const stop of stops) stop();
  });

  it('asks for what is urgent every second where others are asked for seldom', async () => {
    const { store, count, more } = counting(600_000);
    const stops = [
      store.watch('Goal', params, ignore),
      store.watch('Task', params, ignore, { urgent: true }),
    ];
    await more('Task', 2);
    expect(count('Goal')).to.equal(1);
    for (const stop of stops) stop();
  });

  it('asks for no news while the person is signed out, and goes on when they are in again', async () => {
    const { store, statuses, count, more } = counting();
    statuses.set('Goal', 401);
    const stops = [store.watch('Goal', params, ignore), store.watch('Task', params, ignore)];
    await more('Task', 5);
    expect(count('Goal')).to.equal(1);
    statuses.set('Goal', 200);
    store.retry();
    await more('Goal', 2);
    for (const stop of stops) stop();
  });

  it('compares times as instants, in whatever offset they are written', async () => {
    const { store, asked, held, more } = counting();
    held.set('Goal', [
      at('late', '1', '2026-11-23T09:30:00Z'),
      at('early', '1', '2026-11-23T10:00:00+01:00'),
    ]);
    const stop = store.watch('Goal', params, ignore);
    await more('Goal', 2);
    expect(asked.at(-1)?.path).to.contain('_lastUpdated=ge2026-11-23T09:29:30.000Z');
    held.set('Goal', [at('later', '1', '2026-11-23T05:00:00-05:00')]);
    await more('Goal', 3);
    expect(asked.at(-1)?.path).to.contain('_lastUpdated=ge2026-11-23T09:59:30.000Z');
    stop();
  });

  it('tells what a lagging search finds only after something newer', async () => {
    const { store, asked, held, more } = counting();
    held.set('Goal', [at('second', '1', '2026-11-23T10:00:10Z')]);
    const told: StoreChange[] = [];
    const stop = store.watch('Goal', params, (change) => told.push(change));
    await until(() => told.length > 0);
    await more('Goal', 2);
    const from = /_lastUpdated=ge([^&]+)/.exec(asked.at(-1)?.path ?? '')?.[1] ?? '';
    expect(Date.parse(from)).to.be.below(Date.parse('2026-11-23T10:00:00Z'));
    held.set('Goal', [at('first', '1', '2026-11-23T10:00:00Z')]);
    await until(() => told.length > 1);
    expect(namesIn(told)).to.deep.equal(['second', 'first']);
    stop();
  });

  it('tells each version once', async () => {
    const server = freshServer();
    const store = storeOn(server, { interval: 5 });
    const changes: StoreChange[] = [];
    const stop = store.watch('Goal', params, (change) => changes.push(change));
    const result = await store.save(goal('one'));
    const base = 'saved' in result ? result.saved : undefined;
    await until(() => changes.length > 0);
    await store.save({ ...base!, description: { text: 'swim' } } as Resource, base);
    await until(() => changes.length > 1);
    await store.save(goal('two'));
    await until(() => namesIn(changes).includes('two'));
    expect(namesIn(changes)).to.deep.equal(['one', 'one', 'two']);
    stop();
  });

  it('tells nobody after a sign-out what was learnt before it', async () => {
    const { store, held, count } = counting(60_000);
    held.set('Goal', [at('one', '1', '2026-11-23T10:00:00Z')]);
    const before: StoreChange[] = [];
    const stop = store.watch('Goal', params, (change) => before.push(change));
    await until(() => before.length === 1);
    await store.clear('Patient/1');
    expect(before.at(-1)).to.deep.equal({ cleared: 'Patient/1' });
    held.set('Goal', []);
    const after: StoreChange[] = [];
    const stopAgain = store.watch('Goal', params, (change) => after.push(change));
    await until(() => count('Goal') === 2);
    held.set('Goal', [at('two', '1', '2026-11-23T11:00:00Z')]);
    stopAgain();
    stop();
    expect(after).to.deep.equal([]);
  });

  /** A server that holds one goal in two versions, and a store that watches it and has saved the second. */
  async function savedHere() {
    const versions = [
      at('one', 'b', '2026-11-23T10:00:00Z'),
      { ...at('one', 'a', '2026-11-23T10:00:00Z'), description: { text: 'swim' } } as Resource,
    ] as const;
    const waiting: (() => void)[] = [];
    const server = { held: versions[0], isSlow: false };
    const { store, asked } = answering(
      ({ method }) => {
        if (method === 'PUT') server.held = versions[1];
        const { held } = server;
        const reply = () => new Response(JSON.stringify(method === 'GET' ? bundle([held]) : held));
        if (method !== 'GET' || !server.isSlow) return reply();
        return new Promise<Response>((resolve) => waiting.push(() => resolve(reply())));
      },
      { interval: 600_000 },
    );
    const early: StoreChange[] = [];
    const stop = store.watch('Goal', params, (change) => early.push(change));
    await until(() => early.length === 1);
    return { store, server, versions, early, stop, asked, waiting };
  }

  const versionsIn = (changes: readonly StoreChange[]): readonly unknown[] =>
    changes.flatMap((change) => ('saved' in change ? [change.saved.meta?.versionId] : []));

  it('tells a later watcher the version that this store has saved itself, and the earlier one once', async () => {
    const { store, versions, early, stop, asked } = await savedHere();
    await store.save({ ...versions[0], description: { text: 'swim' } } as Resource, versions[0]);
    const late: StoreChange[] = [];
    const stopLate = store.watch('Goal', params, (change) => late.push(change));
    await until(() => late.length > 0);
    expect(versionsIn(late)).to.deep.equal(['a']);
    const urgent = store.watch('Goal', params, ignore, { urgent: true });
    const { length } = asked;
    await until(() => asked.length > length);
    await store.search('Goal', {});
    expect(versionsIn(late)).to.deep.equal(['a']);
    expect(versionsIn(early)).to.deep.equal(['b', 'a']);
    for (const end of [stop, stopLate, urgent]) end();
  });

  it('tells no older version that a slow answer brings after a newer one', async () => {
    const { store, server, versions, early, stop, waiting } = await savedHere();
    server.isSlow = true;
    const urgent = store.watch('Goal', params, ignore, { urgent: true });
    await until(() => waiting.length === 1);
    await store.save({ ...versions[0], description: { text: 'swim' } } as Resource, versions[0]);
    server.isSlow = false;
    waiting[0]!();
    await store.search('Goal', {}); // the slow answer has been read by now
    await until(() => versionsIn(early).includes('a'));
    expect(versionsIn(early)).to.deep.equal(['b', 'a']);
    urgent();
    stop();
  });
});
