import { expect } from '@open-wc/testing';
import type { Goal, Observation, Provenance, Task } from 'fhir/r4.js';
import type { ActStore } from '../../src/context/store.js';
import type { Resource } from '../../src/fhir/resource.js';
import { examples } from './examples.js';
import { failureOf, savedOf, type StoreKind } from './store.js';

const make = (type: string, changes: object): Resource =>
  examples.find((example) => example.type === type)!.make(1, changes);

const name = (value: string) => ({ system: 'https://example.org/names', value });
const logical = (type: string, value: string) => ({ type, identifier: name(value) });

const goal = (changes: object = {}) => make('Goal', { identifier: [name('goal')], ...changes }) as Goal;
/** A rating of that goal, which may not be at the store yet. */
const rating = (changes: object = {}) =>
  make('Observation', {
    identifier: [name('rating')],
    focus: [logical('Goal', 'goal')],
    ...changes,
  }) as Observation;
const step = (changes: object = {}) =>
  make('Task', { identifier: [name('step')], focus: logical('Observation', 'rating'), ...changes }) as Task;
const told = () => make('Provenance', { target: [logical('Goal', 'goal')] }) as Provenance;

/** What every store promises about what is saved together. */
export function actContract(open: () => Promise<ActStore>, { isOutbox = false }: StoreKind = {}): void {
  let store: ActStore;
  beforeEach(async () => {
    store = await open();
    await store.clear();
  });

  const all = async (): Promise<readonly string[]> =>
    (await Promise.all(examples.map(({ type }) => store.search(type, {}))))
      .flat()
      .map(({ resourceType }) => resourceType)
      .sort();

  it('saves what depends on another after it, with its id beside its identifier', async () => {
    const results = await store.saveAll([step(), rating(), goal()].map((resource) => ({ resource })));
    const [aStep, aRating, aGoal] = results.map(savedOf) as [Task, Observation, Goal];
    expect(aRating.focus).to.deep.equal([{ reference: `Goal/${aGoal.id}`, ...logical('Goal', 'goal') }]);
    expect(aStep.focus).to.deep.equal({
      reference: `Observation/${aRating.id}`,
      ...logical('Observation', 'rating'),
    });
    expect(await store.search('Observation', { focus: `Goal/${aGoal.id}` })).to.deep.equal([aRating]);
  });

  it('fills in what was saved before', async () => {
    const aGoal = savedOf(await store.save(goal()));
    const aRating = savedOf(await store.save(rating())) as Observation;
    expect(aRating.focus?.[0]?.reference).to.equal(`Goal/${aGoal.id}`);
  });

  it('names the version that a Provenance is about, and does not double it', async () => {
    const saves = [{ resource: told(), derived: true }, { resource: goal() }];
    const [aTold, aGoal] = (await store.saveAll(saves)).map(savedOf) as [Provenance, Goal];
    expect(aTold.target[0]?.reference).to.equal(`Goal/${aGoal.id}/_history/${aGoal.meta?.versionId}`);
    expect(aTold.recorded).to.equal(aGoal.meta?.lastUpdated?.replace(/\.\d+/, ''));
    expect((await store.saveAll(saves)).map(savedOf)).to.deep.equal([aTold, aGoal]);
    expect(await store.search('Provenance', {})).to.have.length(1);
  });

  it('refuses a circle, and writes nothing', async () => {
    const saves = [
      { resource: goal() },
      { resource: rating({ hasMember: [logical('Observation', 'other')] }) },
      { resource: rating({ identifier: [name('other')], hasMember: [logical('Observation', 'rating')] }) },
    ];
    const { reason, message } = await failureOf(store.saveAll(saves));
    expect(reason).to.equal('invalid');
    expect(message).to.contain('circle').and.to.contain('rating');
    expect(await all()).to.deep.equal([]);
  });

  it('writes nothing where one part is wrong', async () => {
    const nobodys = { ...rating(), subject: undefined } as unknown as Resource;
    const { reason } = await failureOf(store.saveAll([{ resource: goal() }, { resource: nobodys }]));
    expect(reason).to.equal('invalid');
    expect(await all()).to.deep.equal([]);
  });

  it('gives a conflict to the part in conflict and what depends on it, and saves the rest', async () => {
    const held = savedOf(await store.save(goal({ lifecycleStatus: 'active' })));
    const alone = step({ identifier: [name('alone')], focus: undefined });
    const results = await store.saveAll([step(), rating(), goal(), alone].map((resource) => ({ resource })));
    const dependents = isOutbox
      ? [{ queued: step() }, { queued: rating() }]
      : [{ conflict: held }, { conflict: held }];
    expect(results.slice(0, 3)).to.deep.equal([...dependents, { conflict: held }]);
    savedOf(results[3]);
    expect(await all()).to.deep.equal(isOutbox ? ['Goal', 'Observation', 'Task', 'Task'] : ['Goal', 'Task']);
  });

  it('does not write what follows from a part in conflict, although its id is known', async () => {
    const first = savedOf(await store.save(goal()));
    const theirs = savedOf(await store.save(goal({ ...first, lifecycleStatus: 'active' }), first));
    const score = rating({ focus: [{ reference: `Goal/${first.id}`, ...logical('Goal', 'goal') }] });
    const results = await store.saveAll([
      { resource: score, derived: true },
      { resource: { ...first, lifecycleStatus: 'completed' } as Goal, base: first },
    ]);
    expect(results).to.deep.equal([{ conflict: theirs }, { conflict: theirs }]);
    expect(await all()).to.deep.equal(['Goal']);
  });

  it('asks nobody about what is derived: the newer one stays', async () => {
    const older = rating({ effectiveDateTime: '2026-11-23T12:00:00+02:00', status: 'amended' });
    const newer = rating({ effectiveDateTime: '2026-11-23T10:30:00Z' });
    await store.save(goal());
    const first = savedOf(await store.save(older));
    const second = savedOf((await store.saveAll([{ resource: newer, derived: true }]))[0]) as Observation;
    expect(second.id).to.equal(first.id);
    expect(second.effectiveDateTime).to.equal('2026-11-23T10:30:00Z');
    const kept = savedOf((await store.saveAll([{ resource: older, derived: true }]))[0]);
    expect(kept).to.deep.equal(second);
    expect(await store.history('Observation', first.id!)).to.have.length(2);
  });

  it('never settles a true conflict of what only looks derived', async () => {
    await store.save(goal());
    const derivedFrom = [{ reference: 'QuestionnaireResponse/1' }];
    const first = savedOf(await store.save(rating({ derivedFrom })));
    const mine = rating({ derivedFrom, status: 'amended' });
    expect(await store.save(mine)).to.deep.equal({ conflict: first });
  });
}
