import { expect } from '@open-wc/testing';
import { languages } from '../../src/i18n/languages.js';
import { isLoaded, languageStatus, loadLanguage, onWordsChanged, phrase } from '../../src/i18n/translator.js';

/** Whether the page has asked for a file of words. */
const wasFetched = (file: string): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes(file));

describe('loading words', () => {
  it('starts with English alone: other languages wait until they are wanted', async () => {
    expect(isLoaded('en')).to.be.true;
    expect(isLoaded('es')).to.be.false;
    expect(wasFetched('locales/en/rating.json')).to.be.true;
    expect(wasFetched('locales/es/rating.json')).to.be.false;
    expect(phrase('rating.step.next', 'es', 'es')).to.deep.equal({ text: 'Next', lang: 'en' });

    await loadLanguage('es');

    expect(isLoaded('es')).to.be.true;
    expect(wasFetched('locales/es/rating.json')).to.be.true;
    expect(wasFetched('locales/ar/rating.json')).to.be.false;
    expect(phrase('rating.step.next', 'es', 'es')).to.deep.equal({ text: 'Siguiente', lang: 'es' });
  });

  it('knows the status of a language without its words', () => {
    expect(isLoaded('ar')).to.be.false;
    expect(languageStatus('ar-EG')).to.equal('machine-draft');
    expect(languageStatus('xx')).to.equal(undefined);
    expect(languageStatus('not a tag')).to.equal(undefined);
  });

  it('loads once, however many ask, and tells once', async () => {
    let loads = 0;
    let heard = 0;
    const load = (): Promise<object> => {
      loads += 1;
      return Promise.resolve({});
    };
    languages.set('pl', { status: 'reviewed', load: load as () => Promise<Record<string, string>> });
    const stop = onWordsChanged(() => (heard += 1));
    await Promise.all([loadLanguage('pl'), loadLanguage('pl')]);
    await loadLanguage('pl');
    stop();
    expect(loads).to.equal(1);
    expect(heard).to.equal(1);
  });

  it('does nothing for a language that does not exist', async () => {
    await loadLanguage('xx');
    expect(isLoaded('xx')).to.be.false;
  });

  it('keeps English where loading fails, says so to who asked, and may be tried again', async () => {
    let isOnline = false;
    const words = { rating: { step: { next: 'Ďalej' } } };
    languages.set('sk', {
      status: 'reviewed',
      load: () => (isOnline ? Promise.resolve(words) : Promise.reject(new TypeError('Failed to fetch'))),
    });
    const failure = await loadLanguage('sk').catch((cause: unknown) => cause);
    expect(failure).to.be.instanceOf(TypeError);
    expect(isLoaded('sk')).to.be.false;
    expect(phrase('rating.step.next', 'sk', 'sk')).to.deep.equal({ text: 'Next', lang: 'en' });

    isOnline = true;
    await loadLanguage('sk');
    expect(phrase('rating.step.next', 'sk', 'sk')).to.deep.equal({ text: 'Ďalej', lang: 'sk' });
  });
});
