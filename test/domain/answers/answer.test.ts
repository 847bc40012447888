import { expect } from '@open-wc/testing';
import {
  absent,
  answered,
  answerOf,
  isCoding,
  noAnswers,
  sameAnswer,
  sameAnswers,
  sameValue,
  unanswered,
} from '../../../src/domain/answers/answer.js';
import type { Answer, Answers, Value } from '../../../src/domain/answers/answer.js';
import { awkwardLinkIds } from '../build.js';

describe('sameValue', () => {
  const cases: readonly (readonly [Value, Value, boolean])[] = [
    [0, 0, true],
    [0, 1, false],
    [0, '0', false],
    [0, false, false],
    [0, '', false],
    ['', false, false],
    [true, true, true],
    ['yes', 'yes', true],
    ['yes', 'Yes', false],
    [{ code: '0' }, '0', false],
    [{ code: '0' }, { code: '0' }, true],
    [{ code: '0' }, { code: '00' }, false],
    [{ system: 's', code: '0' }, { system: 's', code: '0', display: 'Not at all' }, true],
    [{ system: 's', code: '0' }, { system: 't', code: '0' }, false],
    [{ system: '', code: '0' }, { code: '0' }, true],
  ];
  for (const [one, other, same] of cases) {
    it(`${JSON.stringify(one)} and ${JSON.stringify(other)}: ${same ? 'same' : 'different'}`, () => {
      expect(sameValue(one, other)).to.equal(same);
      expect(sameValue(other, one)).to.equal(same);
    });
  }
});

describe('sameAnswer', () => {
  const kinds: Readonly<Record<string, Answer>> = {
    unanswered,
    zero: answered(0),
    one: answered(1),
    'zero and one': answered(0, 1),
    'one and zero': answered(1, 0),
    'code 0': answered({ code: '0' }),
    'no (false)': answered(false),
    declined: absent('asked-declined'),
    unknown: absent('asked-unknown'),
  };
  for (const [nameOfOne, one] of Object.entries(kinds)) {
    for (const [nameOfOther, other] of Object.entries(kinds)) {
      const same = nameOfOne === nameOfOther;
      it(`${nameOfOne} and ${nameOfOther}: ${same ? 'same' : 'different'}`, () => {
        expect(sameAnswer(structuredClone(one), structuredClone(other))).to.equal(same);
      });
    }
  }
});

describe('sameAnswers', () => {
  it('takes an absent key and "unanswered" for the same', () => {
    expect(sameAnswers(new Map([['a', unanswered]]), noAnswers)).to.be.true;
  });

  it('does not take 0 for unanswered', () => {
    expect(sameAnswers(new Map([['a', answered(0)]]), noAnswers)).to.be.false;
    expect(sameAnswers(noAnswers, new Map([['a', answered(0)]]))).to.be.false;
  });

  it('does not mind the order of the questions', () => {
    const pairs: [string, Answer][] = [
      ['a', answered(0)],
      ['b', absent('asked-unknown')],
    ];
    expect(sameAnswers(new Map(pairs), new Map(pairs.toReversed()))).to.be.true;
  });
});

describe('answerOf', () => {
  for (const linkId of awkwardLinkIds) {
    it(`knows no answer to "${linkId}" until there is one`, () => {
      expect(answerOf(noAnswers, linkId)).to.equal(unanswered);
      const answers: Answers = new Map([[linkId, answered(0)]]);
      expect(answerOf(answers, linkId)).to.deep.equal({ state: 'answered', values: [0] });
    });
  }
});

describe('isCoding', () => {
  it('tells codes from plain values', () => {
    expect(isCoding({ code: '0' })).to.be.true;
    for (const value of [0, '', '0', false]) expect(isCoding(value)).to.be.false;
  });
});
