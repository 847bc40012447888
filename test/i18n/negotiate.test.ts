import { expect } from '@open-wc/testing';
import { localeOf, negotiate } from '../../src/i18n/negotiate.js';

type Case = readonly [wanted: string, available: readonly string[], found: string | undefined, why: string];

const SHIPPED = ['en', 'es', 'ar'];

const cases: readonly Case[] = [
  ['en', SHIPPED, 'en', 'the very tag'],
  ['ar-EG', SHIPPED, 'ar', 'the general language for a region'],
  ['es-419', SHIPPED, 'es', 'a region by number'],
  ['es-MX-u-nu-latn', SHIPPED, 'es', 'extensions do not matter'],
  ['de', SHIPPED, undefined, 'a language that is not there'],
  ['de', [], undefined, 'nothing is there'],

  ['en_US', SHIPPED, 'en', 'an underscore, as Java and PHP write'],
  ['EN-us', SHIPPED, 'en', 'any case'],
  [' ar ', SHIPPED, 'ar', 'spaces around'],
  ['', SHIPPED, undefined, 'an empty attribute'],
  ['-', SHIPPED, undefined, 'no tag at all'],
  ['en_US.UTF-8', SHIPPED, undefined, 'a POSIX locale'],
  ['not a tag', SHIPPED, undefined, 'words'],
  ['constructor', SHIPPED, undefined, 'a name that every object has'],
  ['__proto__', SHIPPED, undefined, 'a name that every object has'],
  ['*', SHIPPED, undefined, 'a wildcard'],

  ['zh-HK', ['zh-Hans', 'zh-Hant'], 'zh-Hant', 'Hong Kong reads Traditional'],
  ['zh-TW', ['zh-Hans', 'zh-Hant'], 'zh-Hant', 'Taiwan reads Traditional'],
  ['zh-MO', ['zh-Hans', 'zh-Hant'], 'zh-Hant', 'Macao reads Traditional'],
  ['zh-HK', ['zh-Hans'], undefined, 'never Simplified for Hong Kong'],
  ['zh-CN', ['zh-Hant'], undefined, 'never Traditional for the mainland'],
  ['zh-SG', ['zh-Hant', 'zh-Hans'], 'zh-Hans', 'Singapore reads Simplified'],
  ['zh', ['zh-Hant', 'zh-Hans'], 'zh-Hans', 'without a region: Simplified'],
  ['zh-Hant', ['zh-Hant-HK', 'zh-Hant-TW'], 'zh-Hant-TW', 'the most likely region of the script'],
  ['zh-HK', ['zh-Hant-TW', 'zh-Hant-HK'], 'zh-Hant-HK', 'its own region'],

  ['yue', ['zh-Hans', 'zh-Hant'], 'zh-Hant', 'Cantonese reads Traditional'],
  ['yue-HK', ['zh-Hans'], undefined, 'Cantonese of Hong Kong never Simplified'],
  ['yue-CN', ['zh-Hant', 'zh-Hans'], 'zh-Hans', 'Cantonese of the mainland reads Simplified'],
  ['yue-HK', ['zh-Hant-TW', 'zh-Hant-HK'], 'zh-Hant-HK', 'Cantonese keeps its region'],
  ['yue', ['zh-Hant', 'yue'], 'yue', 'Cantonese itself comes first'],
  ['zh-TW', ['yue'], undefined, 'Cantonese is no answer for Mandarin'],

  ['no', ['nb'], 'nb', 'Norwegian is Bokmål'],
  ['no-NO', ['nb'], 'nb', 'Norwegian of Norway is Bokmål'],
  ['nn', ['nb'], 'nb', 'Nynorsk readers read Bokmål rather than English'],
  ['nn', ['nb', 'nn'], 'nn', 'Nynorsk itself comes first'],
  ['nb', ['no'], 'no', 'a portal may have called it Norwegian'],
  ['nn-NO', ['no'], 'no', 'a portal may have called it Norwegian'],

  ['iw', ['he'], 'he', 'the old tag of Hebrew'],
  ['he', ['iw'], 'iw', 'the old tag, as a portal added it'],
  ['tl', ['fil'], 'fil', 'Tagalog is Filipino'],
  ['fil-PH', ['fil'], 'fil', 'Filipino'],
  ['ji', ['yi'], 'yi', 'the old tag of Yiddish'],

  ['pt-BR', ['pt-PT'], 'pt-PT', 'another region rather than another language'],
  ['pt-BR', ['pt-PT', 'pt'], 'pt', 'the general language rather than another region'],
  ['pt-BR', ['pt-PT', 'pt', 'pt-BR'], 'pt-BR', 'its own region rather than the general language'],
  ['pt', ['pt-PT', 'pt-BR'], 'pt-BR', 'the most likely region'],
  ['en-AU', ['en-US', 'en-GB'], 'en-US', 'any region of the language'],

  ['sr-Latn', ['sr'], undefined, 'another script is not readable'],
  ['sr-Latn', ['sr', 'sr-Latn'], 'sr-Latn', 'the script'],
  ['sr-RS', ['sr-Latn', 'sr'], 'sr', 'the likely script'],
  ['pa-PK', ['pa'], undefined, 'Punjabi of Pakistan is written in Arabic letters'],
  ['pa-PK', ['pa', 'pa-Arab'], 'pa-Arab', 'Punjabi of Pakistan is written in Arabic letters'],
  ['uz-AF', ['uz', 'uz-Arab'], 'uz-Arab', 'Uzbek of Afghanistan is written in Arabic letters'],
  ['en', ['not a tag', 'en'], 'en', 'an unreadable tag in the list is passed over'],
];

describe('negotiate', () => {
  for (const [wanted, available, found, why] of cases) {
    it(`finds ${found ?? 'nothing'} for "${wanted}" in [${available.join(', ')}]: ${why}`, () => {
      expect(negotiate(wanted, available)).to.equal(found);
    });
  }

  it('takes any iterable, such as the keys of a map', () => {
    expect(negotiate('es-AR', new Map([['es', 1]]).keys())).to.equal('es');
  });
});

describe('localeOf', () => {
  it('reads tags as hosts write them', () => {
    expect(localeOf('pt_br')?.toString()).to.equal('pt-BR');
    expect(localeOf(' zh_hant_hk ')?.toString()).to.equal('zh-Hant-HK');
  });

  for (const tag of ['', ' ', '_', 'a', 'en--US', 'en-', '1', 'en US', '💬', 'undefined-null-NaN-x']) {
    it(`has no locale for "${tag}", and does not throw`, () => {
      expect(localeOf(tag)).to.equal(undefined);
    });
  }
});
