import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  answerOf,
  sameValue,
  valuesOf,
  type AbsentReason,
  type Answer,
  type Value,
} from '../../domain/answers/answer.js';
import type { AnswerOption, Question } from '../../domain/instrument/instrument.js';
import { isFixed } from '../../domain/instrument/response.js';
import { clearTemplate } from './clear.js';
import { foreignControls } from './foreign-controls.js';
import { degreePicture, tick } from './pictures.js';
import type { RatingView } from './rating-view.js';
import { valuesBesideOptions, valueWords } from './value-words.js';

interface Choice {
  readonly value: Value;
  readonly words: unknown;
  readonly score?: number | undefined;
  readonly length: number;
}

/** Labels of so few characters, the numbers of a ruler for example, need no tile each. */
const SHORT = 3;

const absentReasons = { 'asked-unknown': 'unknown', 'asked-declined': 'declined' } as const;

function choicesOf(view: RatingView, question: Question): readonly Choice[] {
  const { edit, localize } = view;
  const beside = valuesBesideOptions(question, valuesOf(answerOf(edit.value, question.linkId)));
  return [
    ...optionsOf(view, question),
    ...beside.map((value) => {
      const words = valueWords(localize, value);
      return { value, words: html`<span dir="auto">${words}</span>`, length: Infinity };
    }),
  ];
}

function optionsOf(view: RatingView, question: Question): readonly Choice[] {
  const { localize } = view;
  if (question.type === 'boolean') {
    return [
      { value: true, words: localize.text('common.choice.yes'), length: 3 },
      { value: false, words: localize.text('common.choice.no'), length: 3 },
    ];
  }
  return question.options.map((option: AnswerOption) => ({
    value: option.value,
    words:
      option.prefix === undefined
        ? view.label(option.label)
        : html`${option.prefix} ${view.label(option.label)}`,
    score: option.score,
    length: option.label.text.length,
  }));
}

const isChosen = (answer: Answer, value: Value): boolean =>
  answer.state === 'answered' && answer.values.some((chosen) => sameValue(chosen, value));

function optionTemplate(
  view: RatingView,
  question: Question,
  option: { key: string; words: unknown; isChosen: boolean; mark?: unknown; choose: (isOn: boolean) => void },
): TemplateResult {
  const choose = (event: Event): void => {
    event.stopPropagation();
    option.choose((event.target as HTMLInputElement).checked);
  };
  return html`<label class="option" part="option ${option.isChosen ? 'option-chosen' : ''}">
    <input
      type=${question.repeats ? 'checkbox' : 'radio'}
      name=${view.idOf(question)}
      value=${option.key}
      .checked=${live(option.isChosen)}
      ?disabled=${view.isOff(question)}
      @input=${choose}
    />
    ${option.mark ?? nothing}
    <span class="words" part="option-words">${option.words}</span>
    ${tick}
  </label>`;
}

/** The two ways of not answering, in the same group and apart from the scale. */
function notAnsweringTemplate(view: RatingView, question: Question, answer: Answer): TemplateResult {
  const { localize } = view;
  return html`
    <div class="apart" part="apart">
      ${(Object.keys(absentReasons) as AbsentReason[]).map((reason) =>
        optionTemplate(view, question, {
          key: reason,
          words: localize.text(`common.choice.${absentReasons[reason]}`),
          isChosen: answer.state === 'absent' && answer.reason === reason,
          choose: (isOn) => {
            if (isOn) view.answering.leaveOut(question, reason);
            else view.answering.clearAnswer(question);
          },
        }),
      )}
      ${clearTemplate(view, question)}
    </div>
  `;
}

/** The scale and, apart from it but in the same group, the two ways of not answering. */
export function choiceTemplate(view: RatingView, question: Question): TemplateResult {
  const { edit, localize } = view;
  const answer = answerOf(edit.value, question.linkId);
  const choices = choicesOf(view, question);
  // Only of our own items is it known that more means fuller
  const isScale = question.block !== undefined;
  const { options } = question;
  const isScored = options.length > 1 && options.every(({ score }) => score !== undefined);
  const { orientation = isScored ? 'horizontal' : 'vertical' } = question;
  const layout = orientation === 'horizontal' ? view.settings.layout : 'vertical';
  const isShort = choices.length > 2 && choices.every(({ length }) => length <= SHORT);
  const choose = (value: Value, isOn: boolean): void => {
    view.answering.choose(question, value, isOn);
  };
  const mark = (choice: Choice, index: number): TemplateResult | undefined =>
    isScale && index < options.length
      ? html`${degreePicture(index / (options.length - 1))}<span class="number"
            >${localize.number(choice.score ?? index)}</span
          >`
      : undefined;
  return html`
    <div
      class="scale ${isShort && !isScale && layout !== 'vertical' ? 'short' : layout} of-${choices.length}"
      part="scale"
      dir=${view.settings.scaleDirection === localize.direction ? nothing : view.settings.scaleDirection}
    >
      ${choices.map((choice, index) =>
        optionTemplate(view, question, {
          key: String(index),
          words: choice.words,
          isChosen: isChosen(answer, choice.value),
          mark: mark(choice, index),
          choose: (isOn) => {
            choose(choice.value, isOn);
          },
        }),
      )}
    </div>
    ${question.type === 'open-choice' ? foreignControls.required.ownWordsTemplate(view, question) : nothing}
    ${isFixed(question) ? nothing : notAnsweringTemplate(view, question, answer)}
  `;
}
