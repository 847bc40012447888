import { expect } from '@open-wc/testing';
import type { Resource } from '../../../src/fhir/resource.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { examples, type Example } from '../../suites/examples.js';
import { savedOf, until } from '../../suites/store.js';
import { countRows, rowsReadBy, stopCounting } from '../../support/rows-read.js';

/*
 * What the device's store reads does not grow with what it holds: 5,000 resources of a person are an ordinary archive.
 */

type Reads = Readonly<Record<string, number>>;

const version = (at: number): object => ({ reference: `Goal/of-1/_history/${at + 10}` });

/** Rows read by each work, in a store that holds so many of one person. */
async function readsWith(held: number, { type, make, whose, changes, sorted }: Example): Promise<Reads> {
  const { store } = openDevice();
  await store.clear();
  const [by, early] = sorted;
  const saves = Array.from({ length: held }, (_, at) => ({
    // A Provenance is about one version, which few others are about
    resource: make(1, { ...early, ...(type === 'Provenance' && { target: [version(at)] }) }),
  }));
  await store.saveAll(saves);
  const reads: Record<string, number> = {};
  const measure = async <Result>(work: string, run: () => Promise<Result>): Promise<Result> => {
    let result: Result | undefined;
    reads[work] = await rowsReadBy(async () => (result = await run()));
    return result as Result;
  };
  const first = savedOf(await measure('a new one', () => store.save(make())));
  const second = savedOf(await measure('a change', () => store.save({ ...first, ...changes[0] }, first)));
  await measure('a conflict', () => store.save({ ...first, ...changes[1] }, first));
  await measure('a retry', () => store.save({ ...second, id: undefined }));
  await measure('reading', () => store.read(type, first.id!));
  await measure('its history', () => store.history(type, first.id!));
  const newest = await measure('the newest', () =>
    store.search(type, { ...whose(), _sort: `-${by}`, _count: 1 }),
  );
  expect(newest.map(({ id }) => id)).to.deep.equal([first.id]);
  const [identifier] = [(second as { identifier?: object }).identifier ?? []].flat() as {
    system: string;
    value: string;
  }[];
  if (identifier)
    await measure('by identifier', () =>
      store.search(type, { identifier: `${identifier.system}|${identifier.value}` }),
    );
  const elsewhere = openDevice().store;
  let isTold = false;
  const stop = elsewhere.watch(type, whose(), (change) => {
    isTold ||= 'saved' in change;
  });
  await measure('a watched change', async () => {
    await store.save({ ...second, ...changes[1] }, second);
    await until(() => isTold);
  });
  stop();
  return reads;
}

