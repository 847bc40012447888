import { expect } from '@open-wc/testing';
import type { QuestionnaireResponse } from 'fhir/r4.js';
import type {
  ActStore,
  AllianceStore,
  SaveResult,
  StoreChange,
  StoreFailure,
} from '../../src/context/store.js';
import type { Resource } from '../../src/fhir/resource.js';
import { actContract } from './acts.js';
import { examples, foundByAll, response as responseExample, type Example } from './examples.js';

/** A response as small as the contract needs it. */
export const response = (changes: Partial<QuestionnaireResponse> = {}): QuestionnaireResponse =>
  responseExample.make(1, changes) as QuestionnaireResponse;

export const pause = (ms = 50): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Repeats until it holds; the test's own time limit is the end of it. */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    if (await holds()) return;
    await pause(10);
  }
  expect.fail('It never came to hold.');
}

/** What was saved; fails for everything else. */
export function savedOf(result: SaveResult | undefined): Resource {
  expect(result).to.have.property('saved');
  return (result as { readonly saved: Resource }).saved;
}

/** Why a store did not do it. */
export const failureOf = (work: Promise<unknown>): Promise<StoreFailure> =>
  work.then(
    () => expect.fail('was taken'),
    (error: unknown) => error as StoreFailure,
  );

export interface StoreKind {
  /** What is stored is the record itself: a sign-out ends the work with it, and deletes nothing. */
  readonly isRecord?: boolean;
  /** What depends on a part in conflict waits until that is settled. */
  readonly isOutbox?: boolean;
}

/** What every store promises, for every type; each implementation runs all of it on a store that `open` gives empty. */
export function storeContract(open: () => Promise<ActStore>, kind: StoreKind = {}): void {
  typesContract(open, kind);
  describe('acts', () => actContract(open, kind));
}

/** What a store promises that saves one resource at a time, such as a server's under an outbox. */
export function typesContract(open: () => Promise<AllianceStore>, kind: StoreKind = {}): void {
  for (const example of examples) describe(example.type, () => typeContract(example, open, kind));
}

