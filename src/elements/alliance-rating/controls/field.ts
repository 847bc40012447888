import { html, nothing, type TemplateResult } from 'lit';
import type { Question } from '../../../domain/instrument/instrument.js';
import { textFieldTemplate } from '../../../parts/text-field.js';
import type { RatingView } from '../rating-view.js';
import type { Value } from '../../../domain/answers/answer.js';
import type { Refusal } from '../../../domain/instrument/response.js';

/** One field of a typed answer: as it was typed, also where that is no answer. */
export interface TypedRow {
  readonly text: string;
  /** What the text says; while it says nothing that can be taken, what it said before, for its unit. */
  readonly value?: Value | undefined;
  /** Why the text is no answer. */
  readonly refused?: Refusal | undefined;
}

export const emptyRow: TypedRow = { text: '' };

/** The value of a row that is an answer. */
export function answerIn({ text, value, refused }: TypedRow): readonly Value[] {
  return text.trim() === '' || refused !== undefined || value === undefined ? [] : [value];
}

/** One field of a question. */
export interface Field {
  readonly typed: TypedRow;
  readonly row: number;
  readonly describedBy: string;
  readonly label?: unknown;
}

type Draw = (view: RatingView, question: Question, field: Field) => unknown;

/** What every field does and tells, whatever is typed in it; what cannot be taken stays in it. */
export function fieldParts(view: RatingView, question: Question, { typed, row, label }: Field) {
  const id = view.pages.idOf(question);
  return {
    labelledBy: `${id}-words${label === undefined ? '' : ` ${id}-row-${String(row)}`}`,
    label:
      label === undefined ? nothing : html`<span class="row-label" id="${id}-row-${row}">${label}</span>`,
    isRequired: view.checking.isRequired(question) && row === 0,
    isInvalid: typed.refused !== undefined || view.checking.stops(question),
    type(text: string): void {
      view.answering.type(question, text, row);
    },
    settle(): void {
      view.answering.settle(question);
    },
  };
}

/** A row for each answer, numbered where there are several. */
export function rowsTemplate(
  view: RatingView,
  question: Question,
  describedBy: string,
  draw: Draw,
): TemplateResult {
  const rows = view.answering.rowsOf(question);
  const isSeveral = rows.length > 1;
  return html`${rows.map((typed, row) => {
    const label = isSeveral ? view.localize.text('rating.choice.row', { number: row + 1 }) : undefined;
    return html`<div class="entry-row">${draw(view, question, { typed, row, describedBy, label })}</div>`;
  })}`;
}

/** A field for a text of several lines. */
export function longTextTemplate(view: RatingView, question: Question, field: Field): TemplateResult {
  const { label, labelledBy, isRequired, isInvalid, type, settle } = fieldParts(view, question, field);
  return html`${label}${textFieldTemplate({
    text: field.typed.text,
    labelledBy,
    describedBy: field.describedBy,
    isRequired,
    isInvalid,
    isDisabled: view.isOff(question),
    type,
    settle,
  })}`;
}
