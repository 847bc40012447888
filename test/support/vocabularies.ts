import type { Vocabulary, WordTree } from '../../src/i18n/vocabulary.js';
import { commonWords } from '../../src/i18n/words/common.js';
import { empathyItemWords } from '../../src/i18n/words/empathy-items.js';
import { empathyPairWords } from '../../src/i18n/words/empathy-pair.js';
import { empathyTaskWords } from '../../src/i18n/words/empathy-tasks.js';
import { empathyWords } from '../../src/i18n/words/empathy.js';
import { goalTaskWords } from '../../src/i18n/words/goal-tasks.js';
import { goalsWords } from '../../src/i18n/words/goals.js';
import { instrumentWords } from '../../src/i18n/words/instruments.js';
import { taskWords } from '../../src/i18n/words/tasks.js';
import { ratingWords } from '../../src/i18n/words/rating.js';

/** The words of every widget: each of `src/i18n/words` stands here, so that it is tested. */
export const vocabularies: readonly Vocabulary[] = [
  commonWords,
  empathyItemWords,
  empathyPairWords,
  empathyTaskWords,
  empathyWords,
  goalsWords,
  goalTaskWords,
  instrumentWords,
  ratingWords,
  taskWords,
];

/** All that is said in a language, as one tree. */
export async function treeOf(language: string): Promise<WordTree> {
  const trees = vocabularies.map(async ({ name, english, others }) => {
    if (language === 'en') return [name, english] as const;
    const load = others[language];
    if (!load) throw new Error(`"${name}" does not say where its words in "${language}" are`);
    return [name, (await load()).default] as const;
  });
  return Object.fromEntries(await Promise.all(trees));
}
