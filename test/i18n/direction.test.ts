import { expect } from '@open-wc/testing';
import { directionOf } from '../../src/i18n/languages.js';

const rightToLeft = [
  ...['ar', 'ar-EG', 'ar-SA', 'he', 'he-IL', 'iw', 'fa', 'fa-AF', 'ur', 'ps', 'ckb', 'yi', 'ji', 'dv'],
  ...[
    'ks',
    'sd',
    'ug',
    'syr',
    'nqo',
    'pa-Arab',
    'pa-PK',
    'az-Arab',
    'uz-Arab',
    'uz-AF',
    'ku-Arab',
    'ms-Arab',
  ],
  ...['ha-Arab', 'ff-Adlm', 'rhg-Rohg', 'en-Arab'],
];

const leftToRight = [
  ...['en', 'es', 'de', 'ru', 'el', 'zh-Hant', 'ja', 'ko', 'hi', 'th', 'am', 'ka', 'hy', 'fil'],
  ...['pa', 'az', 'uz', 'ku', 'ms', 'ha', 'ff', 'ks-Deva', 'sd-Deva', 'ar-Latn', 'he-Latn', 'tr'],
];

const unreadable = ['', 'not a tag', 'en_US', '-', '💬'];

describe('directionOf', () => {
  for (const tag of rightToLeft) {
    it(`reads "${tag}" from right to left`, () => expect(directionOf(tag)).to.equal('rtl'));
  }
  for (const tag of leftToRight) {
    it(`reads "${tag}" from left to right`, () => expect(directionOf(tag)).to.equal('ltr'));
  }
  for (const tag of unreadable) {
    it(`does not throw for "${tag}"`, () => expect(directionOf(tag)).to.equal('ltr'));
  }
});
