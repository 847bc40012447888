import { expect } from '@open-wc/testing';
import {
  absent,
  answered,
  noAnswers,
  type Answer,
  type Answers,
} from '../../../src/domain/answers/answer.js';
import {
  linkIdsAbsent,
  toPlainAnswers,
  withAbsent,
  withPlainAnswers,
} from '../../../src/domain/instrument/plain-answers.js';
import type { GivenAnswers } from '../../../src/domain/instrument/plain-answers.js';
import type { Refusal } from '../../../src/domain/instrument/response.js';
import { awkwardLinkIds, degree, instrument, question, scale, seeded } from '../build.js';

const option = (code: string): object => ({ system: 's', code, display: `Option ${code}` });
const asked = instrument([
  scale('degree'),
  scale('several', { repeats: true }),
  question('words', { maxLength: 8 }),
  question('whole', { type: 'integer', minimum: 0, maximum: 10 }),
  question('part', { type: 'decimal' }),
  question('yes', { type: 'boolean' }),
  question('year', { type: 'choice', options: [0, 2024].map((value) => ({ value, label: { text: '' } })) }),
]);

const set = (given: GivenAnswers, current: Answers = noAnswers): ReturnType<typeof withPlainAnswers> =>
  withPlainAnswers(asked, current, given);

describe('what a host sets', () => {
  /** What it becomes: values; nothing (unanswered); or, as a word, why it is refused. */
  const cases: readonly (readonly [linkId: string, given: unknown, becomes: readonly unknown[] | Refusal])[] =
    [
      ['degree', '3', [option('3')]],
      ['degree', 3, [option('3')]],
      ['degree', 's|3', [option('3')]],
      ['degree', 0, [option('0')]],
      ['degree', '0', [option('0')]],
      ['degree', ['3'], [option('3')]],
      ['degree', '', []],
      ['degree', null, []],
      ['degree', undefined, []],
      ['degree', [], []],
      ['degree', '9', 'not-an-option'],
      ['degree', 't|3', 'not-an-option'],
      ['degree', '|3', 'not-an-option'],
      ['degree', ' 3', 'not-an-option'],
      ['degree', 'Option 3', 'not-an-option'],
      ['degree', false, 'not-an-option'],
      ['degree', NaN, 'not-an-option'],
      ['degree', ['1', '2'], 'too-many'],

      ['several', ['0', 3], [option('0'), option('3')]],
      ['several', '0', [option('0')]],
      ['several', ['0', '9'], 'not-an-option'],

      ['year', 0, [0]],
      ['year', '2024', [2024]],
      ['year', 2023, 'not-an-option'],

      ['whole', 0, [0]],
      ['whole', '0', [0]],
      ['whole', ' 7 ', [7]],
      ['whole', '', []],
      ['whole', ' ', []],
      ['whole', '1.5', 'not-a-number'],
      ['whole', 'seven', 'not-a-number'],
      ['whole', false, 'not-a-number'],
      ['whole', NaN, 'not-a-number'],
      ['whole', Infinity, 'not-a-number'],
      ['whole', -1, 'below-minimum'],
      ['whole', '11', 'above-maximum'],
      ['part', '-0.5', [-0.5]],

      ['words', 'fine', ['fine']],
      ['words', '0', ['0']],
      ['words', 0, ['0']],
      ['words', '', []],
      ['words', ' \n', []],
      ['words', 'far too long', 'too-long'],
      ['words', true, 'wrong-type'],

      ['yes', true, [true]],
      ['yes', false, [false]],
      ['yes', 'false', [false]],
      ['yes', 'true', [true]],
      ['yes', '', []],
      ['yes', 0, 'wrong-type'],
      ['yes', 'yes', 'wrong-type'],

      ['elsewhere', '3', 'unknown-item'],
    ];
  for (const [linkId, given, becomes] of cases) {
    const result = typeof becomes === 'string' ? becomes : becomes.length > 0 ? 'taken' : 'no answer';
    it(`${linkId} = ${typeof given === 'number' ? given : JSON.stringify(given)}: ${result}`, () => {
      const { answers, refused } = set({ [linkId]: given } as GivenAnswers);
      if (typeof becomes === 'string') {
        expect(refused).to.deep.equal([{ linkId, value: given, reason: becomes }]);
        expect(answers.size).to.equal(0);
        return;
      }
      expect(refused).to.deep.equal([]);
      const answer = answers.get(linkId);
      expect(answer?.state === 'answered' ? answer.values : []).to.deep.equal(becomes);
    });
  }

  it('takes what fits, and gives the rest back with its reason', () => {
    const { answers, refused } = set({ degree: 0, whole: 99, words: 'ok' });
    expect([...answers.keys()]).to.deep.equal(['degree', 'words']);
    expect(refused).to.deep.equal([{ linkId: 'whole', value: 99, reason: 'above-maximum' }]);
  });

  it('replaces all former answers: an absent key means unanswered', () => {
    const current: Answers = new Map([['degree', answered(degree(4))]]);
    expect([...set({ words: 'ok' }, current).answers.keys()]).to.deep.equal(['words']);
    expect(current.size).to.equal(1);
  });

  it('keeps what was left out on purpose, unless it is answered now', () => {
    const current: Answers = new Map<string, Answer>([
      ['degree', absent('asked-declined')],
      ['whole', absent('asked-unknown')],
    ]);
    const { answers } = set({ degree: 0 }, current);
    expect(answers.get('degree')?.state).to.equal('answered');
    expect(answers.get('whole')).to.deep.equal(absent('asked-unknown'));
  });

  it('does not change what it was given', () => {
    const given = Object.freeze({ several: Object.freeze(['0', '1']) });
    expect(set(given).answers.size).to.equal(1);
  });
});

