import type { Answers } from '../answers/answer.js';
import type { Enabling } from './enabling.js';
import type { Label, Question } from './question.js';
import type { ScoreRule } from './scoring.js';

export type { AllianceBlock, AnswerOption, Question } from './question.js';

/** Words between the questions, or a place where an item stood that cannot be shown. */
export interface Note {
  readonly kind: 'note';
  readonly linkId: string;
  readonly label: Label;
  /** Set where the item could not be understood, so that the reader is told. */
  readonly unsupported?: string | undefined;
  readonly isHidden?: boolean | undefined;
  readonly enabling?: Enabling | undefined;
  readonly items?: readonly Item[] | undefined;
}

export interface Group {
  readonly kind: 'group';
  readonly linkId: string;
  readonly label: Label;
  /** Its questions share one scale: each is shown as a row. */
  readonly isTable?: boolean | undefined;
  /** It is to be shown by itself. */
  readonly isPage?: boolean | undefined;
  readonly isHidden?: boolean | undefined;
  readonly enabling?: Enabling | undefined;
  readonly items: readonly Item[];
}

export type Item = Question | Note | Group;

/** What is asked, in one language: items, options, scoring, and whose it is. */
export interface Instrument {
  /** Built-in id, the id of the Questionnaire it was read from, or a name made from what that asks. */
  readonly id?: string | undefined;
  /** Canonical URL without version. */
  readonly url?: string | undefined;
  readonly version?: string | undefined;
  readonly title: Label;
  readonly copyright?: Label | undefined;
  /** Who answers it, where it is not the client: only they are asked. */
  readonly answeredBy?: 'therapist' | undefined;
  readonly items: readonly Item[];
  readonly total?: ScoreRule | undefined;
  readonly subscales: Readonly<Record<string, ScoreRule>>;
  /** Present where what is asked depends on answers. Comes with the reader of such instruments: ours have none. */
  readonly conditions?: Conditions | undefined;
}

/** Works out what is asked. */
export interface Conditions {
  /** The items that are not asked, given these answers: by their own conditions or by those of what they stand under. */
  readonly disabled: (instrument: Instrument, answers: Answers) => ReadonlySet<Item>;
  /**
   * Of the items that are not asked, those that might be if a question could be asked here that their conditions are
   * about, one for a file for example. What another system has let a person answer there, nobody here can judge.
   */
  readonly undecided: (instrument: Instrument, answers: Answers) => ReadonlySet<Item>;
}

const NO_ITEMS: ReadonlySet<Item> = new Set();

/** The items that are not asked, given these answers. */
export function disabledItems(instrument: Instrument, answers: Answers): ReadonlySet<Item> {
  return instrument.conditions?.disabled(instrument, answers) ?? NO_ITEMS;
}

/** Of these, the items of which nobody here can judge whether they are asked. */
export function undecidedItems(instrument: Instrument, answers: Answers): ReadonlySet<Item> {
  return instrument.conditions?.undecided(instrument, answers) ?? NO_ITEMS;
}

/** One instrument laid out flat: made once, since a form may have thousands of items. */
interface Layout {
  readonly questions: readonly Question[];
  readonly byLinkId: ReadonlyMap<string, Question>;
  /** Every item with the one that it stands under. */
  readonly parents: ReadonlyMap<Item, Item | undefined>;
  /** What is asked, in a few words. */
  readonly asked: string;
}

const layouts = new WeakMap<Instrument, Layout>();

function layoutOf(instrument: Instrument): Layout {
  const made = layouts.get(instrument);
  if (made) return made;
  const questions: Question[] = [];
  const parents = new Map<Item, Item | undefined>();
  const collect = (items: readonly Item[], parent: Item | undefined): void => {
    for (const item of items) {
      parents.set(item, parent);
      if (item.kind === 'question') questions.push(item);
      collect(item.items ?? [], item);
    }
  };
  collect(instrument.items, undefined);
  const byLinkId = new Map(questions.map((question) => [question.linkId, question]));
  const asked = questions
    .map(({ linkId, type }) => `${linkId} ${type}`)
    .join('|')
    .slice(0, 500);
  const layout = { questions, byLinkId, parents, asked };
  layouts.set(instrument, layout);
  return layout;
}

/** Every question in reading order, out of all groups and from under other questions. */
export function questionsOf(instrument: Instrument): readonly Question[] {
  return layoutOf(instrument).questions;
}

export function questionOf(instrument: Instrument, linkId: string): Question | undefined {
  return layoutOf(instrument).byLinkId.get(linkId);
}

/** Every item in reading order with the one that it stands under. */
export function itemsOf(instrument: Instrument): ReadonlyMap<Item, Item | undefined> {
  return layoutOf(instrument).parents;
}

/** Canonical as FHIR writes it, `url|version`; undefined where the instrument has no URL. */
export function canonicalOf(instrument: Instrument): string | undefined {
  if (instrument.url === undefined) return undefined;
  return instrument.version === undefined ? instrument.url : `${instrument.url}|${instrument.version}`;
}

/**
 * Which instrument it is: its canonical, else its id, else its questions; seven in ten Questionnaires have no URL, and two
 * of them must not share a draft.
 */
export function identityOf(instrument: Instrument): string {
  return canonicalOf(instrument) ?? instrument.id ?? layoutOf(instrument).asked;
}
