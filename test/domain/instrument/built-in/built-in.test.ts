import { expect } from '@open-wc/testing';
import { answered, absent, type Answer, type Answers } from '../../../../src/domain/answers/answer.js';
import { canonicalOf, questionsOf, type Instrument } from '../../../../src/domain/instrument/instrument.js';
import { labelWithKeyWords } from '../../../../src/domain/instrument/question.js';
import { builtInInstruments } from '../../../../src/domain/instrument/built-in/built-in.js';
import { scoresOf, type Scores } from '../../../../src/domain/instrument/scoring.js';
import { instrumentWords } from '../../../../src/i18n/words/instruments.js';
import { listWords } from '../../../i18n/word-list.js';

const words = listWords(instrumentWords.english);

const make = (id: string): Instrument =>
  builtInInstruments.get(id)!((key) => labelWithKeyWords(words.get(key) ?? `no words: ${key}`, 'en'));

const SYSTEM = 'https://alliance-elements.org/fhir/CodeSystem/alliance-degree';

/** Scores for degrees in the order of the items; null is no answer, "declined" a reason. */
function scores(instrument: Instrument, ...degrees: (number | null | 'declined')[]): Scores {
  const questions = questionsOf(instrument);
  const answers: Answers = new Map(
    degrees.flatMap((degree, index): [string, Answer][] => {
      if (degree === null) return [];
      const answer =
        degree === 'declined' ? absent('asked-declined') : answered({ system: SYSTEM, code: String(degree) });
      return [[questions[index]!.linkId, answer]];
    }),
  );
  return scoresOf(instrument, answers);
}

const layouts: Readonly<Record<string, readonly string[]>> = {
  'session-alliance': [
    'person bond choice',
    'trust bond choice',
    'same-goal goal choice',
    'chose goal choice',
    'why task choice',
    'daily-life task choice',
    'amount - choice',
    'open - text',
  ],
  'session-alliance-brief': ['trust bond choice', 'same-goal goal choice', 'why task choice'],
};

describe('our own instruments', () => {
  it('are the two that the element names', () => {
    expect([...builtInInstruments.keys()]).to.deep.equal(Object.keys(layouts));
  });
});

for (const [id, layout] of Object.entries(layouts)) {
  describe(`the instrument "${id}"`, () => {
    const instrument = make(id);
    const questions = questionsOf(instrument);

    it('asks in this order, each item for its part of the alliance', () => {
      const found = questions.map(({ linkId, block, type }) => `${linkId} ${block ?? '-'} ${type}`);
      expect(found).to.deep.equal(layout);
    });

    it('has words for everything, in their language', () => {
      const labels = [instrument.title, instrument.copyright, ...questions.map(({ label }) => label)];
      for (const label of labels) {
        expect(label?.text)
          .to.match(/\S/)
          .and.not.match(/no words/);
        expect(label?.lang).to.equal('en');
      }
    });

    it('marks key words and names a picture for every item', () => {
      for (const { label, picture, linkId } of questions) {
        expect(label.segments?.filter(({ strong }) => strong).length).to.equal(1);
        expect(picture).to.equal(linkId);
      }
    });

    it('has five degrees per scale, "No, not at all" as code 0 to "Yes, fully" as 4, that count as they are', () => {
      for (const question of questions.filter(({ block }) => block !== undefined)) {
        expect(question.options.map(({ value, label, score }) => [value, label.text, score])).to.deep.equal(
          ['No, not at all', 'A little', 'Half', 'Mostly', 'Yes, fully'].map((display, degree) => [
            { system: SYSTEM, code: String(degree), display },
            display,
            degree,
          ]),
        );
      }
    });

    it('asks how much was done in three words that count nothing', () => {
      for (const { options } of questions.filter(({ linkId }) => linkId === 'amount')) {
        expect(options.map(({ label, score }) => [label.text, score])).to.deep.equal([
          ['Too little', undefined],
          ['About right', undefined],
          ['Too much', undefined],
        ]);
      }
    });

    it('forces no answer, and allows one only', () => {
      for (const { required, readOnly, repeats } of questions) {
        expect([required, readOnly, repeats]).to.deep.equal([false, false, false]);
      }
    });

    it('is found by address and version', () => {
      expect(canonicalOf(instrument)).to.equal(
        `https://alliance-elements.org/fhir/Questionnaire/${id}|2.0.0`,
      );
      expect(instrument.copyright?.text).to.contain('CC0');
    });
  });
}

describe('the scores of "session-alliance"', () => {
  const six = make('session-alliance');
  type Degrees = readonly (number | null | 'declined')[];
  type Case = readonly [why: string, degrees: Degrees, total: number | undefined, answered: number];
  const cases: readonly Case[] = [
    ['the lowest is 0', [0, 0, 0, 0, 0, 0], 0, 6],
    ['the highest is 24', [4, 4, 4, 4, 4, 4], 24, 6],
    ['a sum', [0, 1, 2, 3, 4, 0], 10, 6],
    // 15 · 6 / 5
    ['one missing', [3, 3, 3, 3, 3, null], 18, 5],
    // 7 · 6 / 5
    ['one declined', ['declined', 0, 1, 2, 4, 0], 8.4, 5],
    ['two missing', [3, 3, 3, 3, null, null], undefined, 4],
    ['nothing', [], undefined, 0],
  ];
  for (const [why, degrees, total, count] of cases) {
    it(`${why}: [${degrees.map((degree) => degree ?? '-').join(' ')}]`, () => {
      const got = scores(six, ...degrees);
      if (total === undefined) expect(got).to.include({ reason: 'too-few-answers' });
      else expect(got.total).to.be.closeTo(total, 1e-12);
      expect('total' in got).to.equal(total !== undefined);
      // Two items are no scale
      expect(got).to.deep.include({ subscales: {}, subscaleReasons: {}, answered: count, of: 6 });
    });
  }

  it('do not change with the amount, and with what is written to the open question', () => {
    const amount = answered({
      system: 'https://alliance-elements.org/fhir/CodeSystem/alliance-amount',
      code: 'too-much',
    });
    const open: Answers = new Map([
      ['amount', amount],
      ['open', answered('More time')],
    ]);
    expect(scoresOf(six, open)).to.include({ answered: 0, of: 6 });
  });
});

describe('the scores of "session-alliance-brief"', () => {
  const three = make('session-alliance-brief');

  it('are one total of 0 to 12, never a subscale', () => {
    expect(scores(three, 0, 0, 0)).to.deep.include({ total: 0, subscales: {} });
    expect(scores(three, 4, 4, 4)).to.deep.include({ total: 12, subscales: {} });
  });

  it('tolerate one missing item, not two', () => {
    // (1 + 2) · 3 / 2
    expect(scores(three, 1, null, 2).total).to.equal(4.5);
    expect(scores(three, 1, null, null)).to.include({ reason: 'too-few-answers', answered: 1, of: 3 });
  });
});