describe('withAbsent', () => {
  const current: Answers = new Map<string, Answer>([
    ['degree', absent('asked-declined')],
    ['whole', absent('asked-unknown')],
    ['words', answered('ok')],
  ]);

  it('replaces the list for its reason alone', () => {
    const { answers, refused } = withAbsent(asked, current, ['words'], 'asked-declined');
    expect(Object.fromEntries(answers)).to.deep.equal({
      whole: absent('asked-unknown'),
      words: absent('asked-declined'),
    });
    expect(refused).to.deep.equal([]);
    expect(current.size).to.equal(3);
  });

  it('moves a question from one reason to the other', () => {
    const { answers } = withAbsent(asked, current, ['degree', 'whole'], 'asked-unknown');
    expect(answers.get('degree')).to.deep.equal(absent('asked-unknown'));
    expect(linkIdsAbsent(answers, 'asked-declined')).to.deep.equal([]);
  });

  it('gives back a linkId that is not asked', () => {
    const { refused } = withAbsent(asked, noAnswers, ['elsewhere'], 'asked-unknown');
    expect(refused).to.deep.equal([{ linkId: 'elsewhere', value: 'asked-unknown', reason: 'unknown-item' }]);
  });
});

describe('what a host reads', () => {
  it('is plain values by linkId: codes for choices, arrays for several', () => {
    const answers: Answers = new Map<string, Answer>([
      ['degree', answered(degree(0))],
      ['several', answered(degree(0), degree(2))],
      ['yes', answered(false)],
      ['whole', answered(0)],
      ['part', absent('asked-declined')],
      ['words', absent('asked-unknown')],
    ]);
    expect(toPlainAnswers(answers)).to.deep.equal({ degree: '0', several: ['0', '2'], yes: false, whole: 0 });
    expect(linkIdsAbsent(answers, 'asked-declined')).to.deep.equal(['part']);
    expect(linkIdsAbsent(answers, 'asked-unknown')).to.deep.equal(['words']);
  });

  for (const linkId of awkwardLinkIds) {
    it(`has "${linkId}" as a key of its own, and takes it back`, () => {
      const odd = instrument([scale(linkId)]);
      const plain = toPlainAnswers(new Map([[linkId, answered(degree(0))]]));
      expect(Object.keys(plain)).to.deep.equal([linkId]);
      const { answers, refused } = withPlainAnswers(odd, noAnswers, plain);
      expect(answers.get(linkId)).to.deep.equal({ state: 'answered', values: [option('0')] });
      expect(refused).to.deep.equal([]);
    });
  }

  it('is taken back as it was, over many random answers', () => {
    const random = seeded(3);
    const below = (limit: number): number => Math.floor(random() * limit);
    for (let round = 0; round < 200; round += 1) {
      const plain = {
        ...(below(2) ? { degree: String(below(5)) } : {}),
        ...(below(2) ? { several: ['0', String(1 + below(4))] } : {}),
        ...(below(2) ? { whole: below(11) } : {}),
        ...(below(2) ? { part: random() - 0.5 } : {}),
        ...(below(2) ? { yes: below(2) === 0 } : {}),
      };
      const { answers, refused } = set(plain);
      expect(refused).to.deep.equal([]);
      expect(toPlainAnswers(answers)).to.deep.equal(plain);
    }
  });
});
