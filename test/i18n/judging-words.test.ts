import { expect } from '@open-wc/testing';
import { ownLanguages } from '../../src/i18n/languages.js';
import { wordsOf } from './word-list.js';

/*
 * What would judge a person, or praise one (which judges too). No widget says it, in no language: a new language brings
 * its list. Each is how a word begins, since words bend at their ends; `_` stands for the end of a word.
 */
const judging: Readonly<Record<string, readonly string[]>> = {
  en: [
    ...[
      'bad_',
      'wrong',
      'poor',
      'worse',
      'worst',
      'weak',
      'fail',
      'fault',
      'blame',
      'lazy',
      'incorrect',
      'abnormal',
    ],
    ...['low score', 'high score', 'should have', 'you must', 'resistan', 'complian', 'non-complian'],
    ...['excellent', 'perfect', 'well done', 'good job'],
  ],
  es: [
    ...[
      'mal_',
      'mal[ao]',
      'pobre',
      'peor',
      'débil',
      'fall',
      'fracas',
      'culpa',
      'perezos',
      'incorrect',
      'equivoc',
    ],
    ...['anormal', 'puntuación', 'puntaje', 'debería haber', 'usted debe', 'resistencia', 'incumpl'],
    ...['excelente', 'perfect', 'bien hecho', 'muy bien'],
  ],
  ar: [
    ...['سيئ', 'خاطئ', 'فشل', 'فاشل', 'ضعيف', 'أسوأ', 'ذنب', 'لوم', 'كسول', 'مهمل', 'تقصير', 'غير طبيعي'],
    ...['درجة منخفضة', 'درجة عالية', 'كان يجب', 'كان عليك', 'يجب عليك', 'مقاومة', 'غير ملتزم'],
    ...['ممتاز', 'مثالي', 'أحسنت', 'رائع'],
  ],
};

/** Arabic sets "and", "in", "the" and the like before a word without a space. */
const BEFORE = '(?<!\\p{L})[وفبكل]?(?:ال)?';

const judgingIn = (language: string, text: string): readonly string[] =>
  (judging[language] ?? []).filter((word) =>
    new RegExp(`${BEFORE}${word.replace('_', '(?!\\p{L})')}`, 'iu').test(text),
  );

describe('words that judge', () => {
  const examples: readonly (readonly [language: string, text: string, found: readonly string[]])[] = [
    ['en', 'That was a wrong answer: your low score failed you.', ['wrong', 'fail', 'low score']],
    ['en', 'A bad badge', ['bad_']],
    ['en', 'This badge is marked as sent by mistake.', []],
    ['es', 'Lo hizo mal: falló. Malas notas', ['mal_', 'mal[ao]', 'fall']],
    ['es', 'Es formal y normal', []],
    ['ar', 'إجابة خاطئة والفشل', ['خاطئ', 'فشل']],
    ['ar', 'أُرسلت بالخطأ', []],
  ];
  for (const [language, text, found] of examples) {
    it(`are found in "${text}"`, () => expect(judgingIn(language, text)).to.deep.equal(found));
  }

  for (const language of ownLanguages.keys()) {
    it(`are known in "${language}", and no widget says one`, async () => {
      expect(judging[language]?.length).to.be.above(20);
      const said = [...(await wordsOf(language))].filter(([, text]) => judgingIn(language, text).length > 0);
      expect(said).to.deep.equal([]);
    });
  }
});
