import { expect } from '@open-wc/testing';
import { languageStatus, ownLanguages } from '../../src/i18n/languages.js';
import { isPlural, listWords, slotsOf, stemOf, stemsOf, wordsOf, type WordList } from './word-list.js';

/** Words that are right in two languages. */
/** Some texts only put others together: they say nothing themselves. */
const hasWords = (text: string): boolean => /\p{L}/u.test(text.replace(/\{\{.+?\}\}/g, ''));

const SAME_AS_ENGLISH: Readonly<Record<string, readonly string[]>> = { es: ['common.choice.no'] };

/** Signs and names that Arabic text writes in Latin letters. */
const LATIN_IN_ARABIC = /CC0|\{\{.+?\}\}/g;

const pluralStems = (words: WordList): string[] => [
  ...new Set([...words.keys()].filter(isPlural).map(stemOf)),
];

/** Whether one number alone has this form: only such a form may say its number in words ("two letters"). */
function isForOneNumber(language: string, category: string): boolean {
  const rules = new Intl.PluralRules(language);
  const numbers = Array.from({ length: 1001 }, (_, number) => number);
  return numbers.filter((number) => rules.select(number) === category).length === 1;
}

describe('the list of words', () => {
  it('names each string by its full key', () => {
    expect([...listWords({ a: { b: 'one', c: { d: 'two' } } })]).to.deep.equal([
      ['a.b', 'one'],
      ['a.c.d', 'two'],
    ]);
  });

  it('reads what is filled in, with its format', () => {
    expect(slotsOf('{{to, number}} of {{from}}')).to.deep.equal(['from', 'to, number']);
  });

  it('knows that Arabic has a form for exactly two, and French none for exactly one', () => {
    expect(isForOneNumber('ar', 'two')).to.be.true;
    expect(isForOneNumber('ar', 'few')).to.be.false;
    expect(isForOneNumber('fr', 'one')).to.be.false;
  });
});

for (const language of ownLanguages.keys()) {
  describe(`the words of "${language}"`, () => {
    let english: WordList;
    let words: WordList;

    before(async () => {
      english = await wordsOf('en');
      words = await wordsOf(language);
    });

    it('have the same keys as English', () => {
      expect(stemsOf(words)).to.deep.equal(stemsOf(english));
    });

    it('mark the same keys as plurals', () => {
      expect(pluralStems(words)).to.deep.equal(pluralStems(english));
    });

    it('have every plural form of the language, and no other', () => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const stem of pluralStems(words)) {
        const written = [...words.keys()].filter((key) => isPlural(key) && stemOf(key) === stem);
        expect(written).to.have.members(forms.map((form) => `${stem}_${form}`));
      }
    });

    it('are filled in with the same values as English', () => {
      for (const [key, text] of words) {
        const model = english.get(key) ?? english.get(`${stemOf(key)}_other`) ?? '';
        const category = key.slice(stemOf(key).length + 1);
        const inWords = isPlural(key) && isForOneNumber(language, category);
        const slots = slotsOf(text);
        if (inWords && slots.length === 0) continue;
        expect(slots, key).to.deep.equal(slotsOf(model));
      }
    });

    it('are never empty, and have no space at the ends', () => {
      for (const [key, text] of words) {
        expect(text, key).to.match(/\S/);
        expect(text, key).to.equal(text.trim());
      }
    });

    it('mark the key words of each item of our own instruments exactly once', () => {
      for (const [key, text] of words) {
        const marked = [...text.matchAll(/\*\*(.+?)\*\*/g)];
        const isItem = /^(instruments|empathy-items)\.(therapist-)?items\./.test(key);
        expect(marked.length, `${key}: ${text}`).to.equal(isItem ? 1 : 0);
        expect(text.split('**').length - 1, key).to.equal(2 * marked.length);
      }
    });

    it('give the five degrees five different names', () => {
      const degrees = ['0', '1', '2', '3', '4'].map((code) => words.get(`instruments.degrees.${code}`));
      expect(new Set(degrees).size).to.equal(5);
      expect(degrees).not.to.include(undefined);
    });

    it('name the two ways of not answering as the options themselves do', () => {
      const hint = words.get('common.missing.item');
      expect(hint).to.contain(words.get('common.choice.unknown'));
      expect(hint).to.contain(words.get('common.choice.declined'));
    });

    it('carry one of the known statuses, and none that nobody has earned', () => {
      expect(languageStatus(language)).to.equal('machine-draft');
    });

    if (language === 'en') return;

    it('hold no copy of the English text', () => {
      const copies = [...words]
        .filter(([key, text]) => hasWords(text) && english.get(key) === text)
        .map(([key]) => key);
      expect(copies).to.deep.equal(SAME_AS_ENGLISH[language] ?? []);
    });
  });
}

describe('the Arabic words', () => {
  it('are written in Arabic letters throughout', async () => {
    for (const [key, text] of await wordsOf('ar')) {
      if (!hasWords(text)) continue;
      const rest = text.replace(LATIN_IN_ARABIC, '');
      expect(rest, key).to.match(/\p{Script=Arabic}/u);
      expect(rest, key).not.to.match(/\p{Script=Latin}/u);
    }
  });
});

describe('the Spanish words', () => {
  it('say "usted", never "tú"', async () => {
    for (const [key, text] of await wordsOf('es')) {
      expect(text.toLowerCase(), key).not.to.match(/(^|[^\p{L}])(tú|tu|tus|te|ti|contigo)([^\p{L}]|$)/u);
    }
  });
});

describe('words about where the answers are', () => {
  /** How each language says "sent", and the ways in which it says that something is not. */
  const sending: Readonly<Record<string, { sent: RegExp; notSent: RegExp }>> = {
    en: { sent: /sent/i, notSent: /not (been )?sent|to be sent/gi },
    es: { sent: /enviado/i, notSent: /no se ha enviado/gi },
    ar: { sent: /رسل/, notSent: /لم يُرسل/g },
  };

  for (const [language, { sent, notSent }] of Object.entries(sending)) {
    it(`say "sent" in "${language}" only of what was sent`, async () => {
      const saying = [...(await wordsOf(language))]
        .filter(([key, text]) => key.startsWith('common.state.') && sent.test(text.replace(notSent, '')))
        .map(([key]) => key);
      expect(saying).to.deep.equal(['common.state.sent', 'common.state.sent-once']);
    });
  }
});
