import { expect } from '@open-wc/testing';
import { openDevice } from '../../../src/store/device/open-device.js';
import type { QueuedSave } from '../../../src/store/outbox/queue.js';
import { failureOf, response } from '../../suites/store.js';

const save = (key: string, changes: Partial<QueuedSave> = {}): QueuedSave => ({
  ...{ act: 'act', lane: 'Goal root', key, needs: [], subject: 'Patient/1', state: 'waiting' },
  ...{ resource: response(), queuedAt: '2026-11-23T10:00:00Z', isTried: false },
  ...changes,
});
const keysOf = (entries: readonly { readonly key: string }[]) => entries.map(({ key }) => key);

describe('the queue on the device', () => {
  beforeEach(() => openDevice().queue.clear());

  it('gives what waits in its order: all, of one lane, of one resource', async () => {
    const { queue } = openDevice('a');
    const added = await queue.add([save('1'), save('2', { lane: 'other' }), save('1')]);
    await openDevice('b').queue.add([save('1')]);
    expect(new Set(added.map(({ sequence }) => sequence)).size).to.equal(3);
    expect(await openDevice('a').queue.all(), 'after a reload').to.deep.equal(added);
    expect(keysOf(await queue.lane('Goal root'))).to.deep.equal(['1', '1']);
    expect(await queue.of('1')).to.deep.equal([added[0], added[2]]);
    expect(await queue.of('3')).to.deep.equal([]);
  });

  it('gives and counts what waits about one person, in its order, however the reference is written', async () => {
    const { queue } = openDevice('a');
    const [first, score, stuck] = await queue.add([
      save('1'),
      save('1 score', { derived: true, resource: { resourceType: 'Observation' } }),
      save('2', { state: 'conflict', subject: 'https://fhir.example.org/Patient/1' }),
      save('3', { subject: 'Patient/2' }),
    ]);
    await openDevice('b').queue.add([save('1')]);
    expect(await queue.about('Patient/1')).to.deep.equal([first, score, stuck]);
    expect(await queue.about('Patient/1/_history/2', 'waiting')).to.deep.equal([first, score]);
    expect(await queue.about('Patient/1', 'conflict')).to.deep.equal([stuck]);
    expect(await queue.about('Patient/3')).to.deep.equal([]);
    expect(await queue.count('https://fhir.example.org/Patient/1')).to.deep.equal({
      QuestionnaireResponse: 1,
    });
    await queue.change(
      [
        { ...first!, state: 'refused' },
        { ...stuck!, state: 'waiting' },
      ],
      [score!.sequence],
    );
    expect(keysOf(await queue.about('Patient/1', 'refused'))).to.deep.equal(['1']);
    await queue.change([{ ...first!, state: 'conflict' }]);
    expect(await queue.count('Patient/1')).to.deep.equal({ QuestionnaireResponse: 1 });
    await queue.change([], [stuck!.sequence]);
    expect(await queue.count('Patient/1')).to.deep.equal({});
  });

  it('writes down all saves of an act, or none', async () => {
    const { queue } = openDevice('a');
    const impossible = save('2', { resource: (() => undefined) as never });
    expect((await failureOf(queue.add([save('1'), impossible]))).reason).to.equal('unavailable');
    expect(await queue.all()).to.deep.equal([]);
  });

  it('replaces and removes in one step, and brings back nothing', async () => {
    const { queue } = openDevice('a');
    const [first, second, third] = await queue.add([save('1'), save('2'), save('3')]);
    await queue.change([{ ...first!, state: 'conflict' }], [second!.sequence]);
    expect((await queue.all()).map(({ key, state }) => `${key} ${state}`)).to.deep.equal([
      '1 conflict',
      '3 waiting',
    ]);
    await openDevice('b').queue.clear('Patient/1');
    await queue.change([{ ...third!, state: 'refused' }]);
    expect(await queue.all()).to.deep.equal([]);
  });

  it('forgets one person in all partitions', async () => {
    const [a, b] = [openDevice('a').queue, openDevice('b').queue];
    await a.add([save('1'), save('2', { subject: 'Patient/2' })]);
    await b.add([save('3')]);
    await a.clear('Patient/1');
    expect(keysOf([...(await a.all()), ...(await b.all())])).to.deep.equal(['2']);
  });
});
