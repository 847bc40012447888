import { expect } from '@open-wc/testing';
import { openDB, type IDBPDatabase } from 'idb';
import type { Resource } from '../../../src/fhir/resource.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { createOutbox } from '../../../src/store/outbox/outbox.js';
import { aloneOnPage, browserSurroundings } from '../../../src/store/surroundings.js';
import { examples } from '../../suites/examples.js';
import { deleted } from '../../support/failing-storage.js';
import { cutStore } from '../../support/outbox.js';
import { answers, goal, score } from '../../support/resources.js';

/*
 * Version 3 knew neither what is whose of which kind, nor who what waits is about.
 */

const NAME = 'alliance-elements';
const CLINIC = 'https://clinic-a.example/fhir';
const stores = ['resources', 'former', 'drafts', 'outbox'] as const;

type Row = Readonly<Record<string, unknown>>;
type Rows = Readonly<Record<string, readonly Row[]>>;

const withOpen = async <Result>(
  open: Promise<IDBPDatabase>,
  work: (open: IDBPDatabase) => Promise<Result>,
) => {
  const database = await open;
  try {
    return await work(database);
  } finally {
    database.close();
  }
};

/** Every row as version 3 had it. */
async function rowsOfVersion3(): Promise<Rows> {
  const rows = await withOpen(openDB(NAME), (open) =>
    Promise.all(stores.map(async (name) => [name, (await open.getAll(name)) as Row[]] as const)),
  );
  const former = ({ person, counted, found, ...row }: Row): Row => ({
    ...row,
    ...(found !== undefined && {
      found: (found as readonly string[][]).filter(([, , parameter]) => !parameter!.includes(' ')),
    }),
  });
  return Object.fromEntries(rows.map(([name, all]) => [name, all.map(former)]));
}

/** Makes the database as version 3 made it, and puts what it held. */
const fill = (rows: Rows): Promise<void> =>
  withOpen(
    openDB(NAME, 3, {
      upgrade(database) {
        const resources = database.createObjectStore('resources', { keyPath: ['partition', 'type', 'id'] });
        resources.createIndex('type', ['partition', 'type']);
        resources.createIndex('found', 'found', { multiEntry: true });
        resources.createIndex('subject', 'subject');
        const keyPath = ['partition', 'type', 'id', 'version'];
        database.createObjectStore('former', { keyPath }).createIndex('subject', 'subject');
        const drafts = database.createObjectStore('drafts', { keyPath: ['partition', 'key'] });
        drafts.createIndex('owner', ['partition', 'subject', 'author', 'kind', 'draft.keptAt']);
        drafts.createIndex('subject', 'subject');
        const outbox = database.createObjectStore('outbox', { keyPath: 'sequence', autoIncrement: true });
        outbox.createIndex('subject', 'subject');
        outbox.createIndex('partition', 'partition');
        outbox.createIndex('lane', ['partition', 'lane']);
        outbox.createIndex('key', ['partition', 'key']);
      },
    }),
    async (open) => {
      for (const name of stores) for (const row of rows[name]!) await open.put(name, row);
    },
  );

describe('a device database of version 3', () => {
  beforeEach(() => deleted(NAME));
  after(() => deleted(NAME));

  it('opens with everything in it, found by all indices of today', async () => {
    const { store, drafts, queue } = openDevice(CLINIC);
    for (const { make, sorted } of examples) await store.save(make(1, sorted[1]));
    const [first] = await store.search('QuestionnaireResponse', {});
    await store.save({ ...first!, status: 'amended' } as never, first);
    const draft = {
      key: 'kept',
      subject: 'Patient/1',
      kind: 'goal',
      resource: goal('idea'),
      keptAt: '2026-11-23T10:00:00Z',
    };
    await drafts.write(draft);
    const { store: away, cut } = cutStore();
    cut.reason = 'offline';
    const outbox = createOutbox(away, {
      ...browserSurroundings,
      queue,
      alone: aloneOnPage(),
      interval: 600_000,
    });
    await outbox.saveAll([{ resource: answers('a') }, { resource: score('a', 3), derived: true }]);
    const other: Resource = Object.assign(goal('g'), {
      subject: { reference: 'https://fhir.example.org/Patient/1' },
    });
    await outbox.save(other);
    outbox.stop();
    const entries = await queue.all();
    const rows = await rowsOfVersion3();
    expect(Object.values(rows).map((all) => all.length)).to.deep.equal([6, 1, 1, 3]);

    await deleted(NAME);
    await fill(rows);
    const again = openDevice(CLINIC);
    expect(await again.queue.all()).to.deep.equal(entries);
    expect(await again.queue.about('Patient/1')).to.deep.equal(entries);
    expect(await again.queue.count('Patient/1')).to.deep.equal({ QuestionnaireResponse: 1, Goal: 1 });
    expect(await again.drafts.list({ subject: 'Patient/1' }, 'goal')).to.deep.equal([draft]);
    for (const { type } of examples) expect(await again.store.search(type, {}), type).to.have.length(1);
    expect(await again.store.history('QuestionnaireResponse', first!.id!)).to.have.length(2);
    const mine = { subject: 'Patient/1', _count: 1 };
    const newest = [
      again.store.search('QuestionnaireResponse', {
        ...mine,
        questionnaire: 'https://example.org/q',
        _sort: '-authored',
      }),
      again.store.search('Observation', {
        ...mine,
        code: 'https://example.org/codes|rating',
        _sort: '-date',
      }),
    ];
    for (const found of await Promise.all(newest)) expect(found).to.have.length(1);
    await again.store.clear('Patient/1');
    await again.queue.clear('Patient/1');
    expect(await again.store.search('QuestionnaireResponse', {})).to.deep.equal([]);
    expect(await again.queue.count('Patient/1'), 'of another server').to.deep.equal({ Goal: 1 });
  });
});
