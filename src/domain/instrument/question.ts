import type { Coding, Value } from '../answers/answer.js';
import type { Enabling } from './enabling.js';
import type { Item } from './instrument.js';

/** A run of text; `strong` marks the key words that easy mode shows bold. */
interface Segment {
  readonly text: string;
  readonly strong: boolean;
}

/** Words as a person reads them, with the language they are in where that is known. */
export interface Label {
  readonly text: string;
  readonly lang?: string | undefined;
  readonly segments?: readonly Segment[] | undefined;
  /** The same words with marks in them; drawn from an allow-list, never as markup. */
  readonly rich?: RichText | undefined;
}

/** Marked words as a Questionnaire carries them, not yet parsed. */
export interface RichText {
  readonly format: 'markdown' | 'xhtml';
  readonly source: string;
}

/** Reads our own notation, in which `**` stands round key words: `I felt **safe** today.` */
export function labelWithKeyWords(marked: string, lang?: string): Label {
  const segments = marked
    .split('**')
    .map((text, index) => ({ text, strong: index % 2 === 1 }))
    .filter((segment) => segment.text !== '');
  const text = segments.map((segment) => segment.text).join('');
  return { text, lang, segments };
}

/** The part of the working alliance (Bordin 1979) that an item asks about. */
export type AllianceBlock = 'bond' | 'goal' | 'task';

/** Item types that can be answered; the names are those of FHIR R4 `Questionnaire.item.type`. */
export type QuestionType =
  | 'choice'
  | 'open-choice'
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'quantity'
  | 'string'
  | 'text'
  | 'url'
  | 'date'
  | 'dateTime'
  | 'time';

/** How a question wants to be asked: codes of FHIR `questionnaire-item-control`. */
export type Control =
  'radio-button' | 'check-box' | 'drop-down' | 'autocomplete' | 'slider' | 'spinner' | 'text-box';

/** A formula of the Questionnaire, which only the host can work out. */
export interface Expression {
  /** Such as `text/fhirpath`. */
  readonly language: string;
  readonly expression: string;
  readonly name?: string | undefined;
}

export interface AnswerOption {
  readonly value: Exclude<Value, boolean>;
  readonly label: Label;
  /** What the option counts in a score (`ordinalValue` or `itemWeight`); absent: it has no score. */
  readonly score?: number | undefined;
  /** Shown before the words, such as "a)". */
  readonly prefix?: string | undefined;
  /** Chosen, it stands alone: "None of these". */
  readonly isExclusive?: boolean | undefined;
  /** What a text in `value` is, where it is neither a text nor a number. */
  readonly type?: 'date' | 'time' | undefined;
}

/** A unit that an amount can be given in. */
export type Unit = Omit<Coding, 'code'> & { readonly code?: string | undefined };

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
  /** Several values may be given. */
  readonly repeats: boolean;
  readonly options: readonly AnswerOption[];
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  /** First and last day, as FHIR writes them. */
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  /** Distance of two places on a slider. */
  readonly step?: number | undefined;
  /** In characters. */
  readonly maxLength?: number | undefined;
  readonly control?: Control | undefined;
  readonly orientation?: 'horizontal' | 'vertical' | undefined;
  /** Words at the two ends of a slider. */
  readonly lower?: Label | undefined;
  readonly upper?: Label | undefined;
  /** Help, instructions and the form of an entry, read before answering. */
  readonly hints?: readonly Label[] | undefined;
  /** What a number is counted in, to be read beside it. */
  readonly unitLabel?: Label | undefined;
  readonly units?: readonly Unit[] | undefined;
  /** What the question starts with. */
  readonly initial?: readonly Value[] | undefined;
  /** Part of the response, never on the screen. */
  readonly isHidden?: boolean | undefined;
  readonly enabling?: Enabling | undefined;
  /** The answer is worked out by the host. */
  readonly calculation?: Expression | undefined;
  /** The answer would have to be worked out, and nobody does: the question is shown, and not asked. */
  readonly isUnsupported?: boolean | undefined;
  /** Asked under this one. */
  readonly items?: readonly Item[] | undefined;
}

/** It is answered with a number, with or without a unit. */
export const isNumber = ({ type }: Question): boolean =>
  type === 'integer' || type === 'decimal' || type === 'quantity';
