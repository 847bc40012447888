import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { answerOf, sameValue, type AbsentReason, type Answer, type Value } from '../../domain/answer.js';
import type { AnswerOption, Question } from '../../domain/instrument.js';
import { clearTemplate } from './clear.js';
import { degreePicture, tick } from './pictures.js';
import type { RatingView } from './rating-view.js';

interface Choice {
  readonly value: Value;
  readonly words: unknown;
  readonly score?: number | undefined;
}

const absentReasons = { 'asked-unknown': 'unknown', 'asked-declined': 'declined' } as const;

function choicesOf(view: RatingView, question: Question): readonly Choice[] {
  const { localize } = view;
  if (question.type === 'boolean') {
    return [
      { value: true, words: localize.text('rating.choice.yes') },
      { value: false, words: localize.text('rating.choice.no') },
    ];
  }
  return question.options.map((option: AnswerOption) => ({
    value: option.value,
    words: view.label(option.label),
    score: option.score,
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
      ?disabled=${view.settings.isDisabled || question.readOnly}
      @input=${choose}
    />
    ${option.mark ?? nothing}
    <span class="words" part="option-words">${option.words}</span>
    ${tick}
  </label>`;
}

/** The scale and, apart from it but in the same group, the two ways of not answering. */
export function choiceTemplate(view: RatingView, question: Question): TemplateResult {
  const { edit, localize } = view;
  const answer = answerOf(edit.answers, question.linkId);
  const choices = choicesOf(view, question);
  // Only of our own items is it known that more means fuller
  const isScale = question.block !== undefined;
  const isScored = choices.length > 1 && choices.every(({ score }) => score !== undefined);
  const chosenValues = answer.state === 'answered' ? answer.values : [];
  const choose = (value: Value, isOn: boolean): void => {
    const others = question.repeats ? chosenValues.filter((chosen) => !sameValue(chosen, value)) : [];
    view.answering.give(question, ...others, ...(isOn ? [value] : []));
  };
  const mark = (choice: Choice, index: number): TemplateResult | undefined =>
    isScale
      ? html`${degreePicture(index / (choices.length - 1))}<span class="number"
            >${localize.number(choice.score ?? index)}</span
          >`
      : undefined;
  return html`
    <div
      class="scale ${isScored ? view.settings.layout : 'vertical'} of-${choices.length}"
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
    <div class="apart" part="apart">
      ${(Object.keys(absentReasons) as AbsentReason[]).map((reason) =>
        optionTemplate(view, question, {
          key: reason,
          words: localize.text(`rating.choice.${absentReasons[reason]}`),
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
