import { expect } from '@open-wc/testing';
import { availableLanguage, languageStatus } from '../../src/i18n/languages.js';
import { addLanguage, overrideWords } from '../../src/i18n/portal-words.js';
import { isLoaded, loadWords, onWordsChanged, phrase, useWords } from '../../src/i18n/translator.js';
import { vocabulary } from '../../src/i18n/vocabulary.js';
import { vocabularies } from '../support/vocabularies.js';

/*
 * The words of the portal are one for the page: each test uses a language of its own.
 */

useWords(vocabularies);

const draft = { status: 'machine-draft' } as const;
const next = (language: string) => phrase('common.step.next', language, language);
const back = (language: string) => phrase('common.step.back', language, language);
const send = (language: string) => phrase('rating.send.change', language, language);
const thanks = (language: string) => phrase('common.done.thanks', language, language);

describe('addLanguage', () => {
  it('makes a language that page and element can ask for', () => {
    expect(availableLanguage('cy-GB')).to.equal(undefined);
    expect(next('cy').text).to.equal('Next');

    addLanguage('cy', { common: { step: { next: 'Nesaf' } } }, { status: 'reviewed' });

    expect(availableLanguage('cy-GB')).to.equal('cy');
    expect(isLoaded('cy', vocabularies)).to.equal(true);
    expect(next('cy')).to.deep.equal({ text: 'Nesaf', lang: 'cy' });
    expect(languageStatus('cy-GB')).to.equal('reviewed');
  });

  it('shows English, marked as English, for the words that it lacks', () => {
    addLanguage('ga', { common: { step: { next: 'Ar aghaidh' } } }, draft);
    expect(back('ga')).to.deep.equal({ text: 'Back', lang: 'en' });
  });

  it('takes the tag as hosts write it', () => {
    addLanguage('PT_br', { common: { step: { next: 'Avançar' } } }, draft);
    expect(availableLanguage('pt-BR')).to.equal('pt-BR');
    expect(next('pt-BR').text).to.equal('Avançar');
  });

  it('replaces a language as a whole: no former word is left', () => {
    addLanguage('fi', { common: { step: { next: 'Vanha', back: 'Takaisin' } } }, draft);
    addLanguage('fi', { common: { step: { next: 'Seuraava' } } }, { status: 'reviewed' });
    expect(next('fi').text).to.equal('Seuraava');
    expect(back('fi')).to.deep.equal({ text: 'Back', lang: 'en' });
    expect(languageStatus('fi')).to.equal('reviewed');
  });

  it('lays a region over its general language, of which only the differences are given', () => {
    addLanguage('de', { common: { step: { next: 'Weiter', back: 'Zurück' } } }, draft);
    addLanguage('de-CH', { common: { step: { back: 'Retour' } } }, draft);
    expect(back('de-CH')).to.deep.equal({ text: 'Retour', lang: 'de-CH' });
    expect(next('de-CH')).to.deep.equal({ text: 'Weiter', lang: 'de' });
    expect(back('de').text).to.equal('Zurück');
  });

  it('never changes the words that it was given', () => {
    const words = Object.freeze({ rating: Object.freeze({ send: Object.freeze({ change: 'Senda' }) }) });
    addLanguage('is', words, draft);
    overrideWords('is', { rating: { send: { change: 'Deila' } } });
    expect(words.rating.send.change).to.equal('Senda');
    expect(send('is').text).to.equal('Deila');
  });

  it('tells who listens, until they stop', () => {
    let heard = 0;
    const stop = onWordsChanged(() => (heard += 1));
    addLanguage('et', { common: { step: { next: 'Edasi' } } }, draft);
    expect(heard).to.equal(1);
    stop();
    overrideWords('et', { common: { step: { next: 'Edasi!' } } });
    expect(heard).to.equal(1);
  });

  it('wins over our own words in that language, also those that are still on their way', async () => {
    let arrive = (): void => undefined;
    const slow = new Promise<void>((resolve) => (arrive = resolve));
    const late = vocabulary(
      'late',
      { one: 'One', two: 'Two' },
      {
        es: () => slow.then(() => ({ default: { one: 'Uno', two: 'Dos' } })),
      },
    );
    useWords([late]);
    const loading = loadWords('es', [late]);
    addLanguage('es', { late: { one: 'Número uno' } }, { status: 'reviewed' });
    arrive();
    await loading;
    expect(phrase('late.one', 'es', 'es').text).to.equal('Número uno');
    expect(phrase('late.two', 'es', 'es').lang).to.equal('en');
    expect(languageStatus('es')).to.equal('reviewed');
  });

  it('lays a portal’s English over ours', () => {
    addLanguage('en', { common: { step: { next: 'Onwards' } } }, draft);
    expect(next('en').text).to.equal('Onwards');
    expect(back('en').text).to.equal('Back');
    addLanguage('en', {}, draft);
    expect(next('en').text).to.equal('Next');
  });
});

