import { html, nothing, type TemplateResult } from 'lit';
import { answerOf, type AbsentReason } from '../../../domain/answers/answer.js';
import type { Question } from '../../../domain/instrument/instrument.js';
import { isFixed } from '../../../domain/instrument/response.js';
import { buttonTemplate } from '../../../parts/button.js';
import { wordsIdOf } from '../../../parts/question.js';
import { optionTemplate, type OptionGroup } from '../../../parts/option.js';
import type { RatingView } from '../rating-view.js';

const reasons = ['asked-unknown', 'asked-declined'] as const;

const keys = {
  'asked-unknown': 'common.choice.unknown',
  'asked-declined': 'common.choice.declined',
} as const;

function ways(view: RatingView, question: Question) {
  const answer = answerOf(view.edit.value, question.linkId);
  return reasons.map((reason: AbsentReason) => ({
    reason,
    words: view.localize.text(keys[reason]),
    isChosen: answer.state === 'absent' && answer.reason === reason,
    choose: (isOn: boolean) => {
      if (isOn) view.answering.leaveOut(question, reason);
      else view.answering.clearAnswer(question);
    },
  }));
}

/** @param labelledBy id of what names them, where they stand in no group that has a name */
const apart = (view: RatingView, question: Question, both: unknown, labelledBy?: string): TemplateResult =>
  html`<div
    class="apart"
    part="apart"
    role=${labelledBy ? 'group' : nothing}
    aria-labelledby=${labelledBy ?? nothing}
  >
    ${both} ${clearTemplate(view, question)}
  </div>`;

/** The two ways of not answering, in the same group as the scale and apart from it. */
export const notAnsweringOptions = (
  view: RatingView,
  question: Question,
  group: OptionGroup,
): TemplateResult =>
  apart(
    view,
    question,
    ways(view, question).map((way) => optionTemplate(group, { ...way, key: way.reason })),
  );

/** Where an answer is typed or set, the ways of not answering are buttons that show what was chosen. */
export function notAnsweringButtons(view: RatingView, question: Question): TemplateResult | typeof nothing {
  if (isFixed(question)) return nothing;
  const both = ways(view, question).map(({ words, isChosen, choose }) =>
    buttonTemplate({
      words,
      act: () => {
        choose(!isChosen);
      },
      look: 'quiet',
      isPressed: isChosen,
      isDisabled: view.isOff(question),
    }),
  );
  return apart(view, question, both, wordsIdOf(view.pages.idOf(question)));
}

/** "Clear answer" keeps its place while there is nothing to clear, so that nothing jumps. */
function clearTemplate(view: RatingView, question: Question): TemplateResult {
  const { localize } = view;
  const isEmpty =
    answerOf(view.edit.value, question.linkId).state === 'unanswered' &&
    !view.answering.entries.has(question.linkId);
  return buttonTemplate({
    words: localize.text('common.choice.clear'),
    name: localize.word('common.choice.clear-of', { question: question.label.text }),
    act: () => {
      view.answering.clearAnswer(question);
    },
    look: 'quiet',
    part: 'clear',
    isDisabled: isEmpty || view.isOff(question),
  });
}
