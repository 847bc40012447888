import type { Answers } from './answer.js';
import { disabledItems } from './enabling.js';
import type { Group, Instrument, Item, Note } from './instrument.js';
import type { Question } from './question.js';

/** One question with the notes and group titles that a reader meets on the way to it. */
export interface Screen {
  readonly question: Question;
  readonly before: readonly (Note | Group)[];
}

/** What is on the screen, in reading order: neither hidden items nor those whose conditions do not hold. */
export interface Screens {
  readonly screens: readonly Screen[];
  /** Notes after the last question. */
  readonly after: readonly (Note | Group)[];
}

export function screensOf(instrument: Instrument, answers: Answers): Screens {
  const disabled = disabledItems(instrument, answers);
  const screens: Screen[] = [];
  let met: (Note | Group)[] = [];
  const walk = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.isHidden || disabled.has(item)) continue;
      if (item.kind === 'question') {
        screens.push({ question: item, before: met });
        met = [];
      } else {
        met.push(item);
      }
      walk(item.items ?? []);
    }
  };
  walk(instrument.items);
  return { screens, after: met };
}