describe('overrideWords', () => {
  it('replaces single strings, at once', () => {
    let heard = 0;
    const stop = onWordsChanged(() => (heard += 1));
    overrideWords('en', { rating: { send: { change: 'Share with my team' } } });
    stop();
    expect(send('en').text).to.equal('Share with my team');
    expect(thanks('en').text).to.equal('Thank you');
    expect(heard).to.equal(1);
  });

  it('takes all of a language back', () => {
    addLanguage('nb', { common: { step: { next: 'Neste', back: 'Tilbake' } } }, draft);
    overrideWords('nb', { common: { step: { next: 'Videre' } } });
    overrideWords('nb', { common: { step: { back: 'Bakover' } }, rating: { send: { change: 'Del' } } });
    overrideWords('en', { common: { step: { next: 'Onwards' } } });
    overrideWords('nb', undefined);
    expect([next('nb'), back('nb'), send('nb')].map(({ text }) => text)).to.deep.equal([
      'Neste',
      'Tilbake',
      send('en').text,
    ]);
    expect(next('en').text).to.equal('Onwards');

    overrideWords('en', undefined);
    expect(next('en').text).to.equal('Next');
  });

  it('waits for a language that is not there yet', () => {
    overrideWords('sv', { rating: { send: { change: 'Dela' } } });
    addLanguage(
      'sv',
      { rating: { send: { change: 'Skicka' } }, common: { done: { thanks: 'Tack' } } },
      draft,
    );
    expect(send('sv').text).to.equal('Dela');
    expect(thanks('sv').text).to.equal('Tack');
  });

  it('waits for the words of a widget that is loaded later, in every language', async () => {
    overrideWords('en', { later: { one: 'Our one' } });
    overrideWords('ar', { later: { one: 'واحد لنا' } });
    const later = vocabulary(
      'later',
      { one: 'One', two: 'Two' },
      {
        ar: () => Promise.resolve({ default: { one: 'واحد', two: 'اثنان' } }),
      },
    );
    useWords([later]);
    await loadWords('ar', [later]);
    const words = (language: string): string[] =>
      ['later.one', 'later.two'].map((key) => phrase(key, language, language).text);
    expect(words('en')).to.deep.equal(['Our one', 'Two']);
    expect(words('ar')).to.deep.equal(['واحد لنا', 'اثنان']);

    overrideWords('en', undefined);
    overrideWords('ar', undefined);
    expect(words('en')).to.deep.equal(['One', 'Two']);
    expect(words('ar')).to.deep.equal(['واحد', 'اثنان']);
  });

  it('takes back what waits for a widget that is loaded later', () => {
    overrideWords('en', { never: { one: 'Our one' } });
    overrideWords('en', undefined);
    useWords([vocabulary('never', { one: 'One' }, {})]);
    expect(phrase('never.one', 'en', 'en').text).to.equal('One');
  });

  it('stays when the language is replaced', () => {
    addLanguage('da', { rating: { send: { change: 'Send' } } }, draft);
    overrideWords('da', { rating: { send: { change: 'Del' } } });
    addLanguage('da', { rating: { send: { change: 'Afsend' } }, common: { done: { thanks: 'Tak' } } }, draft);
    expect(send('da').text).to.equal('Del');
    expect(thanks('da').text).to.equal('Tak');
  });

  it('lets the later of two win', () => {
    addLanguage('nl', {}, draft);
    overrideWords('nl', { rating: { send: { change: 'Een' } }, common: { done: { thanks: 'Dank' } } });
    overrideWords('nl', { rating: { send: { change: 'Twee' } } });
    expect(send('nl').text).to.equal('Twee');
    expect(thanks('nl').text).to.equal('Dank');
  });
});

describe('a tag that is none', () => {
  for (const tag of ['', 'not a tag', '*', 'en--US']) {
    it(`"${tag}" is refused with what it was and what to use`, () => {
      const remedy = `"${tag}" is not a language tag. Use a BCP 47 tag such as "cy" or "pt-BR".`;
      expect(() => addLanguage(tag, {}, draft)).to.throw(RangeError, `addLanguage: ${remedy}`);
      expect(() => overrideWords(tag, {})).to.throw(RangeError, `overrideWords: ${remedy}`);
      expect(() => overrideWords(tag, undefined)).to.throw(RangeError, `overrideWords: ${remedy}`);
      expect(availableLanguage(tag)).to.equal(undefined);
    });
  }
});