describe('the rows that the device store reads', () => {
  before(countRows);
  after(stopCounting);

  for (const example of examples) {
    it(`do not grow with the number of ${example.type}s that it holds`, async () => {
      const [few, many] = [await readsWith(10, example), await readsWith(500, example)];
      expect(many).to.deep.equal(few);
      expect(Math.max(...Object.values(few)), JSON.stringify(few)).to.be.lessThan(8);
    });

    it(`are those of one person where one person's ${example.type}s are searched for`, async () => {
      const { type, make, whose } = example;
      const { store } = openDevice();
      await store.clear();
      const others = Array.from({ length: 40 }, (_, at) => ({ resource: make(2, { id: `other-${at}` }) }));
      await store.saveAll([...others, { resource: make(1, { id: 'mine' }) }]);
      let found: readonly Resource[] = [];
      const rows = await rowsReadBy(async () => (found = await store.search(type, whose())));
      expect(found.map(({ id }) => id)).to.deep.equal(['mine']);
      expect(rows).to.equal(1);
    });
  }

  const concept = (code: string) => ({ coding: [{ system: 'https://example.org/codes', code }] });
  /** Elements that make a resource one of a kind of which a person has few, beside many others; and how it is asked for. */
  const ofKinds: readonly (readonly [type: string, many: object, few: object, asked: object])[] = [
    ['QuestionnaireResponse', {}, { questionnaire: 'urn:few|2' }, { questionnaire: 'urn:few' }],
    ['QuestionnaireResponse', {}, { questionnaire: 'urn:few|2' }, { questionnaire: 'urn:few|2' }],
    ['Observation', {}, { code: concept('few') }, { code: 'https://example.org/codes|few' }],
    ['Observation', {}, { category: [concept('few')] }, { category: 'https://example.org/codes|few' }],
    [
      'Goal',
      { category: [concept('a')] },
      { category: [concept('few')] },
      { category: 'https://example.org/codes|few' },
    ],
    ['Task', { code: concept('a') }, { code: concept('few') }, { code: 'https://example.org/codes|few' }],
    [
      'Communication',
      {},
      { category: [concept('a'), concept('few')] },
      { category: 'https://example.org/codes|few' },
    ],
  ];
  for (const [type, many, few, asked] of ofKinds) {
    it(`are few where the newest ${type} by ${JSON.stringify(asked)} is older than many others, or not there`, async () => {
      const { make, whose, sorted } = examples.find((one) => one.type === type)!;
      const [by, early, late] = sorted;
      const { store } = openDevice();
      await store.clear();
      const rest = Array.from({ length: 100 }, () => ({ resource: make(1, { ...late, ...many }) }));
      await store.saveAll(rest);
      const params = { ...whose(), ...asked, _sort: `-${by}`, _count: 1 };
      expect(await rowsReadBy(() => store.search(type, params)), 'not there').to.equal(0);
      await store.saveAll([
        { resource: make(1, { id: 'old', ...early, ...few }) },
        { resource: make(2, { ...late, ...few }) },
      ]);
      let found: readonly Resource[] = [];
      expect(await rowsReadBy(async () => (found = await store.search(type, params)))).to.be.at.most(2);
      expect(found.map(({ id }) => id)).to.deep.equal(['old']);
    });
  }

  it('are none of what came later, where the newest until some day is asked for', async () => {
    for (const { type, make, whose, sorted } of examples) {
      const [by, early, late] = sorted;
      const { store } = openDevice();
      await store.clear();
      await store.saveAll([
        ...Array.from({ length: 100 }, () => ({ resource: make(1, { id: undefined, ...late }) })),
        { resource: make(1, { id: 'old', ...early }) },
      ]);
      for (const day of ['le2026-11-02', 'lt2026-11-02', 'eb2026-11-02', '2026-11-01']) {
        let found: readonly Resource[] = [];
        const params = { ...whose(), [by]: day, _sort: `-${by}`, _count: 1 };
        const rows = await rowsReadBy(async () => (found = await store.search(type, params)));
        expect(
          found.map(({ id }) => id),
          `${type} ${day}`,
        ).to.deep.equal(['old']);
        expect(rows, `${type} ${day}`).to.be.at.most(2);
      }
    }
  });

  it('are those of one author and kind where drafts are listed', async () => {
    const { drafts } = openDevice();
    await drafts.clear();
    const keep = (key: string, subject: string, author: string, kind: string): Promise<void> =>
      drafts.write({
        ...{ key, subject, author, kind },
        resource: examples[0]!.make(),
        keptAt: '2026-11-23T10:00:00Z',
      });
    for (let at = 0; at < 30; at += 1) {
      await keep(`person ${at}`, 'Patient/2', 'Patient/2', 'goal');
      await keep(`author ${at}`, 'Patient/1', 'RelatedPerson/1', 'goal');
      await keep(`kind ${at}`, 'Patient/1', 'Patient/1', 'moment');
    }
    await keep('mine', 'Patient/1', 'Patient/1', 'goal');
    const owner = { subject: 'Patient/1', author: 'Patient/1' };
    expect(await rowsReadBy(() => drafts.list(owner, 'goal'))).to.equal(1);
    expect(await rowsReadBy(() => drafts.read('mine'))).to.equal(1);
  });
});
