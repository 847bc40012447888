import { expect } from '@open-wc/testing';
import { absent, answered, noAnswers } from '../../src/domain/answer.js';
import type { Answers, Value } from '../../src/domain/answer.js';
import type { Question } from '../../src/domain/instrument.js';
import {
  clearAnswer,
  giveAnswer,
  leaveOut,
  missingQuestions,
  refusalOf,
  type Change,
  type Refusal,
} from '../../src/domain/response.js';
import { awkwardLinkIds, degree, instrument, question, scale } from './build.js';

const asked = instrument([
  scale('degree'),
  question('words', { maxLength: 5 }),
  question('number', { type: 'integer', minimum: 0, maximum: 10 }),
  scale('several', { repeats: true }),
  question('fixed', { readOnly: true }),
]);

function answersIn(change: Change): Answers {
  if ('refused' in change) throw new Error(`refused: ${change.refused}`);
  return change.answers;
}

describe('refusalOf', () => {
  const integer = question('n', { type: 'integer', minimum: 0, maximum: 10 });
  const decimal = question('n', { type: 'decimal', minimum: -0.5, maximum: 0.5 });
  const dates = question('d', {
    type: 'choice',
    options: [{ value: 0, label: { text: 'none' } }, { value: '', label: { text: 'empty' } }],
  }); // prettier-ignore
  const cases: readonly (readonly [why: string, Question, Value, Refusal?])[] = [
    ['an option', scale('a'), degree(0)],
    ['an option, whatever its display', scale('a'), { ...degree(0), display: 'Nada' }],
    ['a code that is none', scale('a'), degree(5), 'not-an-option'],
    ['a code of another system', scale('a'), { system: 't', code: '0' }, 'not-an-option'],
    ['a bare code', scale('a'), '0', 'not-an-option'],
    ['the option 0 of numbers', dates, 0],
    ['false is not the option 0', dates, false, 'not-an-option'],

    ['the minimum, which is 0', integer, 0],
    ['the maximum', integer, 10],
    ['below the minimum', integer, -1, 'below-minimum'],
    ['above the maximum', integer, 11, 'above-maximum'],
    ['a fraction where whole numbers are asked', integer, 1.5, 'not-a-number'],
    ['a fraction', decimal, 0.25],
    ['below a fraction', decimal, -0.51, 'below-minimum'],
    ['NaN', decimal, NaN, 'not-a-number'],
    ['infinity', question('n', { type: 'decimal' }), Infinity, 'not-a-number'],
    ['more than can be counted exactly', question('n', { type: 'integer' }), 2 ** 53, 'not-a-number'],
    ['a text for a number', integer, '3', 'not-a-number'],
    ['yes for a number', integer, true, 'not-a-number'],

    ['a text', question('t'), 'words'],
    ['a text of the full length', question('t', { maxLength: 5 }), 'words'],
    ['a longer text', question('t', { maxLength: 4 }), 'words', 'too-long'],
    ['a number for a text', question('t'), 5, 'wrong-type'],
    ['a code for a text', question('t', { type: 'string' }), degree(0), 'wrong-type'],
    ['yes for a text', question('t'), true, 'wrong-type'],

    ['yes', question('b', { type: 'boolean' }), true],
    ['no', question('b', { type: 'boolean' }), false],
    ['a text for yes or no', question('b', { type: 'boolean' }), 'yes', 'wrong-type'],
    ['0 for yes or no', question('b', { type: 'boolean' }), 0, 'wrong-type'],
  ];
  for (const [why, to, value, refusal] of cases) {
    it(`${refusal === undefined ? 'takes' : `refuses (${refusal})`}: ${why}`, () => {
      expect(refusalOf(to, value)).to.equal(refusal);
    });
  }
});

