import { expect } from '@open-wc/testing';
import { answering, bundle, json, scripted, type Asked } from '../../support/scripted-server.js';
import { until } from '../../support/until.js';

describe('the pages of a FHIR server', () => {
  it('finds a thousand goals in five requests, and looks for news of them in no more', async () => {
    const goals = Array.from({ length: 1000 }, (_, at) => ({
      ...{ resourceType: 'Goal', id: String(at), subject: { reference: 'Patient/1' } },
      meta: { versionId: '1', lastUpdated: '2026-11-23T10:00:00Z' },
    }));
    /** As servers do: twenty where nobody names a number, and never more than 500. */
    const { store, asked } = answering(({ url }) => {
      const { searchParams } = new URL(url);
      const [size, from] = [
        Math.min(500, Number(searchParams.get('_count') ?? 20)),
        Number(searchParams.get('page') ?? 0),
      ];
      const next = new URL(url);
      next.searchParams.set('page', String(from + size));
      return json(bundle(goals.slice(from, from + size), from + size < goals.length ? next.href : undefined))(
        {} as Asked,
      );
    });
    expect(await store.search('Goal', { subject: 'Patient/1' })).to.have.length(1000);
    expect(asked).to.have.length(5);
    expect(await store.search('Goal', { subject: 'Patient/1', _count: 3 })).to.have.length(3);
    expect(asked).to.have.length(6);
    const told = new Set<unknown>();
    const stop = store.watch(
      'Goal',
      { subject: 'Patient/1' },
      (change) => 'saved' in change && told.add(change.saved.id),
    );
    await until(() => told.size === 1000);
    stop();
    expect(asked).to.have.length(11);
  });

  it('asks for pages of 200, and for as many as the caller wants', async () => {
    const { store, asked } = scripted([json(bundle([]))]);
    await store.search('Goal', { subject: 'Patient/1' });
    await store.search('Goal', { subject: 'Patient/1', _count: 1 });
    await store.search('Goal', {});
    expect(asked.map(({ path }) => path)).to.deep.equal([
      'Goal?subject=Patient/1&_count=200',
      'Goal?subject=Patient/1&_count=1',
      'Goal?_count=200',
    ]);
  });
});
