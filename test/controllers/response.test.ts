import { expect } from '@open-wc/testing';
import type { Observation } from 'fhir/r4.js';
import type { ActStore } from '../../src/context/store.js';
import { responseKind } from '../../src/controllers/kinds/response.js';
import { answered, type Answers } from '../../src/domain/answers/answer.js';
import { builtInInstruments } from '../../src/domain/instrument/built-in/built-in.js';
import { questionOf } from '../../src/domain/instrument/instrument.js';
import { labelWithKeyWords } from '../../src/domain/instrument/question.js';
import { scoredLinkIds } from '../../src/domain/instrument/scoring.js';
import { createMemoryDrafts } from '../../src/store/memory/memory-drafts.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { deskOn, leaveDesks } from '../support/desk.js';
import { outboxOver, stopOutboxes } from '../support/outbox.js';
import { until } from '../support/until.js';

const instrument = builtInInstruments.get('session-alliance')!((key) => labelWithKeyWords(key, 'en'));
const kind = responseKind({ instrument, scaleDirection: 'ltr' });
const items = scoredLinkIds(instrument);
const degree = (linkId: string, score: number) =>
  answered(questionOf(instrument, linkId)!.options.find((option) => option.score === score)!.value);
const all = (score: number, but: Readonly<Record<string, number>> = {}): Answers =>
  new Map(items.map((linkId) => [linkId, degree(linkId, but[linkId] ?? score)]));

const places: Readonly<Record<string, () => ActStore>> = {
  'in memory': createMemoryStore,
  'under an outbox': () => outboxOver(createMemoryStore()),
};

for (const [where, make] of Object.entries(places)) {
  describe(`the score of a response, ${where}`, () => {
    afterEach(() => {
      leaveDesks();
      stopOutboxes();
    });

    /** Two who answer the same on one record; the second saves last. */
    async function two(mine: Answers, theirs: Answers) {
      const store = make();
      const drafts = createMemoryDrafts();
      const first = deskOn(kind, { store, drafts }).begin();
      first.edit.change(all(2));
      await first.send('give');
      const second = deskOn(kind, { store, drafts });
      await until(() => second.stored());
      first.edit.change(mine);
      second.begin().edit.change(theirs);
      await second.begin().send('give');
      await first.send('give');
      const scores = async () =>
        ((await store.search('Observation', { subject: 'Patient/1' })) as Observation[]).map(
          ({ valueQuantity }) => valueQuantity?.value,
        );
      return { first, scores };
    }

    it('is that of both, where two changed different answers', async () => {
      const { first, scores } = await two(all(2, { [items[0]!]: 4 }), all(2, { [items[1]!]: 4 }));
      expect(first.edit.delivery.state).to.equal('saved');
      expect(await scores()).to.deep.equal([2 * items.length + 4]);
    });

    for (const choice of ['mine', 'theirs'] as const) {
      it(`is that of what was chosen, where a person chose "${choice}"`, async () => {
        const { first, scores } = await two(all(4), all(0));
        expect(first.edit.delivery.state).to.equal('conflict');
        await first.resolve(choice);
        expect(await scores()).to.deep.equal([choice === 'mine' ? 4 * items.length : 0]);
      });
    }
  });
}