describe('giveAnswer', () => {
  it('gives a new set of answers and leaves the former as it was', () => {
    const before: Answers = new Map([['words', answered('hello')]]);
    const after = answersIn(giveAnswer(asked, before, 'degree', degree(0)));
    expect(Object.fromEntries(after)).to.deep.equal({
      words: answered('hello'),
      degree: answered(degree(0)),
    });
    expect(Object.fromEntries(before)).to.deep.equal({ words: answered('hello') });
  });

  it('keeps 0 as an answer', () => {
    expect(answersIn(giveAnswer(asked, noAnswers, 'number', 0)).get('number')).to.deep.equal(answered(0));
  });

  it('keeps several values of a question that takes several', () => {
    const after = answersIn(giveAnswer(asked, noAnswers, 'several', degree(0), degree(2)));
    expect(after.get('several')).to.deep.equal(answered(degree(0), degree(2)));
  });

  it('replaces a reason for no answer', () => {
    const before: Answers = new Map([['degree', absent('asked-declined')]]);
    const after = answersIn(giveAnswer(asked, before, 'degree', degree(1)));
    expect(after.get('degree')).to.deep.equal(answered(degree(1)));
  });

  for (const text of ['', ' ', '\n\t', '\u00a0']) {
    it(`takes a text of nothing but ${JSON.stringify(text)} for no answer`, () => {
      const before: Answers = new Map([['words', answered('hello')]]);
      expect(answersIn(giveAnswer(asked, before, 'words', text)).has('words')).to.be.false;
    });
  }

  it('takes no value at all for no answer', () => {
    const before: Answers = new Map([['several', answered(degree(1))]]);
    expect(answersIn(giveAnswer(asked, before, 'several')).has('several')).to.be.false;
  });

  const refused: readonly (readonly [linkId: string, values: Value[], Refusal])[] = [
    ['elsewhere', ['x'], 'unknown-item'],
    ['fixed', ['x'], 'read-only'],
    ['degree', [degree(7)], 'not-an-option'],
    ['several', [degree(0), degree(7)], 'not-an-option'],
    ['degree', [degree(0), degree(1)], 'too-many'],
    ['number', [-1], 'below-minimum'],
    ['words', ['longer'], 'too-long'],
  ];
  for (const [linkId, values, reason] of refused) {
    it(`refuses ${JSON.stringify(values)} for "${linkId}": ${reason}`, () => {
      expect(giveAnswer(asked, noAnswers, linkId, ...values)).to.deep.equal({ refused: reason });
    });
  }

  for (const linkId of awkwardLinkIds) {
    it(`keeps an answer to "${linkId}", if that is asked`, () => {
      expect(giveAnswer(asked, noAnswers, linkId, 'x')).to.deep.equal({ refused: 'unknown-item' });
      const after = answersIn(giveAnswer(instrument([question(linkId)]), noAnswers, linkId, 'x'));
      expect([...after]).to.deep.equal([[linkId, answered('x')]]);
    });
  }
});

describe('leaveOut and clearAnswer', () => {
  const before: Answers = new Map([['degree', answered(degree(0))]]);

  it('keep the reason, in place of the answer', () => {
    const after = answersIn(leaveOut(asked, before, 'degree', 'asked-unknown'));
    expect([...after]).to.deep.equal([['degree', absent('asked-unknown')]]);
  });

  it('take answer or reason away', () => {
    expect(answersIn(clearAnswer(asked, before, 'degree')).size).to.equal(0);
    const declined = answersIn(leaveOut(asked, before, 'degree', 'asked-declined'));
    expect(answersIn(clearAnswer(asked, declined, 'degree')).size).to.equal(0);
  });

  it('leave the former answers as they were', () => {
    leaveOut(asked, before, 'degree', 'asked-declined');
    clearAnswer(asked, before, 'degree');
    expect([...before]).to.deep.equal([['degree', answered(degree(0))]]);
  });

  it('refuse what cannot be answered', () => {
    expect(leaveOut(asked, before, 'fixed', 'asked-declined')).to.deep.equal({ refused: 'read-only' });
    expect(clearAnswer(asked, before, 'elsewhere')).to.deep.equal({ refused: 'unknown-item' });
  });
});

describe('missingQuestions', () => {
  const total = {
    items: [{ linkId: 'scored' }, { linkId: 'fixed' }],
    missing: { allowed: 1, prorate: true },
  };
  const form = instrument(
    [
      question('open'),
      scale('scored'),
      scale('needed', { required: true }),
      scale('fixed', { required: true, readOnly: true }),
    ],
    { total },
  );
  const missing = (answers: Answers, everyScored: boolean): string[] =>
    missingQuestions(form, answers, everyScored).map(({ linkId }) => linkId);

  it('asks for what the instrument requires', () => {
    expect(missing(noAnswers, false)).to.deep.equal(['needed']);
  });

  it('asks for every scored item too, if wanted, in reading order', () => {
    expect(missing(noAnswers, true)).to.deep.equal(['scored', 'needed']);
  });

  it('takes 0 and either reason for an answer', () => {
    expect(missing(new Map([['needed', answered(degree(0))]]), false)).to.deep.equal([]);
    expect(missing(new Map([['needed', absent('asked-unknown')]]), false)).to.deep.equal([]);
    expect(missing(new Map([['needed', absent('asked-declined')]]), false)).to.deep.equal([]);
  });
});