function typeContract(
  example: Example,
  open: () => Promise<AllianceStore>,
  { isRecord = false }: StoreKind,
): void {
  const { type, make, whose, changes } = example;
  const [once, twice] = changes;
  const canBeNamed = 'identifier' in example.finds;
  let store: AllianceStore;
  beforeEach(async () => {
    store = await open();
    await store.clear();
  });

  const ids = async (params: Record<string, string | number>): Promise<string[]> =>
    (await store.search(type, params)).map(({ id = '' }) => id);

  it('gives a new resource an id and a version, and reads it back', async () => {
    const first = savedOf(await store.save(make()));
    expect(first.id).to.be.a('string').and.not.equal('');
    expect(first.meta?.versionId).to.be.a('string');
    expect(await store.read(type, first.id!)).to.deep.equal(first);
    const { identifier, ...said } = withoutMeta(first) as { identifier?: unknown };
    expect(said, 'what was said is kept').to.deep.equal(make());
    expect(identifier !== undefined, 'has a name of its own').to.equal(canBeNamed);
  });

  it('reads nothing where there is nothing', async () => {
    expect(await store.read(type, 'absent')).to.equal(undefined);
    expect(await store.search(type, whose(9))).to.deep.equal([]);
    expect(await store.history(type, 'absent')).to.deep.equal([]);
  });

  it('saves a new version on the version that was edited', async () => {
    const first = savedOf(await store.save(make()));
    const second = savedOf(await store.save({ ...first, ...once }, first));
    expect(second.id).to.equal(first.id);
    expect(second.meta?.versionId).to.not.equal(first.meta?.versionId);
    expect(await store.history(type, first.id!)).to.deep.equal([second, first]);
  });

  it('answers a stale save with what it holds, and writes nothing', async () => {
    const first = savedOf(await store.save(make()));
    const second = savedOf(await store.save({ ...first, ...once }, first));
    expect(await store.save({ ...first, ...twice }, first)).to.deep.equal({ conflict: second });
    expect(await store.read(type, first.id!)).to.deep.equal(second);
  });

  it('never doubles a resource', async () => {
    const named = make(1, example.finds['identifier']?.[0]);
    const first = savedOf(await store.save(named));
    expect(savedOf(await store.save(named))).to.deep.equal(first, 'a retry');
    if (canBeNamed) expect(await store.save({ ...named, ...once })).to.deep.equal({ conflict: first });
    expect(await ids(whose())).to.deep.equal([first.id]);
  });

  it('sees no change in what a server adds', async () => {
    const named = make(1, example.finds['identifier']?.[0]);
    const first = savedOf(await store.save(named));
    const again = JSON.parse(JSON.stringify({ ...named, ...example.added })) as Resource;
    expect(savedOf(await store.save(again))).to.deep.equal(first);
  });

  it('does not hand out what it holds', async () => {
    const given = make();
    const first = savedOf(await store.save(given));
    Object.assign(given, once);
    Object.assign(first, twice);
    const held = await store.read(type, first.id!);
    for (const name of Object.keys(once))
      expect((held as unknown as Record<string, unknown>)[name], name).to.deep.equal(
        (make() as unknown as Record<string, unknown>)[name],
      );
  });

  it('gives the elements that are asked for, and takes a part for no whole', async () => {
    const whole = savedOf(await store.save(foundByAll(example)));
    const [part] = await store.search(type, { ...whose(), _elements: 'status' });
    const { meta, ...given } = part!;
    expect(given).to.deep.equal({
      ...{ resourceType: type, id: whole.id },
      ...('status' in whole && { status: whole.status }),
    });
    expect(meta).to.deep.include({ versionId: whole.meta?.versionId });
    expect((await failureOf(store.save({ ...whole, meta }, part))).reason).to.equal('invalid');
  });

  it('finds by every parameter that R4 has', async () => {
    const { id } = savedOf(await store.save(foundByAll(example)));
    for (const [name, [, finds, findsNot]] of Object.entries(example.finds)) {
      expect(await ids({ [name]: finds }), `${name}=${finds}`).to.deep.equal([id]);
      expect(await ids({ [name]: findsNot }), `${name}=${findsNot}`).to.deep.equal([]);
    }
    expect(await ids({ _id: id! })).to.deep.equal([id]);
    expect(await ids({ _id: 'absent' })).to.deep.equal([]);
    expect(await ids({ ...whose(), _lastUpdated: 'gt2020-01-01' })).to.deep.equal([id]);
    expect(await ids({ ...whose(), _lastUpdated: 'lt2020-01-01' })).to.deep.equal([]);
  });

  it('sorts by several keys, and cuts', async () => {
    const [by, early, late] = example.sorted;
    const save = async (elements: object | undefined): Promise<string> =>
      savedOf(await store.save(make(1, elements))).id!;
    const first = await save(late);
    const second = await save({ ...early });
    const third = await save({ ...late, ...once });
    const [low, high] = [first, third].sort();
    expect(await ids({ ...whose(), _sort: `${by},_id` })).to.deep.equal([second, low, high]);
    expect(await ids({ ...whose(), _sort: `-${by},_id` })).to.deep.equal([low, high, second]);
    expect(await ids({ ...whose(), _sort: `${by},-_id` })).to.deep.equal([second, high, low]);
    expect(await ids({ ...whose(), _sort: by, _count: 1 })).to.deep.equal([second]);
    expect(await ids({ ...whose(), _sort: `-${by}`, _count: 2 })).to.have.members([first, third]);
  });

  it('refuses a search that R4 does not have, with a reason and a remedy', async () => {
    for (const name of ['colour', ...example.unknown]) {
      const { reason, message } = await failureOf(store.search(type, { [name]: 'red' }));
      expect(reason, name).to.equal('invalid');
      expect(message).to.contain(name);
    }
  });

  it('refuses what is no resource, and what is nobody’s', async () => {
    const noResource = await failureOf(store.save({} as never));
    expect(noResource.reason).to.equal('invalid');
    expect(noResource.message).to.contain('resourceType');
    const nobodys = await failureOf(store.save({ ...make(), ...example.nobody }));
    expect(nobodys.reason).to.equal('invalid');
    expect(nobodys.message).to.contain(type).and.to.contain('Patient/1');
    expect(await ids(whose())).to.deep.equal([]);
  });

  it('tells watchers of what fits them until they stop', async () => {
    const [seen, later]: [StoreChange[], StoreChange[]] = [[], []];
    const stop = store.watch(type, whose(), (change) => seen.push(change));
    const stopLater = store.watch(type, whose(), (change) => later.push(change));
    // A store may need a moment before it watches
    const sees = async (changes: StoreChange[], more: number): Promise<void> => {
      const before = changes.length;
      let mine = savedOf(await store.save(make()));
      await until(async () => {
        const next = mine.meta?.tag ? { meta: {} } : { meta: { tag: [{ code: 'again' }] } };
        mine = savedOf(await store.save({ ...mine, ...once, ...next }, mine));
        return changes.length >= before + more;
      });
    };
    await sees(seen, 1);
    await store.save(make(2));
    await sees(seen, 2);
    stop();
    const count = seen.length;
    await sees(later, 2);
    stopLater();
    expect(seen.length).to.equal(count);
    for (const change of [...seen, ...later]) {
      const told = 'saved' in change ? change.saved : undefined;
      expect(JSON.stringify(told)).to.contain('Patient/1');
      expect(JSON.stringify(told)).to.not.contain('Patient/2');
    }
  });

  it('at sign-out tells those who watch, and forgets one person or everything', async () => {
    const cleared: StoreChange[] = [];
    const mine = savedOf(await store.save(make()));
    await store.save({ ...mine, ...once }, mine);
    const others = savedOf(await store.save(make(2)));
    const stop = store.watch(type, whose(), (change) => {
      if ('cleared' in change) cleared.push(change);
    });
    await store.clear('Patient/1');
    await until(() => cleared.length > 0);
    stop();
    expect(cleared).to.deep.equal([{ cleared: 'Patient/1' }]);
    // A record is kept: a sign-out is no deletion
    expect(await ids(whose()), 'mine').to.deep.equal(isRecord ? [mine.id] : []);
    expect(await store.history(type, mine.id!)).to.have.length(isRecord ? 2 : 0);
    expect(await ids(whose(2)), 'of another').to.deep.equal([others.id]);
    await store.clear();
    expect(await ids(whose(2))).to.have.length(isRecord ? 1 : 0);
  });
}

const withoutMeta = ({ id, meta, ...said }: Resource): object => said;
