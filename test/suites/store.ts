import { expect } from '@open-wc/testing';
import type { QuestionnaireResponse } from 'fhir/r4.js';
import type { AllianceStore, StoreChange } from '../../src/context/store.js';

/** A response as small as the contract needs it. */
export const response = (changes: Partial<QuestionnaireResponse> = {}): QuestionnaireResponse => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  questionnaire: 'https://example.org/q|1',
  subject: { reference: 'Patient/1' },
  authored: '2026-11-23T10:00:00Z',
  item: [{ linkId: 'a', answer: [{ valueInteger: 0 }] }],
  ...changes,
});

const withStatus = (
  of: QuestionnaireResponse,
  status: QuestionnaireResponse['status'],
): QuestionnaireResponse => ({ ...of, status });

const saved = (result: Awaited<ReturnType<AllianceStore['save']>>): QuestionnaireResponse => {
  expect(result).to.have.property('saved');
  return ('saved' in result ? result.saved : undefined) as QuestionnaireResponse;
};

const TYPE = 'QuestionnaireResponse';

export interface StoreKind {
  /** What is stored is the record itself: a sign-out ends the work with it, and deletes nothing. */
  readonly isRecord?: boolean;
}

/** What every store promises; each implementation runs all of it on a store that `open` gives empty. */
export function storeContract(
  open: () => Promise<AllianceStore>,
  { isRecord = false }: StoreKind = {},
): void {
  let store: AllianceStore;
  beforeEach(async () => {
    store = await open();
    await store.clear();
  });

  it('gives a new resource an id and a version, and reads it back', async () => {
    const first = saved(await store.save(response()));
    expect(first.id).to.be.a('string').and.not.equal('');
    expect(first.meta?.versionId).to.be.a('string');
    expect(await store.read(TYPE, first.id!)).to.deep.equal(first);
    expect(first.item).to.deep.equal(response().item, 'an answer of 0 is kept');
  });

  it('reads nothing where there is nothing', async () => {
    expect(await store.read(TYPE, 'absent')).to.equal(undefined);
    expect(await store.search(TYPE, { subject: 'Patient/absent' })).to.deep.equal([]);
    expect(await store.history(TYPE, 'absent')).to.deep.equal([]);
  });

  it('saves a new version on the version that was edited', async () => {
    const first = saved(await store.save(response()));
    const second = saved(await store.save(withStatus(first, 'amended'), first));
    expect(second.id).to.equal(first.id);
    expect(second.meta?.versionId).to.not.equal(first.meta?.versionId);
    const history = (await store.history(TYPE, first.id!)) as QuestionnaireResponse[];
    expect(history.map(({ status }) => status)).to.deep.equal(['amended', 'completed']);
  });

  it('answers a stale save with what it holds, and writes nothing', async () => {
    const first = saved(await store.save(response()));
    const second = saved(await store.save(withStatus(first, 'amended'), first));
    const result = await store.save(withStatus(first, 'entered-in-error'), first);
    expect(result).to.deep.equal({ conflict: second });
    expect(await store.read(TYPE, first.id!)).to.deep.equal(second);
  });

  it('never doubles a resource that has an identifier', async () => {
    const identifier = { system: 'https://example.org', value: 'same' };
    const first = saved(await store.save(response({ identifier })));
    expect(saved(await store.save(response({ identifier })))).to.deep.equal(first, 'a retry');
    const other = await store.save(response({ identifier, status: 'amended' }));
    expect(other).to.deep.equal({ conflict: first });
    expect(await store.search(TYPE, { subject: 'Patient/1' })).to.have.length(1);
  });

  it('does not hand out what it holds', async () => {
    const given = response();
    const first = saved(await store.save(given));
    given.status = 'stopped';
    first.status = 'stopped';
    const again = (await store.read(TYPE, first.id!)) as QuestionnaireResponse;
    expect(again.status).to.equal('completed');
  });

  it('searches by subject, questionnaire, encounter, author, status and date, sorted and cut', async () => {
    const encounter = { reference: 'Encounter/1' };
    const author = { reference: 'Patient/1' };
    await store.save(response({ authored: '2026-11-01T10:00:00Z', encounter, author }));
    await store.save(response({ authored: '2026-11-03T10:00:00Z', status: 'amended' }));
    await store.save(
      response({ authored: '2026-11-02T10:00:00Z', questionnaire: 'https://example.org/other' }),
    );
    await store.save(response({ subject: { reference: 'Patient/2' } }));
    const days = async (params: Record<string, string | number>): Promise<string[]> =>
      ((await store.search(TYPE, params)) as QuestionnaireResponse[]).map(({ authored = '' }) =>
        authored.slice(8, 10),
      );
    const subject = 'Patient/1';
    expect(await days({ subject, _sort: 'authored' })).to.deep.equal(['01', '02', '03']);
    expect(await days({ subject, _sort: '-authored', _count: 2 })).to.deep.equal(['03', '02']);
    expect(await days({ subject, questionnaire: 'https://example.org/q', _sort: 'authored' })).to.deep.equal([
      '01',
      '03',
    ]);
    expect(await days({ subject, questionnaire: 'https://example.org/q|2' })).to.deep.equal([]);
    expect(await days({ subject, encounter: 'Encounter/1' })).to.deep.equal(['01']);
    expect(await days({ subject, author: 'Patient/1' })).to.deep.equal(['01']);
    expect(await days({ subject, status: 'amended,stopped' })).to.deep.equal(['03']);
    expect(await days({ subject, authored: 'ge2026-11-02', _sort: 'authored' })).to.deep.equal(['02', '03']);
  });

  it('refuses what is no resource and a search that it cannot do, with a reason and a remedy', async () => {
    const failure = async (work: Promise<unknown>): Promise<Error & { reason: string }> =>
      work.then(
        () => expect.fail('was taken'),
        (error: unknown) => error as Error & { reason: string },
      );
    const noResource = await failure(store.save({} as never));
    expect(noResource.reason).to.equal('invalid');
    expect(noResource.message).to.contain('resourceType');
    const noParameter = await failure(store.search(TYPE, { colour: 'red' }));
    expect(noParameter.reason).to.equal('invalid');
    expect(noParameter.message).to.contain('colour').and.to.contain('subject');
  });

  it('tells watchers of what fits them until they stop', async () => {
    const seen: StoreChange[] = [];
    const stop = store.watch(TYPE, { subject: 'Patient/1' }, (change) => seen.push(change));
    await until(async () => {
      await store.save(response({ id: 'mine' }), (await store.read(TYPE, 'mine')) ?? undefined);
      return seen.length > 0;
    });
    await store.save(response({ id: 'other', subject: { reference: 'Patient/2' } }));
    stop();
    const before = seen.length;
    await store.save(response({ id: 'late' }));
    await pause();
    const subjects = seen.map((change) =>
      'saved' in change ? (change.saved as QuestionnaireResponse).subject?.reference : '',
    );
    expect(new Set(subjects)).to.deep.equal(new Set(['Patient/1']));
    expect(seen.length).to.equal(before);
  });

  it('keeps the record at sign-out, and tells those who watch to start afresh', async function () {
    if (!isRecord) this.skip();
    const seen: StoreChange[] = [];
    await store.save(response());
    const stop = store.watch(TYPE, { subject: 'Patient/1' }, (change) => seen.push(change));
    await store.clear('Patient/1');
    stop();
    expect(seen).to.deep.include({ cleared: 'Patient/1' });
    expect(await store.search(TYPE, { subject: 'Patient/1' })).to.have.length(1);
  });

  it('forgets one subject, or everything, at sign-out, and tells those who watch', async function () {
    if (isRecord) this.skip();
    const seen: StoreChange[] = [];
    const first = saved(await store.save(response()));
    await store.save(response({ subject: { reference: 'Patient/2' } }));
    const stop = store.watch(TYPE, { subject: 'Patient/1' }, (change) => seen.push(change));
    await store.clear('Patient/1');
    expect(await store.search(TYPE, { subject: 'Patient/1' })).to.deep.equal([]);
    expect(await store.history(TYPE, first.id!)).to.deep.equal([]);
    expect(await store.search(TYPE, { subject: 'Patient/2' })).to.have.length(1);
    await store.clear();
    expect(await store.search(TYPE, { subject: 'Patient/2' })).to.deep.equal([]);
    await pause();
    stop();
    expect(seen.some((change) => 'cleared' in change)).to.equal(true);
  });
}

export const pause = (ms = 50): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Repeats until it holds; a store may need a moment before it watches. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    if (await holds()) return;
    await pause(25);
  }
  expect.fail('It never came to hold.');
}
