import { expect } from '@open-wc/testing';
import { openDevice } from '../../../src/store/device/open-device.js';
import { draftContract } from '../../suites/drafts.js';
import { response } from '../../suites/store.js';

describe('drafts on the device', () => {
  draftContract(() => openDevice().drafts);

  it('stay with their partition, and a sign-out reaches all of them', async () => {
    const [a, b] = [openDevice('a').drafts, openDevice('b').drafts];
    await a.clear();
    const draft = {
      ...{ key: 'same', subject: 'Patient/1', kind: 'response', resource: response() },
      keptAt: '2026-11-23T10:00:00Z',
    };
    await a.write(draft);
    expect(await b.read('same')).to.equal(undefined);
    expect(await b.list({ subject: 'Patient/1' }, 'response')).to.deep.equal([]);
    await b.remove('same');
    expect(await openDevice('a').drafts.read('same'), 'after a reload').to.deep.equal(draft);
    await b.clear('Patient/1');
    expect(await a.read('same')).to.equal(undefined);
    expect(a.lasts).to.equal('device');
  });
});
