import { expect } from '@open-wc/testing';
import { parseNumber } from '../../src/i18n/parse-number.js';

describe('reading a typed number', () => {
  const cases: readonly (readonly [text: string, locale: string, number: number | undefined])[] = [
    ['0', 'en', 0],
    ['1.5', 'en', 1.5],
    ['1,5', 'en', 1.5],
    ['1,5', 'es', 1.5],
    ['1.5', 'es', 1.5],
    ['1,000', 'en', 1000],
    ['1,234.5', 'en', 1234.5],
    ['1.234', 'de', 1234],
    ['1.234,5', 'de', 1234.5],
    ['1,234', 'de', 1.234],
    ['12 345', 'fr', 12345],
    ['٣', 'ar-EG', 3],
    ['١٬٢٣٤', 'ar-EG', 1234],
    ['١٫٥', 'ar-EG', 1.5],
    ['۱۲', 'fa', 12],
    ['٣', 'en', 3],
    ['-2', 'en', -2],
    ['−2', 'en', -2],
    [' 7 ', 'en', 7],
    ['1.', 'en', undefined],
    ['.5', 'en', undefined],
    ['1e5', 'en', undefined],
    ['0x10', 'en', undefined],
    ['1,2,3', 'en', undefined],
    ['seven', 'en', undefined],
    ['', 'en', undefined],
  ];
  for (const [text, locale, number] of cases) {
    it(`"${text}" in ${locale} is ${String(number)}`, () => {
      expect(parseNumber(text, locale)).to.equal(number);
    });
  }
});
