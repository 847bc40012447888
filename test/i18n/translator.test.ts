import { expect } from '@open-wc/testing';
import i18next from 'i18next';
import { addLanguage, overrideWords } from '../../src/i18n/portal-words.js';
import { loadWords, phrase, useWords } from '../../src/i18n/translator.js';
import { vocabularies } from '../support/vocabularies.js';

useWords(vocabularies);

describe('phrase', () => {
  before(() => Promise.all(['es', 'ar'].map((language) => loadWords(language, vocabularies))));

  it('gives the words and the language they are in', () => {
    expect(phrase('common.step.next', 'en', 'en')).to.deep.equal({ text: 'Next', lang: 'en' });
    expect(phrase('common.step.next', 'es', 'es')).to.deep.equal({ text: 'Siguiente', lang: 'es' });
    expect(phrase('common.step.next', 'ar', 'ar')).to.deep.equal({ text: 'التالي', lang: 'ar' });
  });

  const steps: readonly (readonly [formatLocale: string, text: string])[] = [
    ['en', 'Step 1,234 of 5,678'],
    ['en-IN', 'Step 1,234 of 5,678'],
    ['de', 'Step 1.234 of 5.678'],
    ['en-u-nu-deva', 'Step १,२३४ of ५,६७८'],
  ];
  for (const [formatLocale, text] of steps) {
    it(`writes numbers as "${formatLocale}" does`, () => {
      const { text: written } = phrase('common.step.of', 'en', formatLocale, { step: 1234, steps: 5678 });
      expect(written).to.equal(text);
    });
  }

  it('writes Arabic digits in Egypt and Western ones in Morocco', () => {
    const step = (formatLocale: string): string =>
      phrase('common.step.of', 'ar', formatLocale, { step: 2, steps: 14 }).text;
    expect(step('ar-EG')).to.equal('الخطوة ٢ من ١٤');
    expect(step('ar-MA')).to.equal('الخطوة 2 من 14');
  });

  const counts: readonly (readonly [language: string, count: number, text: string])[] = [
    ['en', 0, '0 questions still need an answer:'],
    ['en', 1, '1 question still needs an answer:'],
    ['en', 2, '2 questions still need an answer:'],
    ['es', 1, '1 pregunta todavía necesita respuesta:'],
    ['es', 2, '2 preguntas todavía necesitan respuesta:'],
    ['es', 1_000_000, '1.000.000 de preguntas todavía necesitan respuesta:'],
    ['ar', 0, 'لا يوجد سؤال بلا إجابة.'],
    ['ar', 1, 'سؤال واحد ما زال بلا إجابة:'],
    ['ar', 2, 'سؤالان ما زالا بلا إجابة:'],
    ['ar', 3, '3 أسئلة ما زالت بلا إجابة:'],
    ['ar', 11, '11 سؤالًا ما زال بلا إجابة:'],
    ['ar', 100, '100 سؤال ما زال بلا إجابة:'],
  ];
  for (const [language, count, text] of counts) {
    it(`takes the plural form of "${language}" for ${count}`, () => {
      const formatLocale = language === 'ar' ? 'ar-u-nu-latn' : language;
      expect(phrase('common.missing.summary', language, formatLocale, { count }).text).to.equal(text);
    });
  }

  it('leaves what it fills in as it is: Lit escapes, and marks in it mean nothing', () => {
    const question = '<b>"A" & B</b> {{count}} $t(common.problem.title)';
    expect(phrase('common.step.change-of', 'en', 'en', { question }).text).to.equal(`Change: ${question}`);
  });

  it('falls back to English in a language that is not there, and says so', () => {
    expect(phrase('common.step.next', 'de', 'de')).to.deep.equal({ text: 'Next', lang: 'en' });
  });
});

describe("the page's own i18next", () => {
  it('is not initialized by ours, and neither touches the other', async () => {
    expect(i18next.isInitialized).not.to.equal(true);
    const heard: string[] = [];
    i18next.on('languageChanged', (language) => heard.push(language));

    await i18next.init({
      lng: 'fr',
      ns: ['alliance'],
      resources: { fr: { alliance: { common: { step: { next: 'Suite' } } } } },
    });
    addLanguage('gd', { common: { step: { next: 'Air adhart' } } }, { status: 'machine-draft' });
    overrideWords('gd', { common: { step: { back: 'Air ais' } } });
    await i18next.changeLanguage('de');

    expect(heard).to.deep.equal(['fr', 'de']);
    expect(i18next.hasResourceBundle('gd', 'alliance')).to.be.false;
    expect(i18next.hasResourceBundle('en', 'alliance')).to.be.false;
    expect(phrase('common.step.next', 'fr', 'fr')).to.deep.equal({ text: 'Next', lang: 'en' });
    expect(phrase('common.step.next', 'gd', 'gd').text).to.equal('Air adhart');
  });
});
