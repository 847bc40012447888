import type { Answers } from '../answers/answer.js';
import { disabledItems, type Group, type Instrument, type Item } from './instrument.js';
import type { Question } from './question.js';

/** What a person sees at once. */
export interface Screen {
  readonly questions: readonly Question[];
  /**
   * In reading order: a page is shown with all that is in its items; otherwise the titles and notes that a reader meets
   * on the way to one question, then that question by itself.
   */
  readonly items: readonly Item[];
}

/** A screen for each question, or for each page that the instrument names. */
export type ScreenUnit = 'question' | 'page';

const isPage = (item: Item): item is Group => item.kind === 'group' && item.isPage === true;

const holdsPages = ({ items = [] }: Item): boolean => items.some((item) => isPage(item) || holdsPages(item));

/** Whether there are pages to turn. */
export function hasPages({ items }: Instrument): boolean {
  const isNamed = items.some((item) => isPage(item) || holdsPages(item));
  return isNamed && pagesOf(items, () => true).length > 1;
}

/** The screens of an instrument: neither hidden items nor those whose conditions do not hold. */
export function screensOf(instrument: Instrument, answers: Answers, unit: ScreenUnit): readonly Screen[] {
  const disabled = disabledItems(instrument, answers);
  const isShown = (item: Item): boolean => item.isHidden !== true && !disabled.has(item);
  return unit === 'page' ? pagesOf(instrument.items, isShown) : oneByOne(instrument.items, isShown);
}

function questionsIn(items: readonly Item[], isShown: (item: Item) => boolean): readonly Question[] {
  return items
    .filter(isShown)
    .flatMap((item) => [
      ...(item.kind === 'question' ? [item] : []),
      ...questionsIn(item.items ?? [], isShown),
    ]);
}

/** Each page by itself; questions between two pages are a page too, and notes are read with the next one. */
function pagesOf(items: readonly Item[], isShown: (item: Item) => boolean): readonly Screen[] {
  const screens: Screen[] = [];
  let met: Item[] = [];
  const close = (): void => {
    const questions = questionsIn(met, isShown);
    if (questions.length === 0) return;
    screens.push({ questions, items: met });
    met = [];
  };
  const walk = (inside: readonly Item[]): void => {
    for (const item of inside.filter(isShown)) {
      const isOpened = !isPage(item) && holdsPages(item);
      if (isPage(item) || isOpened) close();
      // Of what is round pages its title remains
      met.push(isOpened ? { kind: 'note', linkId: item.linkId, label: item.label } : item);
      if (isOpened) walk(item.items ?? []);
      if (isPage(item) || isOpened) close();
    }
  };
  walk(items);
  close();
  return withRest(screens, met);
}

/** What follows the last question is read with it. */
function withRest(screens: readonly Screen[], rest: readonly Item[]): readonly Screen[] {
  const { questions, items } = screens.at(-1) ?? { questions: [], items: [] };
  const last = { questions, items: [...items, ...rest] };
  return last.items.length === 0 ? [] : [...screens.slice(0, -1), last];
}

function oneByOne(items: readonly Item[], isShown: (item: Item) => boolean): readonly Screen[] {
  const screens: Screen[] = [];
  let met: Item[] = [];
  const walk = (inside: readonly Item[]): void => {
    for (const item of inside.filter(isShown)) {
      met.push(item);
      if (item.kind === 'question') {
        screens.push({ questions: [item], items: met });
        met = [];
      }
      walk(item.items ?? []);
    }
  };
  walk(items);
  return withRest(screens, met);
}
