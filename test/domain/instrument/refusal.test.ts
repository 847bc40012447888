import { expect } from '@open-wc/testing';
import type { Value } from '../../../src/domain/answers/answer.js';
import type { Question } from '../../../src/domain/instrument/instrument.js';
import { refusalOf, type ValueRefusal } from '../../../src/domain/instrument/refusal.js';
import { degree, question, scale } from '../build.js';

describe('refusalOf', () => {
  const integer = question('n', { type: 'integer', minimum: 0, maximum: 10 });
  const decimal = question('n', { type: 'decimal', minimum: -0.5, maximum: 0.5 });
  const dates = question('d', {
    type: 'choice',
    options: [{ value: 0, label: { text: 'none' } }, { value: '', label: { text: 'empty' } }],
  }); // prettier-ignore
  const cases: readonly (readonly [why: string, Question, Value, ValueRefusal?])[] = [
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
    ['more than a FHIR integer holds', question('n', { type: 'integer' }), 2 ** 31, 'above-maximum'],
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
    ['a day', question('d', { type: 'date' }), '2024-02-29'],
    ['a month', question('d', { type: 'date' }), '2024-02'],
    ['a year', question('d', { type: 'date' }), '1950'],
    ['no such month', question('d', { type: 'date' }), '2024-13-01', 'not-a-date'],
    [
      'a day before the first',
      question('d', { type: 'date', earliest: '2024-03-01' }),
      '2024-02-29',
      'too-early',
    ],
    ['the last day', question('d', { type: 'date', latest: '2024-02-29' }), '2024-02-29'],
    ['a day after the last', question('d', { type: 'date', latest: '2024-02-28' }), '2024-02-29', 'too-late'],
    ['an instant', question('d', { type: 'dateTime' }), '2024-02-29T10:00:00+01:00'],
    [
      'an instant without its offset',
      question('d', { type: 'dateTime' }),
      '2024-02-29T10:00:00',
      'not-a-date',
    ],
    ['a time', question('d', { type: 'time' }), '10:42:00'],
    ['half a time', question('d', { type: 'time' }), '10:42', 'not-a-date'],

    ['an amount', question('q', { type: 'quantity' }), { value: 0, unit: 'kg' }],
    [
      'an amount below the least',
      question('q', { type: 'quantity', minimum: 1 }),
      { value: 0 },
      'below-minimum',
    ],
    ['a bare number for an amount', question('q', { type: 'quantity' }), 3, 'not-a-number'],
    ['a code for an amount', question('q', { type: 'quantity' }), degree(0), 'not-a-number'],

    ['an address', question('u', { type: 'url' }), 'https://example.org/a'],
    ['words for an address', question('u', { type: 'url' }), 'my site', 'not-an-address'],

    ['own words beside options', scale('o', { type: 'open-choice' }), 'another'],
    ['a foreign code beside options', scale('o', { type: 'open-choice' }), degree(9), 'not-an-option'],

    ['0 for yes or no', question('b', { type: 'boolean' }), 0, 'wrong-type'],
  ];
  for (const [why, to, value, refusal] of cases) {
    it(`${refusal === undefined ? 'takes' : `refuses (${refusal})`}: ${why}`, () => {
      expect(refusalOf(to, value)).to.equal(refusal);
    });
  }
});
