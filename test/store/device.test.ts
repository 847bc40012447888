import { expect } from '@open-wc/testing';
import type { QuestionnaireResponse } from 'fhir/r4.js';
import type { StoreChange } from '../../src/context/store.js';
import { openDevice } from '../../src/store/device.js';
import { pause, response, storeContract } from '../suites/store.js';

describe('device store', () => {
  storeContract(() => Promise.resolve(openDevice().store));

  it('is found again by a second store object, as after a reload', async () => {
    const first = await openDevice().store.save(response({ id: 'kept' }));
    const again = await openDevice().store.read('QuestionnaireResponse', 'kept');
    expect(first).to.deep.equal({ saved: again });
  });

  it('lets only one of two tabs win when both save at once', async () => {
    const [one, other] = [openDevice().store, openDevice().store];
    await one.clear();
    const result = await one.save(response({ id: 'both' }));
    const base = 'saved' in result ? (result.saved as QuestionnaireResponse) : undefined;
    const results = await Promise.all([
      one.save({ ...base, status: 'amended' } as QuestionnaireResponse, base),
      other.save({ ...base, status: 'entered-in-error' } as QuestionnaireResponse, base),
    ]);
    expect(results.map((outcome) => Object.keys(outcome)[0]).sort()).to.deep.equal(['conflict', 'saved']);
  });

  it('tells other tabs what changed, and of a sign-out', async () => {
    const [here, elsewhere] = [openDevice().store, openDevice().store];
    await here.clear();
    await pause();
    const seen: StoreChange[] = [];
    const stop = elsewhere.watch('QuestionnaireResponse', { subject: 'Patient/1' }, (change) =>
      seen.push(change),
    );
    await here.save(response({ id: 'told' }));
    await here.clear('Patient/1');
    for (let attempt = 0; attempt < 40 && seen.length < 1; attempt += 1) await pause(25);
    await pause(100);
    stop();
    expect(seen.at(-1)).to.deep.equal({ cleared: 'Patient/1' });
  });

  it('never puts an answer into what tabs tell each other', async () => {
    const notices: unknown[] = [];
    const channel = new BroadcastChannel('alliance-elements');
    channel.onmessage = ({ data }) => notices.push(data);
    await openDevice().store.save(
      response({ id: 'secret', item: [{ linkId: 'open', answer: [{ valueString: 'private words' }] }] }),
    );
    for (let attempt = 0; attempt < 40 && notices.length === 0; attempt += 1) await pause(25);
    channel.close();
    expect(notices).to.have.length(1);
    expect(JSON.stringify(notices)).to.not.contain('private words');
  });
});
