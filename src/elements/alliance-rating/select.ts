import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { answerOf, sameValue } from '../../domain/answer.js';
import type { Question } from '../../domain/instrument.js';
import type { RatingView } from './rating-view.js';

/** A long list that the Questionnaire wants folded away. */
export function selectTemplate(view: RatingView, question: Question, describedBy: string): TemplateResult {
  const answer = answerOf(view.edit.answers, question.linkId);
  const [value] = answer.state === 'answered' ? answer.values : [];
  const chosen =
    value === undefined ? -1 : question.options.findIndex((option) => sameValue(option.value, value));
  const choose = (event: Event): void => {
    event.stopPropagation();
    const option = question.options[(event.target as HTMLSelectElement).selectedIndex - 1];
    if (option) view.answering.give(question, option.value);
    else view.answering.clearAnswer(question);
  };
  return html`<select
    class="entry"
    part="entry"
    aria-labelledby="${view.idOf(question)}-words"
    aria-describedby=${describedBy || nothing}
    aria-required=${view.isRequired(question) ? 'true' : nothing}
    aria-invalid=${view.checking.stopped.includes(question.linkId) ? 'true' : nothing}
    ?disabled=${view.isOff(question)}
    .selectedIndex=${live(chosen + 1)}
    @input=${choose}
    @change=${(event: Event) => {
      event.stopPropagation();
    }}
  >
    <option value="">${view.localize.word('rating.choice.choose')}</option>
    ${question.options.map(
      ({ label, prefix }) =>
        html`<option lang=${label.lang ?? nothing}>
          ${prefix === undefined ? '' : `${prefix} `}${label.text}
        </option>`,
    )}
  </select>`;
}
