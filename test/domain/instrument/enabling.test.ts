import { expect } from '@open-wc/testing';
import { absent, answered, type Answer, type Value } from '../../../src/domain/answers/answer.js';
import type { Condition, Operator } from '../../../src/domain/instrument/enabling.js';
import { disabledItems, undecidedItems, type Item } from '../../../src/domain/instrument/instrument.js';
import { degree, instrument, question } from '../build.js';

const on = (linkId: string, operator: Operator, value: Value): Condition => ({ linkId, operator, value });

function asked(
  conditions: readonly Condition[],
  answers: Readonly<Record<string, Answer>>,
  behavior: 'all' | 'any' = 'all',
): boolean {
  const form = instrument([
    question('a', { repeats: true }),
    question('b'),
    question('q', { enabling: { conditions, behavior } }),
  ]);
  const off = [...disabledItems(form, new Map(Object.entries(answers)))].map(({ linkId }) => linkId);
  return !off.includes('q');
}

describe('when an item is asked', () => {
  const cases: readonly (readonly [Operator, Value, Answer | undefined, boolean])[] = [
    ['exists', true, undefined, false],
    ['exists', false, undefined, true],
    ['exists', true, answered(0), true],
    ['exists', false, answered(0), false],
    ['exists', true, absent('asked-declined'), false],
    ['=', 0, answered(0), true],
    ['=', 0, undefined, false],
    ['=', 0, absent('asked-unknown'), false],
    ['=', false, answered(false), true],
    ['=', false, answered(0), false],
    ['=', degree(1), answered({ ...degree(1), display: 'One' }), true],
    ['=', degree(1), answered({ system: 'other', code: '1' }), false],
    ['!=', 'x', answered('y'), true],
    ['!=', 'x', answered('x'), false],
    ['!=', 'x', undefined, false],
    ['!=', 'x', answered('x', 'y'), false],
    ['>', 3, answered(4), true],
    ['>', 3, answered(3), false],
    ['>=', 3, answered(3), true],
    ['<', 0, answered(-1), true],
    ['<=', 0, answered(0), true],
    ['<', '2024-03-01', answered('2024-02-29'), true],
    ['>=', '10:00:00', answered('09:59:59'), false],
    ['>', { value: 5, unit: 'kg' }, answered({ value: 6, unit: 'kg' }), true],
    ['>', { value: 5, unit: 'kg' }, answered({ value: 6, unit: 'lb' }), false],
    ['>', 3, answered('4'), false],
    ['>', 3, answered(1, 4), true],
  ];
  for (const [operator, value, answer, expected] of cases) {
    it(`${JSON.stringify(answer ?? 'no answer')} ${operator} ${JSON.stringify(value)}: ${expected ? 'asked' : 'not asked'}`, () => {
      expect(asked([on('a', operator, value)], answer ? { a: answer } : {})).to.equal(expected);
    });
  }

  it('wants all conditions, or any', () => {
    const both = [on('a', '=', 1), on('b', '=', 2)];
    const one = { a: answered(1) };
    expect(asked(both, one, 'all')).to.equal(false);
    expect(asked(both, one, 'any')).to.equal(true);
    expect(asked(both, { ...one, b: answered(2) }, 'all')).to.equal(true);
  });

  it('never asks what depends on a question that is not there', () => {
    expect(asked([on('nowhere', '=', 1)], {})).to.equal(false);
    expect(asked([on('nowhere', 'exists', false)], {})).to.equal(true);
  });

  const chain: readonly Item[] = [
    question('a'),
    question('b', {
      enabling: { conditions: [on('a', '=', 'yes')], behavior: 'all' },
      items: [question('b.1')],
    }),
    question('c', { enabling: { conditions: [on('b', 'exists', true)], behavior: 'all' } }),
  ];
  const answers = new Map([
    ['a', answered('no')],
    ['b', answered('left from before')],
    ['b.1', answered('too')],
    ['c', answered('and this')],
  ]);

  it('takes the answer to what is not asked for none, through questions under it and conditions on it', () => {
    const off = [...disabledItems(instrument(chain), answers)].map(({ linkId }) => linkId);
    expect(off).to.deep.equal(['b', 'b.1', 'c']);
  });

  it('leaves open what hangs on a question that cannot be asked here, unless another condition decides', () => {
    const file = on('file', 'exists', true);
    const form = instrument([
      question('a'),
      question('alone', { enabling: { conditions: [file], behavior: 'all' }, items: [question('under')] }),
      question('decided', { enabling: { conditions: [file, on('a', '=', 'no')], behavior: 'all' } }),
      question('asked', { enabling: { conditions: [file, on('a', '=', 'yes')], behavior: 'any' } }),
    ]);
    const linkIdsOf = (items: Iterable<Item>): string[] => [...items].map(({ linkId }) => linkId);
    const given = new Map([['a', answered('yes')]]);
    expect(linkIdsOf(disabledItems(form, given))).to.deep.equal(['alone', 'under', 'decided']);
    expect(linkIdsOf(undecidedItems(form, given))).to.deep.equal(['alone', 'under']);
  });

  it('comes to an end where conditions run in a circle, or lead on and on', () => {
    const circle = [
      question('a', { enabling: { conditions: [on('b', 'exists', true)], behavior: 'all' } }),
      question('b', { enabling: { conditions: [on('a', 'exists', true)], behavior: 'all' } }),
    ];
    expect(disabledItems(instrument(circle), new Map()).size).to.equal(2);
    const long = [...Array(20_000).keys()].map((index) =>
      question(`q${String(index)}`, {
        enabling: { conditions: [on(`q${String(index + 1)}`, 'exists', true)], behavior: 'all' },
      }),
    );
    expect(disabledItems(instrument(long), new Map()).size).to.be.greaterThan(0);
  });
});
