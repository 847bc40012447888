import { expect } from '@open-wc/testing';
import { absent, answered, type Answer, type Answers } from '../../../src/domain/answers/answer.js';
import {
  itemScore,
  scoreBy,
  scoredLinkIds,
  scoreRange,
  scoresOf,
} from '../../../src/domain/instrument/scoring.js';
import type { ScoredItem, ScoreResult, ScoreRule } from '../../../src/domain/instrument/scoring.js';
import { awkwardLinkIds, degree, instrument, option, question, scale, seeded } from '../build.js';

const abc = instrument([scale('a'), scale('b'), scale('c')]);
const items: readonly ScoredItem[] = [{ linkId: 'a' }, { linkId: 'b' }, { linkId: 'c' }];

/** Answers by degree; null: no answer; a word: the reason for none. */
function given(degrees: Readonly<Record<string, number | null | 'declined' | 'unknown'>>): Answers {
  return new Map(
    Object.entries(degrees).flatMap(([linkId, value]): [string, Answer][] => {
      if (value === null) return [];
      return [[linkId, typeof value === 'number' ? answered(degree(value)) : absent(`asked-${value}`)]];
    }),
  );
}

const rule = (more: Partial<ScoreRule> = {}): ScoreRule => ({
  items,
  missing: { allowed: 0, prorate: false },
  ...more,
});
const toleratingOne = { allowed: 1, prorate: true };

describe('itemScore', () => {
  const cases: readonly (readonly [why: string, question: ReturnType<typeof scale>, Answer, number?])[] = [
    ['0 is a score', scale('a'), answered(degree(0)), 0],
    ['the score of the option', scale('a'), answered(degree(3)), 3],
    [
      'an option without a score has none',
      question('a', { type: 'choice', options: [option('x')] }),
      answered({ system: 's', code: 'x' }),
    ],
    ['a code that is no option has none', scale('a'), answered({ system: 's', code: '9' })],
    ['a code of another system has none', scale('a'), answered({ system: 'other', code: '3' })],
    ['a number is its own score', question('a', { type: 'integer' }), answered(7), 7],
    ['the number 0 is its own score', question('a', { type: 'integer' }), answered(0), 0],
    ['a text has none', question('a'), answered('7')],
    ['yes and no have none', question('a', { type: 'boolean' }), answered(true)],
    ['no answer has none', scale('a'), { state: 'unanswered' }],
    ['a declined answer has none', scale('a'), absent('asked-declined')],
    [
      'several chosen options count together',
      scale('a', { repeats: true }),
      answered(degree(1), degree(3)),
      4,
    ],
  ];
  for (const [why, asked, answer, score] of cases) {
    it(why, () => expect(itemScore(asked, answer)).to.equal(score));
  }

  it('has none where one of several chosen options has none', () => {
    const asked = question('a', { type: 'choice', repeats: true, options: [option('x', 2), option('y')] });
    expect(itemScore(asked, answered({ system: 's', code: 'x' }, { system: 's', code: 'y' }))).to.equal(
      undefined,
    );
  });
});

describe('scoreRange', () => {
  it('is that of the options, in whatever order they stand', () => {
    const options = [option('often', 3), option('never', -1), option('other')];
    expect(scoreRange(question('a', { options }))).to.deep.equal([-1, 3]);
  });

  it('is minimum and maximum of a number, 0 included', () => {
    expect(scoreRange(question('a', { type: 'integer', minimum: 0, maximum: 10 }))).to.deep.equal([0, 10]);
    expect(scoreRange(question('a', { type: 'integer', minimum: -5, maximum: 0 }))).to.deep.equal([-5, 0]);
  });

  it('is open where one end is', () => {
    expect(scoreRange(question('a', { type: 'integer', minimum: 0 }))).to.equal(undefined);
    expect(scoreRange(question('a', { type: 'integer', maximum: 10 }))).to.equal(undefined);
    expect(scoreRange(question('a'))).to.equal(undefined);
  });
});

