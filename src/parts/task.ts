import type { nothing, TemplateResult } from 'lit';
import type { LocalizeController, Words } from '../controllers/widget/localize.js';
import type { Kept, Tasks } from '../controllers/widget/tasks.js';
import type { Vocabulary } from '../i18n/vocabulary.js';
import type { TaskKey } from '../i18n/words/tasks.js';
import type { Delivery } from '../controllers/record/delivery.js';
import type { Button } from './button.js';

/*
 * What a person is at, one thought a screen: a goal in words, a moment, an answer.
 */

interface AskedHere {
  /** Names it within the widget. */
  readonly id: string;
  readonly words: Words;
  /** What helps to answer, read before it. */
  readonly hints?: readonly unknown[] | undefined;
}

/** Own words. */
export interface TextAsk extends AskedHere {
  readonly kind: 'text';
  readonly text: string;
  readonly type: (text: string) => void;
  /** Words to begin with, which can then be changed. */
  readonly starts?: readonly { readonly words: Words; readonly text: string }[] | undefined;
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

/** Something that a widget asks in its own way. */
export interface OwnAsk extends AskedHere {
  readonly kind: 'own';
  readonly isEmpty: boolean;
  /** What was entered, in words. */
  readonly said: Words;
  readonly draw: (view: TaskView) => TemplateResult;
}

export type Ask = TextAsk | ChoiceAsk | OwnAsk;

/** What is asked on one screen. */
export interface TaskPage {
  readonly key: string;
  readonly asks: readonly Ask[];
  /** Nothing further is possible without it. */
  readonly isNeeded?: boolean | undefined;
}

export interface Task {
  /** Names it where a draft is gone on with. */
  readonly name: string;
  readonly title: () => Words;
  /** What it is about, in a person's own words. */
  readonly about?: string | undefined;
  pages(): readonly TaskPage[];
  /** Everything is shown once more before it is given; with other words than those of the asks, where there are some. */
  readonly isChecked?: boolean | undefined;
  /** Its words have the id `preview`, and what they are about `previewed`. */
  readonly preview?: (() => unknown) | undefined;
  /** What a person can do at the end, the main thing first. */
  finish(): readonly Button[];
  /** What is kept of it. */
  readonly edits: readonly Kept[];
  /** What helps at the end. */
  readonly note?: (() => Words) | undefined;
}

/** What a task is drawn from. */
export interface TaskView {
  readonly localize: LocalizeController<TaskKey>;
  readonly settings: { readonly isDisabled: boolean };
  readonly tasks: Tasks<Task, TaskPage, { readonly words: readonly Vocabulary[] }>;
  /** Of what is given at its end. */
  readonly delivery: Delivery | undefined;
  readonly redraw: () => void;
  focusOn(selector: string): void;
  /** Back to where it was begun. */
  readonly leaveTask: () => void;
  drawing(name: string): TemplateResult | typeof nothing;
}

export function isEmptyAsk(ask: Ask): boolean {
  if (ask.kind === 'text') return ask.text.trim() === '';
  return ask.kind === 'own' ? ask.isEmpty : ask.chosen === undefined;
}

/** What is needed on a screen and still empty. */
export const isOpenPage = ({ isNeeded, asks }: TaskPage): boolean =>
  isNeeded === true && asks.some(isEmptyAsk);
