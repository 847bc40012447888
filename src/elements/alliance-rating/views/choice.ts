import { html, nothing, type TemplateResult } from 'lit';
import { answerOf, sameValue, valuesOf, type Answer, type Value } from '../../../domain/answers/answer.js';
import type { AnswerOption, Question } from '../../../domain/instrument/instrument.js';
import { isFixed } from '../../../domain/instrument/response.js';
import { notAnsweringOptions } from './not-answering.js';
import { foreignControls } from '../controls/foreign-controls.js';
import { optionsTemplate } from '../../../parts/option.js';
import { degreePicture } from '../../../parts/pictures.js';
import type { RatingView } from '../rating-view.js';
import { valuesBesideOptions, valueWords } from './answers.js';

interface Choice {
  readonly value: Value;
  readonly words: unknown;
  readonly score?: number | undefined;
  readonly length: number;
}

/** Labels of so few characters, the numbers of a ruler for example, need no tile each. */
const SHORT = 3;

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

/** The scale and, apart from it but in the same group, the two ways of not answering. */
export function choiceTemplate(view: RatingView, question: Question, describedBy: string): TemplateResult {
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
  const mark = (choice: Choice, index: number): TemplateResult | undefined =>
    isScale && index < options.length
      ? html`${degreePicture(index / (options.length - 1))}<span class="number"
            >${localize.number(choice.score ?? index)}</span
          >`
      : undefined;
  const { scaleDirection } = view.settings;
  const group = {
    name: view.pages.idOf(question),
    isMultiple: question.repeats,
    isDisabled: view.isOff(question),
    describedBy,
  };
  const look = {
    layout: isShort && !isScale && layout !== 'vertical' ? ('short' as const) : layout,
    direction: scaleDirection === localize.direction ? undefined : scaleDirection,
  };
  const shown = choices.map((choice, index) => ({
    key: String(index),
    words: choice.words,
    isChosen: isChosen(answer, choice.value),
    mark: mark(choice, index),
    choose: (isOn: boolean) => {
      view.answering.choose(question, choice.value, isOn);
    },
  }));
  return html`
    ${optionsTemplate(group, look, shown)}
    ${question.type === 'open-choice' ? foreignControls.required.ownWordsTemplate(view, question) : nothing}
    ${isFixed(question) ? nothing : notAnsweringOptions(view, question, group)}
  `;
}
