import { expect } from '@open-wc/testing';
import { empathyInstrumentIn } from '../../../../src/controllers/instrument/empathy-instruments.js';
import { absent, answered, type Answer } from '../../../../src/domain/answers/answer.js';
import { canonicalOf, questionsOf } from '../../../../src/domain/instrument/instrument.js';
import { scoresOf } from '../../../../src/domain/instrument/scoring.js';
import { writeQuestionnaire } from '../../../../src/fhir/questionnaire/questionnaire-writer.js';
import { empathyItemWords } from '../../../../src/i18n/words/empathy-items.js';
import { instrumentWords } from '../../../../src/i18n/words/instruments.js';
import { listWords } from '../../../i18n/word-list.js';
import { expectValid } from '../../../support/validator.js';

const words = new Map([
  ...listWords(empathyItemWords.english, 'empathy-items.'),
  ...listWords(instrumentWords.english, 'instruments.'),
]);
const localize = {
  phrase: (key: string) => ({ text: words.get(key) ?? `no words: ${key}`, lang: 'en' }),
};
const make = (id: keyof typeof layouts) => empathyInstrumentIn(localize, id);

/** What is asked, in which order. */
const layouts = {
  'session-empathy': [
    'heard: I felt heard today.',
    'understood: My therapist understood how it is for me.',
    'could-say: I could say what I really think.',
    'respected: What matters in my culture and family was respected.',
  ],
  'session-empathy-therapist': [
    'heard: My client felt heard today.',
    'understood: I understood how it is for my client.',
    'could-say: My client could say what they really think.',
    'respected: I respected what matters in my client’s culture and family.',
  ],
  'session-empathy-quick': ['understood: My therapist understood how it is for me.'],
} as const;

const SYSTEM = 'https://alliance-elements.org/fhir/CodeSystem/alliance-degree';

/** The total for degrees in the order of the items; null is no answer. */
function totalOf(id: keyof typeof layouts, ...degrees: readonly (number | 'declined' | null)[]) {
  const instrument = make(id);
  const answers = new Map<string, Answer>(
    questionsOf(instrument).flatMap(({ linkId }, index) => {
      const degree = degrees[index] ?? null;
      if (degree === null) return [];
      const answer =
        degree === 'declined' ? absent('asked-declined') : answered({ system: SYSTEM, code: String(degree) });
      return [[linkId, answer] as const];
    }),
  );
  const { total, reason, subscales } = scoresOf(instrument, answers);
  expect(subscales).to.deep.equal({});
  return total ?? reason;
}

for (const id of Object.keys(layouts) as (keyof typeof layouts)[])
  describe(`the instrument "${id}"`, () => {
    const instrument = make(id);
    const questions = questionsOf(instrument);

    it('asks in this order, about the bond, with a key word and a picture each', () => {
      expect(questions.map(({ linkId, label }) => `${linkId}: ${label.text}`)).to.deep.equal(layouts[id]);
      for (const { block, picture, linkId, label, code, required } of questions) {
        expect([block, picture, code?.[0]?.code, required]).to.deep.equal(['bond', linkId, linkId, false]);
        expect(label.segments?.filter(({ strong }) => strong).length).to.equal(1);
      }
    });

    it('has five degrees, 0 to 4, that count as they are', () => {
      for (const { options } of questions)
        expect(options.map(({ value, label, score }) => [value, label.text, score])).to.deep.equal(
          ['No, not at all', 'A little', 'Half', 'Mostly', 'Yes, fully'].map((display, degree) => [
            { system: SYSTEM, code: String(degree), display },
            ...[display, degree],
          ]),
        );
    });

    it('is found by address and version, is free, and says that it was not tested', async () => {
      expect(canonicalOf(instrument)).to.equal(
        `https://alliance-elements.org/fhir/Questionnaire/${id}|1.0.0`,
      );
      expect(instrument.copyright?.text).to.contain('CC0').and.contain('not been tested');
      expect(instrument.title.text).to.not.contain('no words');
      await expectValid(writeQuestionnaire(instrument, 'en'));
    });
  });

describe('the scores of felt empathy', () => {
  it('are one total of 0 to 16, of which one missing item is prorated', () => {
    for (const id of ['session-empathy', 'session-empathy-therapist'] as const) {
      expect(totalOf(id, 0, 0, 0, 0)).to.equal(0);
      expect(totalOf(id, 4, 4, 4, 4)).to.equal(16);
      expect(totalOf(id, 0, 1, 2, 4)).to.equal(7);
      // (1 + 2 + 3) · 4 / 3
      expect(totalOf(id, 1, 2, null, 3)).to.equal(8);
      expect(totalOf(id, 'declined', 0, 0, 0)).to.equal(0);
      expect(totalOf(id, 1, null, 'declined', 3)).to.equal('too-few-answers');
    }
  });

  it('of one question are its degree, or nothing', () => {
    expect(totalOf('session-empathy-quick', 0)).to.equal(0);
    expect(totalOf('session-empathy-quick', 4)).to.equal(4);
    expect(totalOf('session-empathy-quick', 'declined')).to.equal('too-few-answers');
  });
});
