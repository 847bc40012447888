import { expect } from '@open-wc/testing';
import { freshServer, storeOn } from '../../support/fhir-server.js';
import { failure } from '../../support/scripted-server.js';
import { examples } from '../../suites/examples.js';

/*
 * What the server of the demo refuses, beside what its engine does: so the tests that write to it show that what we write
 * has codes that R4 requires, and refers to what it may.
 */

const wrong: Readonly<Record<string, readonly [object, string]>> = {
  QuestionnaireResponse: [{ status: 'banana' }, 'status'],
  Observation: [{ status: 'banana' }, 'status'],
  Goal: [{ lifecycleStatus: 'banana' }, 'lifecycleStatus'],
  Task: [{ intent: 'banana' }, 'intent'],
  Communication: [{ priority: 'banana' }, 'priority'],
  Provenance: [{ entity: [{ role: 'banana', what: { reference: 'Goal/1' } }] }, 'entity'],
};

const misled: Readonly<Record<string, object>> = {
  QuestionnaireResponse: { author: { reference: 'Goal/1' } },
  Observation: { encounter: { reference: 'Patient/1' } },
  Goal: { expressedBy: { reference: 'Goal/1' } },
  Task: { owner: { reference: 'Goal/1' } },
  Communication: { sender: { reference: 'Goal/1' } },
  Provenance: { agent: [{ who: { reference: 'Goal/1' } }] },
};

describe('the server of the demo', () => {
  for (const { type, make } of examples) {
    it(`${type}: refuses a code that R4 does not have, and names it`, async () => {
      const [more, name] = wrong[type]!;
      const error = await failure(storeOn(freshServer()).save(make(1, more)));
      expect(error).to.include({ reason: 'refused' });
      expect(error.message).to.contain('banana').and.to.contain(name);
    });

    it(`${type}: refuses a reference to what it may not refer to`, async () => {
      const error = await failure(storeOn(freshServer()).save(make(1, misled[type])));
      expect(error).to.include({ reason: 'refused' });
      expect(error.message).to.match(/refers to a (Goal|Patient)/);
    });
  }

  it('refuses an acceptance of nobody, and one with a part that it does not have', async () => {
    const goal = examples.find(({ type }) => type === 'Goal')!;
    const acceptance = 'http://hl7.org/fhir/StructureDefinition/goal-acceptance';
    const extension = [{ url: acceptance, extension: [{ url: 'status', valueCode: 'agree' }] }];
    const store = storeOn(freshServer());
    expect((await failure(store.save(goal.make(1, { extension })))).message).to.contain('individual');
    const part = { url: 'banana', valueCode: 'agree' };
    const unknown = [{ url: acceptance, extension: [...extension[0]!.extension, part] }];
    expect((await failure(store.save(goal.make(1, { extension: unknown })))).message).to.contain('banana');
  });
});
