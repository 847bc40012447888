import { html, nothing, type TemplateResult } from 'lit';
import { responseKind } from '../../../controllers/kinds/response.js';
import { LeftDraft } from '../../../controllers/record/left-draft.js';
import type { Answers, AnswerConflict } from '../../../domain/answers/answer.js';
import type { QuestionnaireResponse } from '../../../fhir/resource.js';
import { actionsTemplate, buttonTemplate } from '../../../parts/button.js';
import { failureTemplate } from '../../../parts/problem.js';
import { stateTemplate } from '../../../parts/state.js';
import { givenTemplate, stateOf } from './closing.js';
import type { RatingScreen } from '../rating-screen.js';
import { storedTemplate } from './stored-answers.js';

/** What was answered to another version of the questions: with thanks, or where it stands. */
export function otherTemplate(screen: RatingScreen, other: QuestionnaireResponse): TemplateResult {
  const { localize, sending, settings, edit } = screen;
  if (sending.isDone && !settings.isReadOnly) return givenTemplate(screen, storedTemplate(screen, other));
  const hasFailed = edit.delivery.state === 'failed';
  const again = {
    words: localize.text('common.problem.again'),
    act: sending.send,
    look: 'main',
  } as const;
  const answer = { words: localize.text('rating.other.answer'), act: sending.answerAgain };
  const isFixed = settings.isReadOnly || settings.isDisabled;
  return html`
    ${failureTemplate(localize, edit.delivery, edit.notice)} ${storedTemplate(screen, other)}
    ${stateTemplate(settings.isInForm ? undefined : stateOf(screen))}
    ${isFixed ? nothing : actionsTemplate([hasFailed ? again : undefined, answer])}
  `;
}

type LeftResponse = LeftDraft<Answers, QuestionnaireResponse, AnswerConflict>;

const lefts = new WeakMap<RatingScreen, LeftResponse>();

function leftOf(screen: RatingScreen): LeftResponse {
  const known = lefts.get(screen);
  if (known) return known;
  const made: LeftResponse = new LeftDraft(() => {
    screen.redraw();
  });
  lefts.set(screen, made);
  return made;
}

/** What was begun of another version and never sent: folded, beside the questions of now. */
export function leftTemplate(screen: RatingScreen): TemplateResult {
  const { localize, instrument, settings, edit } = screen;
  const left = leftOf(screen);
  left.follow(responseKind({ instrument, scaleDirection: settings.scaleDirection }), edit);
  const remove = (): void => {
    void left.remove();
    void screen.focus.to('.left button');
  };
  const restore = (): void => {
    void left.restore();
    void screen.focus.to('.left summary');
  };
  if (left.isRemoved) {
    return html`<div class="left" part="left">
      <p>${localize.text('rating.other.removed')}</p>
      ${buttonTemplate({ words: localize.text('rating.other.restore'), act: restore })}
    </div>`;
  }
  if (!left.found) return html``;
  return html`<section class="left" part="left" aria-labelledby="left">
    <h3 id="left">${localize.text('rating.other.left-title')}</h3>
    <p>${localize.text('rating.other.left')}</p>
    <details>
      <summary>${localize.text('rating.other.show')}</summary>
      ${storedTemplate(screen, left.found)}
    </details>
    ${buttonTemplate({ words: localize.text('rating.other.remove'), act: remove })}
  </section>`;
}
