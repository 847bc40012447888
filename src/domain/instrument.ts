import type { Coding, Value } from './answer.js';
import type { Label } from './label.js';
import type { ScoreRule } from './scoring.js';

/** The part of the working alliance (Bordin 1979) that an item asks about. */
export type AllianceBlock = 'bond' | 'goal' | 'task';

/** Item types that can be answered; the names are those of FHIR R4 `Questionnaire.item.type`. */
export type QuestionType = 'choice' | 'integer' | 'decimal' | 'string' | 'text' | 'boolean';

export interface AnswerOption {
  readonly value: Exclude<Value, boolean>;
  readonly label: Label;
  /** What the option counts in a score (`ordinalValue` or `itemWeight`); absent: it has no score. */
  readonly score?: number | undefined;
}

export interface Question {
  readonly kind: 'question';
  readonly linkId: string;
  readonly type: QuestionType;
  readonly label: Label;
  readonly prefix?: string | undefined;
  readonly code?: readonly Coding[] | undefined;
  readonly block?: AllianceBlock | undefined;
  /** Name of the drawing shown in easy mode. */
  readonly picture?: string | undefined;
  readonly required: boolean;
  readonly readOnly: boolean;
  /** More than one option may be chosen. */
  readonly repeats: boolean;
  readonly options: readonly AnswerOption[];
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  /** In characters. */
  readonly maxLength?: number | undefined;
}

/** Words between the questions, or a place where an item stood that cannot be shown. */
export interface Note {
  readonly kind: 'note';
  readonly linkId: string;
  readonly label: Label;
  /** Set where the item could not be understood, so that the reader is told. */
  readonly unsupported?: string | undefined;
}

export interface Group {
  readonly kind: 'group';
  readonly linkId: string;
  readonly label: Label;
  readonly items: readonly Item[];
}

export type Item = Question | Note | Group;

/** What is asked, in one language: items, options, scoring, and whose it is. */
export interface Instrument {
  /** Built-in id, or the id of the Questionnaire it was read from. */
  readonly id?: string | undefined;
  /** Canonical URL without version. */
  readonly url?: string | undefined;
  readonly version?: string | undefined;
  readonly title: Label;
  readonly copyright?: Label | undefined;
  readonly items: readonly Item[];
  readonly total?: ScoreRule | undefined;
  readonly subscales: Readonly<Record<string, ScoreRule>>;
}

/** Every question in reading order, out of all groups. */
export function questionsOf(instrument: Instrument): readonly Question[] {
  const collect = (items: readonly Item[]): Question[] =>
    items.flatMap((item) =>
      item.kind === 'group' ? collect(item.items) : item.kind === 'question' ? [item] : [],
    );
  return collect(instrument.items);
}

export function questionOf(instrument: Instrument, linkId: string): Question | undefined {
  return questionsOf(instrument).find((question) => question.linkId === linkId);
}

/** The notes and group titles that a reader meets after the question before and before this one. */
export function notesBefore(instrument: Instrument, question: Question): readonly (Note | Group)[] {
  let met: (Note | Group)[] = [];
  const isFound = (items: readonly Item[]): boolean =>
    items.some((item) => {
      if (item.kind !== 'question') {
        met.push(item);
        return item.kind === 'group' && isFound(item.items);
      }
      if (item.linkId === question.linkId) return true;
      met = [];
      return false;
    });
  return isFound(instrument.items) ? met : [];
}

/** Canonical as FHIR writes it, `url|version`; undefined where the instrument has no URL. */
export function canonicalOf(instrument: Instrument): string | undefined {
  if (instrument.url === undefined) return undefined;
  return instrument.version === undefined ? instrument.url : `${instrument.url}|${instrument.version}`;
}
