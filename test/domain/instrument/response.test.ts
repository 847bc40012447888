import { expect } from '@open-wc/testing';
import { absent, answered, noAnswers } from '../../../src/domain/answers/answer.js';
import type { Answers, Value } from '../../../src/domain/answers/answer.js';
import {
  clearAnswer,
  giveAnswer,
  leaveOut,
  missingQuestions,
  type Change,
  type Refusal,
} from '../../../src/domain/instrument/response.js';
import { awkwardLinkIds, degree, instrument, question, scale } from '../build.js';

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

describe('an answer that nobody could give now', () => {
  const old = { system: 's', code: 'old' };
  const before: Answers = new Map([['several', answered(old)]]);

  it('stays beside what is chosen, and goes when it is taken back', () => {
    const both = answersIn(giveAnswer(asked, before, 'several', old, degree(1)));
    expect(both.get('several')).to.deep.equal(answered(old, degree(1)));
    const one = answersIn(giveAnswer(asked, both, 'several', degree(1)));
    expect(one.get('several')).to.deep.equal(answered(degree(1)));
    expect(giveAnswer(asked, one, 'several', old, degree(1))).to.deep.equal({ refused: 'not-an-option' });
  });
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
