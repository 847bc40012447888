import { html, nothing, type TemplateResult } from 'lit';
import {
  answerOf,
  isCoding,
  isQuantity,
  sameValue,
  type Answer,
  type Value,
} from '../../../domain/answers/answer.js';
import type { Question } from '../../../domain/instrument/instrument.js';
import type { LocalizeController, Words } from '../../../controllers/widget/localize.js';
import { degreePicture } from '../../../parts/pictures.js';
import { reviewTemplate } from '../../../parts/review.js';
import { ownWords } from '../../../parts/own-words.js';
import type { RatingView } from '../rating-view.js';

/** Words for the two ways of not answering and for nothing at all; client and therapist read different ones. */
export interface AbsentWords {
  readonly unanswered: Words;
  readonly declined: Words;
  readonly unknown: Words;
}

/** A value in words, where no option has words for it. */
export function valueWords(localize: LocalizeController, value: Value): Words {
  if (typeof value === 'boolean') return localize.text(value ? 'common.choice.yes' : 'common.choice.no');
  if (typeof value === 'number') return localize.number(value);
  if (isQuantity(value)) return `${localize.number(value.value)} ${value.unit ?? ''}`.trim();
  return isCoding(value) ? (value.display ?? value.code) : value;
}

/**
 * Of the values that a question is answered with, those that it has no option for: another system gave them, or an
 * older version of the Questionnaire did. They are shown, so that a person can let them stand or take them back.
 */
export function valuesBesideOptions({ type, options }: Question, values: readonly Value[]): readonly Value[] {
  if (type === 'open-choice') return []; // there they stand in the field for own words
  return values.filter(
    (value) =>
      !(type === 'boolean' && typeof value === 'boolean') &&
      !options.some((option) => sameValue(option.value, value)),
  );
}

function valueTemplate(view: RatingView, question: Question, value: Value): unknown {
  const index = question.options.findIndex((option) => sameValue(option.value, value));
  const option = question.options[index];
  if (option) {
    const mark = question.block ? degreePicture(index / (question.options.length - 1)) : nothing;
    return html`${mark}<span>${view.label(option.label)}</span>`;
  }
  const words = valueWords(view.localize, value);
  return typeof value === 'string' || isCoding(value) ? ownWords(words) : words;
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
  const entries = view.pages.questions.map((question) => ({
    about: view.label(question.label),
    given: answerTemplate(view, question, answerOf(view.edit.value, question.linkId), words),
    change: canChange
      ? {
          about: question.label.text,
          go: () => {
            view.goTo(question);
          },
          isDisabled: view.isOff(question),
        }
      : undefined,
  }));
  return reviewTemplate(view.localize, entries);
}
