import { expect } from '@open-wc/testing';
import { ownLanguages } from '../../src/i18n/languages.js';
import { vocabularies } from '../support/vocabularies.js';
import { wordsOf } from './word-list.js';

/** Syllables of an English word: groups of vowels, without the ones that are not spoken. */
function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const spoken = letters
    .replace(/([^aeiouy]l)e$/, '$1i') // "little" has two
    .replace(/([^td])ed$/, '$1') // "changed" has one, "started" two
    .replace(/([^cgsxz]|[^s]h)es$/, '$1') // "makes" has one, "changes" two
    .replace(/e$/, '')
    .replace(/e(ly|ment|ful|less)$/, '$1');
  return Math.max(1, [...spoken.matchAll(/[aeiouy]+/g)].length);
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];

/** What a text looks like on the screen: filled in, and without marks. */
const filledIn = (text: string): string => text.replace(/\{\{.+?\}\}/g, '4').replaceAll('**', '');

/** A text without a full stop (a button, a title) is a sentence of its own. */
const sentencesIn = (text: string): string[] =>
  filledIn(text)
    .split(/(?<=[.?!:…])\s+/)
    .filter((sentence) => wordsIn(sentence).length > 0);

/** Flesch–Kincaid grade: years of school that the text asks for. */
function gradeOf(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesIn);
  const words = sentences.flatMap(wordsIn);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

describe('the measure of reading', () => {
  const counted = {
    a: 1,
    the: 1,
    made: 1,
    changed: 1,
    makes: 1,
    little: 2,
    started: 2,
    changes: 2,
    clinic: 2,
    answer: 2,
    therapist: 3,
    connection: 3,
    safely: 2,
    understanding: 4,
  };
  for (const [word, syllables] of Object.entries(counted)) {
    it(`counts ${syllables} in "${word}"`, () => expect(syllablesOf(word)).to.equal(syllables));
  }

  it('grades as worked by hand: 6 words of one syllable in one sentence', () => {
    // 0.39 · 6 + 11.8 · 1 − 15.59
    expect(gradeOf(['The cat sat on the mat.'])).to.be.closeTo(-1.45, 0.001);
  });

  it('tells hard words from easy ones', () => {
    const hard = 'Therapeutic collaboration necessitates bidirectional communication regarding expectations.';
    expect(gradeOf([hard])).to.be.above(12);
  });

  it('takes each sentence and each button by itself', () => {
    expect(sentencesIn('One here. Two there: {{time}}!')).to.deep.equal(['One here.', 'Two there:', '4!']);
  });
});

describe('the English words', () => {
  /** Everything that a client reads: what therapists read is a group of its own. */
  const parts: Readonly<Record<string, (key: string) => boolean>> = {
    'the questions': (key) => key.startsWith('instruments.'),
    'the texts around them': (key) => !key.startsWith('instruments.') && !key.startsWith('rating.therapist.'),
    'all that a client reads': (key) => !key.startsWith('rating.therapist.'),
    'all that a therapist reads': (key) => key.startsWith('rating.therapist.'),
    ...Object.fromEntries(
      vocabularies.map(({ name }) => [`"${name}"`, (key: string) => key.startsWith(`${name}.`)]),
    ),
  };

  for (const [name, isPart] of Object.entries(parts)) {
    it(`ask for six years of school or fewer: ${name}`, async () => {
      const texts = [...(await wordsOf('en'))].filter(([key]) => isPart(key)).map(([, text]) => text);
      expect(texts.length).to.be.above(5);
      expect(gradeOf(texts)).to.be.at.most(6);
    });
  }

  it('are also within that grade without buttons and titles, which make any text look easy', async () => {
    const sentences = [...(await wordsOf('en')).values()].filter((text) => /[.?!]$/.test(text));
    expect(gradeOf(sentences)).to.be.at.most(6);
  });
});

describe('sentences', () => {
  for (const language of ownLanguages.keys()) {
    it(`have 20 words or fewer in "${language}"`, async () => {
      const long = [...(await wordsOf(language)).values()]
        .flatMap(sentencesIn)
        .filter((sentence) => wordsIn(sentence).length > 20);
      expect(long).to.deep.equal([]);
    });
  }
});
