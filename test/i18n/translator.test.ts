import { expect } from '@open-wc/testing';
import i18next from 'i18next';
import {
  addLanguage,
  availableLanguage,
  isLoaded,
  languageStatus,
  loadLanguage,
  onWordsChanged,
  overrideWords,
  phrase,
} from '../../src/i18n/translator.js';
import { languages } from '../../src/i18n/languages.js';

/*
 * The translator is one for the page, as in a portal: each test uses a language of its own.
 */

const draft = { status: 'machine-draft' } as const;

/** Adds a language and waits until its words are there. */
async function add(...args: Parameters<typeof addLanguage>): Promise<void> {
  addLanguage(...args);
  await loadLanguage(args[0]);
}

describe('phrase', () => {
  before(() => Promise.all([loadLanguage('es'), loadLanguage('ar')]));

  it('gives the words and the language they are in', () => {
    expect(phrase('rating.step.next', 'en', 'en')).to.deep.equal({ text: 'Next', lang: 'en' });
    expect(phrase('rating.step.next', 'es', 'es')).to.deep.equal({ text: 'Siguiente', lang: 'es' });
    expect(phrase('rating.step.next', 'ar', 'ar')).to.deep.equal({ text: 'التالي', lang: 'ar' });
  });

  const steps: readonly (readonly [formatLocale: string, text: string])[] = [
    ['en', 'Step 1,234 of 5,678'],
    ['en-IN', 'Step 1,234 of 5,678'],
    ['de', 'Step 1.234 of 5.678'],
    ['en-u-nu-deva', 'Step १,२३४ of ५,६७८'],
  ];
  for (const [formatLocale, text] of steps) {
    it(`writes numbers as "${formatLocale}" does`, () => {
      const { text: written } = phrase('rating.step.of', 'en', formatLocale, { step: 1234, steps: 5678 });
      expect(written).to.equal(text);
    });
  }

  it('writes Arabic digits in Egypt and Western ones in Morocco', () => {
    const step = (formatLocale: string): string =>
      phrase('rating.step.of', 'ar', formatLocale, { step: 2, steps: 14 }).text;
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
      expect(phrase('rating.missing.summary', language, formatLocale, { count }).text).to.equal(text);
    });
  }

  it('leaves what it fills in as it is: Lit escapes, and marks in it mean nothing', () => {
    const question = '<b>"A" & B</b> {{count}} $t(common.problem.title)';
    expect(phrase('rating.step.change-of', 'en', 'en', { question }).text).to.equal(`Change: ${question}`);
  });

  it('falls back to English in a language that is not there, and says so', () => {
    expect(phrase('rating.step.next', 'de', 'de')).to.deep.equal({ text: 'Next', lang: 'en' });
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
      resources: { fr: { alliance: { rating: { step: { next: 'Suite' } } } } },
    });
    await add('gd', { rating: { step: { next: 'Air adhart' } } }, draft);
    overrideWords('gd', { rating: { step: { back: 'Air ais' } } });
    await i18next.changeLanguage('de');

    expect(heard).to.deep.equal(['fr', 'de']);
    expect(i18next.hasResourceBundle('gd', 'alliance')).to.be.false;
    expect(i18next.hasResourceBundle('en', 'alliance')).to.be.false;
    expect(phrase('rating.step.next', 'fr', 'fr')).to.deep.equal({ text: 'Next', lang: 'en' });
    expect(phrase('rating.step.next', 'gd', 'gd').text).to.equal('Air adhart');
  });
});

