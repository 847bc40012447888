import { html, nothing, type TemplateResult } from 'lit';
import { answerOf, isCoding, sameValue, type Answer, type Value } from '../../domain/answers/answer.js';
import type { Question } from '../../domain/instrument/instrument.js';
import type { Words } from '../../controllers/widget/localize.js';
import { degreePicture } from './pictures.js';
import { valueWords } from './value-words.js';
import type { RatingView } from './rating-view.js';

/** Words for the two ways of not answering and for nothing at all; client and therapist read different ones. */
export interface AbsentWords {
  readonly unanswered: Words;
  readonly declined: Words;
  readonly unknown: Words;
}

function valueTemplate(view: RatingView, question: Question, value: Value): unknown {
  const index = question.options.findIndex((option) => sameValue(option.value, value));
  const option = question.options[index];
  if (option) {
    const mark = question.block ? degreePicture(index / (question.options.length - 1)) : nothing;
    return html`${mark}<span>${view.label(option.label)}</span>`;
  }
  const words = valueWords(view.localize, value);
  return typeof value === 'string' || isCoding(value)
    ? html`<span class="own-words" dir="auto">${words}</span>`
    : words;
}

/** For what was sent an open question is "left open": nothing is asked for any more. */
export function leftOpen(view: RatingView): AbsentWords {
  return { ...clientWords(view), unanswered: view.localize.text('rating.therapist.no-answer') };
}

/** One answer in words, with the picture of its degree. */
export function answerTemplate(
  view: RatingView,
  question: Question,
  answer: Answer,
  absentWords = clientWords(view),
): unknown {
  if (answer.state === 'answered') {
    return answer.values.map(
      (value) => html`<span class="value">${valueTemplate(view, question, value)}</span>`,
    );
  }
  const words =
    answer.state === 'unanswered'
      ? absentWords.unanswered
      : answer.reason === 'asked-declined'
        ? absentWords.declined
        : absentWords.unknown;
  return html`<span class="no-value">${words}</span>`;
}

function clientWords({ localize }: RatingView): AbsentWords {
  return {
    unanswered: localize.text('rating.step.no-answer'),
    declined: localize.text('common.choice.declined'),
    unknown: localize.text('common.choice.unknown'),
  };
}

/** Every question with its answer in words. */
export function answersTemplate(
  view: RatingView,
  canChange: boolean,
  words = clientWords(view),
): TemplateResult {
  const { localize, edit } = view;
  return html`<dl class="answers" part="answers">
    ${view.questions.map(
      (question) =>
        html`<div class="answer" part="answer">
          <dt>${view.label(question.label)}</dt>
          <dd>
            ${answerTemplate(view, question, answerOf(edit.value, question.linkId), words)}
            ${
              canChange
                ? html`<button
                    type="button"
                    class="link"
                    part="button button-link"
                    aria-label=${localize.word('common.step.change-of', { question: question.label.text })}
                    ?disabled=${view.isOff(question)}
                    @click=${() => {
                      view.goTo(question);
                    }}
                  >
                    ${localize.text('common.step.change')}
                  </button>`
                : nothing
            }
          </dd>
        </div>`,
    )}
  </dl>`;
}
