import type { Words } from '../../controllers/widget/localize.js';
import type { GoalKey } from '../../i18n/words/goals.js';
import type { Delivery, RecordReason } from '../../controllers/record/delivery.js';
import type { Button } from '../../parts/button.js';

interface AskedHere {
  /** Names it within the widget. */
  readonly id: string;
  readonly words: Words;
  readonly hint?: Words | undefined;
}

/** Own words. */
export interface TextAsk extends AskedHere {
  readonly kind: 'text';
  readonly text: string;
  readonly type: (text: string) => void;
  /** Words to begin with, which can then be changed. */
  readonly start?: { readonly words: Words; readonly text: string } | undefined;
}

/** One of a few. */
export interface ChoiceAsk extends AskedHere {
  readonly kind: 'choice';
  readonly options: readonly {
    readonly key: string;
    readonly words: Words;
    readonly beside?: Words | undefined;
  }[];
  readonly chosen: string | undefined;
  readonly choose: (key: string | undefined) => void;
}

/** Roughly when. */
export interface DueAsk extends AskedHere {
  readonly kind: 'due';
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly due: string | undefined;
  readonly choose: (due: string | undefined) => void;
}

export type Ask = TextAsk | ChoiceAsk | DueAsk;

/** What is asked on one screen. */
export interface TaskPage {
  readonly key: string;
  readonly asks: readonly Ask[];
  /** Nothing further is possible without it. */
  readonly isNeeded?: boolean | undefined;
}

/** What a person is at, one thought a screen: a goal in words, a setback, a note. */
export interface Task {
  /** Names it where a draft is gone on with. */
  readonly name: string;
  readonly title: GoalKey;
  /** The goal that it is about, in words. */
  readonly about?: string | undefined;
  pages(): readonly TaskPage[];
  /** Everything is shown once more before it is given. */
  readonly isChecked?: boolean | undefined;
  /** What a person can do at the end, the main thing first. */
  finish(): readonly Button[];
  /** What is kept of it. */
  readonly edits: readonly Kept[];
  /** Words for what helps at the end. */
  readonly note?: GoalKey | undefined;
}

/** What is changed here, as far as its task follows it. */
export interface Kept {
  readonly edit: {
    readonly delivery: Delivery;
    readonly notice: RecordReason | undefined;
    readonly isKeepingDrafts: boolean;
    position: string | undefined;
    dropDraft(): Promise<void>;
    keepDraft(): void;
  };
  /** Leaves it; what was entered stays among the drafts. */
  readonly close: () => Promise<void>;
}

export const isEmptyAsk = (ask: Ask): boolean => {
  if (ask.kind === 'text') return ask.text.trim() === '';
  return (ask.kind === 'due' ? ask.due : ask.chosen) === undefined;
};

/** What a person can be at. */
export type TaskName = 'add' | 'edit' | 'ask' | 'setback' | 'note' | 'step' | 'rate' | 'weigh';