describe('addLanguage', () => {
  it('makes a language that page and element can ask for', async () => {
    expect(availableLanguage('cy-GB')).to.equal(undefined);
    expect(phrase('rating.step.next', 'cy', 'cy').text).to.equal('Next');

    await add('cy', { rating: { step: { next: 'Nesaf' } } }, { status: 'reviewed' });

    expect(availableLanguage('cy-GB')).to.equal('cy');
    expect(phrase('rating.step.next', 'cy', 'cy')).to.deep.equal({ text: 'Nesaf', lang: 'cy' });
    expect(languageStatus('cy-GB')).to.equal('reviewed');
  });

  it('shows English, marked as English, for the words that it lacks', async () => {
    await add('ga', { rating: { step: { next: 'Ar aghaidh' } } }, draft);
    expect(phrase('rating.step.back', 'ga', 'ga')).to.deep.equal({ text: 'Back', lang: 'en' });
  });

  it('takes the tag as hosts write it', async () => {
    await add('PT_br', { rating: { step: { next: 'Avançar' } } }, draft);
    expect(availableLanguage('pt-BR')).to.equal('pt-BR');
    expect(phrase('rating.step.next', 'pt-BR', 'pt-BR').text).to.equal('Avançar');
  });

  it('replaces a language as a whole: no former word is left', async () => {
    await add('fi', { rating: { step: { next: 'Vanha', back: 'Takaisin' } } }, draft);
    await add('fi', { rating: { step: { next: 'Seuraava' } } }, { status: 'reviewed' });
    expect(phrase('rating.step.next', 'fi', 'fi').text).to.equal('Seuraava');
    expect(phrase('rating.step.back', 'fi', 'fi')).to.deep.equal({ text: 'Back', lang: 'en' });
    expect(languageStatus('fi')).to.equal('reviewed');
  });

  it('lays a region over its general language, of which only the differences are given', async () => {
    await add('de', { rating: { step: { next: 'Weiter', back: 'Zurück' } } }, draft);
    await add('de-CH', { rating: { step: { back: 'Retour' } } }, draft);
    expect(phrase('rating.step.back', 'de-CH', 'de-CH')).to.deep.equal({ text: 'Retour', lang: 'de-CH' });
    expect(phrase('rating.step.next', 'de-CH', 'de-CH')).to.deep.equal({ text: 'Weiter', lang: 'de' });
    expect(phrase('rating.step.back', 'de', 'de').text).to.equal('Zurück');
  });

  it('loads the general language with the region', async () => {
    languages.set('sl', { status: 'reviewed', load: () => ({ rating: { step: { next: 'Naprej' } } }) });
    languages.set('sl-AT', { status: 'reviewed', load: () => ({}) });
    await loadLanguage('sl-AT');
    expect(phrase('rating.step.next', 'sl-AT', 'sl-AT').text).to.equal('Naprej');
  });

  it('never changes the words that it was given', async () => {
    const words = Object.freeze({ rating: Object.freeze({ send: Object.freeze({ send: 'Senda' }) }) });
    await add('is', words, draft);
    overrideWords('is', { rating: { send: { send: 'Deila' } } });
    expect(words.rating.send.send).to.equal('Senda');
  });

  it('tells who listens, until they stop', async () => {
    let heard = 0;
    const stop = onWordsChanged(() => (heard += 1));
    await add('et', { rating: { step: { next: 'Edasi' } } }, draft);
    expect(heard).to.equal(1);
    stop();
    overrideWords('et', { rating: { step: { next: 'Edasi!' } } });
    expect(heard).to.equal(1);
  });

  it('wins over words of the same language that are still on their way', async () => {
    let arrive = (): void => undefined;
    const slow = new Promise<void>((resolve) => (arrive = resolve));
    languages.set('mt', {
      status: 'machine-draft',
      load: () => slow.then(() => ({ rating: { step: { next: 'Late', back: 'Late' } } })),
    });
    const first = loadLanguage('mt');
    const second = add('mt', { rating: { step: { next: 'Li jmiss' } } }, draft);
    arrive();
    await Promise.all([first, second]);
    expect(phrase('rating.step.next', 'mt', 'mt').text).to.equal('Li jmiss');
    expect(phrase('rating.step.back', 'mt', 'mt').lang).to.equal('en');
  });
});

describe('overrideWords', () => {
  it('replaces single strings of a loaded language, at once', () => {
    let heard = 0;
    const stop = onWordsChanged(() => (heard += 1));
    overrideWords('en', { rating: { send: { send: 'Share with my team' } } });
    stop();
    expect(phrase('rating.send.send', 'en', 'en').text).to.equal('Share with my team');
    expect(phrase('rating.send.thanks', 'en', 'en').text).to.equal('Thank you');
    expect(heard).to.equal(1);
  });

  it('waits for a language that is not loaded yet', async () => {
    overrideWords('sv', { rating: { send: { send: 'Dela' } } });
    await add('sv', { rating: { send: { send: 'Skicka', thanks: 'Tack' } } }, draft);
    expect(phrase('rating.send.send', 'sv', 'sv').text).to.equal('Dela');
    expect(phrase('rating.send.thanks', 'sv', 'sv').text).to.equal('Tack');
  });

  it('stays when the language is replaced', async () => {
    await add('da', { rating: { send: { send: 'Send' } } }, draft);
    overrideWords('da', { rating: { send: { send: 'Del' } } });
    await add('da', { rating: { send: { send: 'Afsend', thanks: 'Tak' } } }, draft);
    expect(phrase('rating.send.send', 'da', 'da').text).to.equal('Del');
    expect(phrase('rating.send.thanks', 'da', 'da').text).to.equal('Tak');
  });

  it('lets the later of two win', async () => {
    overrideWords('nl', { rating: { send: { send: 'Een', thanks: 'Dank' } } });
    overrideWords('nl', { rating: { send: { send: 'Twee' } } });
    await add('nl', {}, draft);
    expect(phrase('rating.send.send', 'nl', 'nl').text).to.equal('Twee');
    expect(phrase('rating.send.thanks', 'nl', 'nl').text).to.equal('Dank');
  });
});

describe('a tag that is none', () => {
  for (const tag of ['', 'not a tag', '*', 'en--US']) {
    it(`"${tag}" is refused with what it was and what to use`, () => {
      const remedy = `"${tag}" is not a language tag. Use a BCP 47 tag such as "cy" or "pt-BR".`;
      expect(() => addLanguage(tag, {}, draft)).to.throw(RangeError, `addLanguage: ${remedy}`);
      expect(() => overrideWords(tag, {})).to.throw(RangeError, `overrideWords: ${remedy}`);
      expect(isLoaded(tag)).to.be.false;
    });
  }
});