describe('scoreBy', () => {
  const few: ScoreResult = { reason: 'too-few-answers' };
  const cases: readonly (readonly [string, Partial<ScoreRule>, Parameters<typeof given>[0], ScoreResult])[] =
    [
      ['a sum', {}, { a: 4, b: 2, c: 1 }, { value: 7 }],
      ['a sum of zeros is 0, not missing', {}, { a: 0, b: 0, c: 0 }, { value: 0 }],
      ['one missing where none may be', {}, { a: 4, b: 2, c: null }, few],
      ['nothing answered', {}, {}, few],

      ['none missing: nothing to prorate', { missing: toleratingOne }, { a: 4, b: 2, c: 1 }, { value: 7 }],
      // (4 + 2) · 3 / 2
      ['one missing, prorated', { missing: toleratingOne }, { a: 4, b: 2, c: null }, { value: 9 }],
      ['one declined, prorated', { missing: toleratingOne }, { a: 4, b: 2, c: 'declined' }, { value: 9 }],
      ['one unknown, prorated', { missing: toleratingOne }, { a: 4, b: 2, c: 'unknown' }, { value: 9 }],
      // (0 + 1) · 3 / 2
      ['one missing beside a zero', { missing: toleratingOne }, { a: 0, b: 1, c: null }, { value: 1.5 }],
      ['two missing where one may be', { missing: toleratingOne }, { a: 4, b: null, c: 'declined' }, few],
      [
        'one missing, not scaled up',
        { missing: { allowed: 1, prorate: false } },
        { a: 4, b: 2 },
        { value: 6 },
      ],
      ['all missing, although all may be', { missing: { allowed: 3, prorate: true } }, {}, few],
      ['no items', { items: [] }, { a: 4 }, { reason: 'not-scored' }],

      // 0 + 4 − 1 = 3, and 2 + 3 + 4
      [
        'an item worded the other way',
        { items: [{ linkId: 'a', reversed: true }, { linkId: 'b' }, { linkId: 'c' }] },
        { a: 1, b: 2, c: 4 },
        { value: 9 },
      ],
      ['0 reversed is the maximum', { items: [{ linkId: 'a', reversed: true }] }, { a: 0 }, { value: 4 }],
      // 2·3 + 0.5·2 + 1·4
      [
        'weights',
        { items: [{ linkId: 'a', weight: 2 }, { linkId: 'b', weight: 0.5 }, { linkId: 'c' }] },
        { a: 3, b: 2, c: 4 },
        { value: 11 },
      ],
      // (2·3 + 1·4) · (2 + 0.5 + 1) / (2 + 1) = 35 / 3
      [
        'weights, one missing',
        {
          items: [{ linkId: 'a', weight: 2 }, { linkId: 'b', weight: 0.5 }, { linkId: 'c' }],
          missing: toleratingOne,
        },
        { a: 3, b: null, c: 4 },
        { value: 35 / 3 },
      ],
      // (2·(0 + 4 − 1) + 4) · 4 / 3
      [
        'weight, reversal and one missing',
        {
          items: [{ linkId: 'a', weight: 2, reversed: true }, { linkId: 'b' }, { linkId: 'c' }],
          missing: toleratingOne,
        },
        { a: 1, b: 4, c: null },
        { value: 40 / 3 },
      ],
      ['an item of weight 0 alone', { items: [{ linkId: 'a', weight: 0 }] }, { a: 4 }, few],
      [
        'an item that is not in the instrument',
        { items: [{ linkId: 'z' }], missing: toleratingOne },
        { a: 4 },
        { reason: 'no-scale' },
      ],
    ];
  for (const [why, more, degrees, result] of cases) {
    it(why, () => {
      const got = scoreBy(rule(more), abc, given(degrees));
      if ('value' in result && 'value' in got) expect(got.value).to.be.closeTo(result.value, 1e-12);
      else expect(got).to.deep.equal(result);
    });
  }

  it('cannot reverse an item without a closed scale', () => {
    const open = instrument([question('n', { type: 'integer', minimum: 0 })]);
    const reversed = rule({ items: [{ linkId: 'n', reversed: true }] });
    expect(scoreBy(reversed, open, new Map([['n', answered(3)]]))).to.deep.equal({ reason: 'no-scale' });
  });

  it('reverses a number between its ends', () => {
    const closed = instrument([question('n', { type: 'integer', minimum: 1, maximum: 10 })]);
    const reversed = rule({ items: [{ linkId: 'n', reversed: true }] });
    expect(scoreBy(reversed, closed, new Map([['n', answered(3)]]))).to.deep.equal({ value: 8 });
  });

  it('gives, over many random answers, a prorated total between lowest and highest', () => {
    const random = seeded(1);
    const degreeOrNone = (): number | null => (random() < 0.2 ? null : Math.floor(random() * 5));
    for (let round = 0; round < 500; round += 1) {
      const degrees = { a: degreeOrNone(), b: degreeOrNone(), c: degreeOrNone() };
      const values = Object.values(degrees).filter((value) => value !== null);
      const result = scoreBy(rule({ missing: toleratingOne }), abc, given(degrees));
      expect('value' in result, JSON.stringify(degrees)).to.equal(values.length >= 2);
      if (!('value' in result)) continue;
      expect(result.value).to.be.within(0, 12);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(result.value).to.be.closeTo(3 * mean, 1e-12);
    }
  });
});

describe('scoresOf', () => {
  const pair = rule({ items: [{ linkId: 'b' }, { linkId: 'c' }] });
  const scored = { ...abc, total: rule({ missing: toleratingOne }), subscales: { pair } };

  it('tells total, subscales and how many are answered', () => {
    expect(scoresOf(scored, given({ a: 1, b: 2, c: 0 }))).to.deep.equal({
      total: 3,
      subscales: { pair: 2 },
      subscaleReasons: {},
      answered: 3,
      of: 3,
    });
  });

  it('gives a subscale only if all of it is answered; the total may lack one', () => {
    expect(scoresOf(scored, given({ a: 1, b: 3, c: 'declined' }))).to.deep.equal({
      total: 6,
      subscales: {},
      subscaleReasons: { pair: 'too-few-answers' },
      answered: 2,
      of: 3,
    });
  });

  it('says why there is no total', () => {
    const { total, reason, answered: count } = scoresOf(scored, given({ a: 1 }));
    expect([total, reason, count]).to.deep.equal([undefined, 'too-few-answers', 1]);
  });

  it('says that an instrument without a rule is not scored', () => {
    expect(scoresOf(abc, given({ a: 1, b: 2, c: 3 }))).to.deep.equal({
      reason: 'not-scored',
      subscales: {},
      subscaleReasons: {},
      answered: 0,
      of: 0,
    });
  });

  for (const linkId of awkwardLinkIds) {
    it(`counts an item "${linkId}"`, () => {
      const odd = instrument([scale(linkId)], { total: rule({ items: [{ linkId }] }) });
      expect(scoresOf(odd, new Map()).answered).to.equal(0);
      expect(scoresOf(odd, new Map([[linkId, answered(degree(0))]]))).to.include({ total: 0, answered: 1 });
    });
  }

  it('names each scored item once, also where total and subscale share it', () => {
    expect(scoredLinkIds(scored)).to.deep.equal(['a', 'b', 'c']);
    expect(scoredLinkIds(abc)).to.deep.equal([]);
  });
});
