import { expect } from '@open-wc/testing';
import { languageStatus } from '../../src/i18n/languages.js';
import { addLanguage } from '../../src/i18n/portal-words.js';
import { isLoaded, loadWords, onWordsChanged, phrase, useWords } from '../../src/i18n/translator.js';
import { vocabulary, type WordTree } from '../../src/i18n/vocabulary.js';
import { commonWords } from '../../src/i18n/words/common.js';
import { ratingWords } from '../../src/i18n/words/rating.js';

/** Whether the page has asked for a file of words. */
const wasFetched = (file: string): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes(`locales/${file}.json`));

const words = (one: string): { default: WordTree } => ({ default: { one } });

describe('loading words', () => {
  it('starts with English alone: other languages wait until they are wanted, each widget’s by itself', async () => {
    useWords([commonWords, ratingWords]);
    expect(isLoaded('en', [commonWords, ratingWords])).to.be.true;
    expect(isLoaded('es', [commonWords])).to.be.false;
    expect(wasFetched('en/rating')).to.be.true;
    expect(wasFetched('es/common')).to.be.false;
    expect(phrase('common.step.next', 'es', 'es')).to.deep.equal({ text: 'Next', lang: 'en' });

    await loadWords('es', [commonWords]);

    expect(isLoaded('es', [commonWords])).to.be.true;
    expect(isLoaded('es', [commonWords, ratingWords])).to.be.false;
    expect(phrase('common.step.next', 'es', 'es')).to.deep.equal({ text: 'Siguiente', lang: 'es' });
    expect(phrase('rating.send.change', 'es', 'es')).to.deep.equal({ text: 'Change my answers', lang: 'en' });
    expect(['es/common', 'es/rating', 'es/instruments', 'ar/common'].map(wasFetched)).to.deep.equal([
      true,
      false,
      false,
      false,
    ]);
  });

  it('knows the status of a language without its words', () => {
    expect(isLoaded('ar', [commonWords])).to.be.false;
    expect(languageStatus('ar-EG')).to.equal('machine-draft');
    expect(languageStatus('xx')).to.equal(undefined);
    expect(languageStatus('not a tag')).to.equal(undefined);
  });

  it('loads once, however many ask, and tells once', async () => {
    let loads = 0;
    let heard = 0;
    const load = () => {
      loads += 1;
      return Promise.resolve(words('Uno'));
    };
    const counted = vocabulary('counted', { one: 'One' }, { es: load });
    useWords([counted]);
    const stop = onWordsChanged(() => (heard += 1));
    await Promise.all([loadWords('es', [counted]), loadWords('es', [counted])]);
    await loadWords('es', [counted]);
    useWords([counted]);
    stop();
    expect(loads).to.equal(1);
    expect(heard).to.equal(1);
  });

  it('loads our general language with a region that the portal adds', async () => {
    const general = vocabulary(
      'general',
      { one: 'One', two: 'Two' },
      {
        ar: () => Promise.resolve({ default: { one: 'واحد', two: 'اثنان' } }),
      },
    );
    useWords([general]);
    addLanguage('ar-MA', { general: { one: 'وحدة' } }, { status: 'reviewed' });
    expect(isLoaded('ar-MA', [general])).to.be.false;
    await loadWords('ar-MA', [general]);
    expect(isLoaded('ar-MA', [general])).to.be.true;
    expect(phrase('general.one', 'ar-MA', 'ar-MA').text).to.equal('وحدة');
    expect(phrase('general.two', 'ar-MA', 'ar-MA')).to.deep.equal({ text: 'اثنان', lang: 'ar' });
  });

  it('stays with English where a widget has no words in a language', async () => {
    const english = vocabulary('english', { one: 'One' }, {});
    useWords([english]);
    expect(isLoaded('es', [english])).to.be.true;
    await loadWords('es', [english]);
    expect(phrase('english.one', 'es', 'es')).to.deep.equal({ text: 'One', lang: 'en' });
  });

  it('keeps English where loading fails, says so to who asked, and may be tried again', async () => {
    let isOnline = false;
    const failing = vocabulary(
      'failing',
      { one: 'One' },
      {
        es: () =>
          isOnline ? Promise.resolve(words('Uno')) : Promise.reject(new TypeError('Failed to fetch')),
      },
    );
    useWords([failing]);
    const failure = await loadWords('es', [failing]).catch((cause: unknown) => cause);
    expect(failure).to.be.instanceOf(TypeError);
    expect(isLoaded('es', [failing])).to.be.false;
    expect(phrase('failing.one', 'es', 'es')).to.deep.equal({ text: 'One', lang: 'en' });

    isOnline = true;
    await loadWords('es', [failing]);
    expect(phrase('failing.one', 'es', 'es')).to.deep.equal({ text: 'Uno', lang: 'es' });
  });
});
