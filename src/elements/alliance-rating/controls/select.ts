import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { answerOf, sameValue, valuesOf } from '../../../domain/answers/answer.js';
import type { Question } from '../../../domain/instrument/instrument.js';
import type { RatingView } from '../rating-view.js';
import { valuesBesideOptions, valueWords } from '../views/answers.js';

/** A long list that the Questionnaire wants folded away. */
export function selectTemplate(view: RatingView, question: Question, describedBy: string): TemplateResult {
  const values = valuesOf(answerOf(view.edit.value, question.linkId));
  const [value] = values;
  const beside = valuesBesideOptions(question, values);
  const all = [...question.options.map((option) => option.value), ...beside];
  const chosen = value === undefined ? -1 : all.findIndex((other) => sameValue(other, value));
  const choose = (event: Event): void => {
    event.stopPropagation();
    const other = all[(event.target as HTMLSelectElement).selectedIndex - 1];
    if (other !== undefined) view.answering.give(question, other);
    else view.answering.clearAnswer(question);
  };
  return html`<select
    class="entry"
    part="entry"
    aria-labelledby="${view.pages.idOf(question)}-words"
    aria-describedby=${describedBy || nothing}
    aria-required=${view.checking.isRequired(question) ? 'true' : nothing}
    aria-invalid=${view.checking.stops(question) ? 'true' : nothing}
    ?disabled=${view.isOff(question)}
    @input=${choose}
    @change=${(event: Event) => {
      event.stopPropagation();
    }}
  >
    <option value="" .selected=${live(chosen < 0)}>${view.localize.word('rating.choice.choose')}</option>
    ${question.options.map(
      ({ label, prefix }, index) =>
        html`<option lang=${label.lang ?? nothing} .selected=${live(index === chosen)}>
          ${prefix === undefined ? '' : `${prefix} `}${label.text}
        </option>`,
    )}
    ${beside.map((other) => html`<option .selected=${live(value === other)}>${valueWords(view.localize, other)}</option>`)}
  </select>`;
}
