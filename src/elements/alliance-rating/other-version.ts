import { html, nothing, type TemplateResult } from 'lit';
import { responseKind } from '../../controllers/kinds/response.js';
import { LeftDraft } from '../../controllers/record/left-draft.js';
import type { Answers } from '../../domain/answers/answer.js';
import type { AnswerConflict } from '../../domain/answers/merge.js';
import type { QuestionnaireResponse } from '../../fhir/resource.js';
import { button, doneTemplate, failureTemplate } from './closing.js';
import { deliveryWords } from './delivery-words.js';
import type { RatingScreen } from './rating-screen.js';
import { storedTemplate } from './stored-answers.js';

/** What was answered to another version of the questions: with thanks, or where it stands. */
export function otherTemplate(screen: RatingScreen, other: QuestionnaireResponse): TemplateResult {
  const { localize, sending, settings, edit } = screen;
  if (sending.isDone && !settings.isReadOnly) return doneTemplate(screen, storedTemplate(screen, other));
  const hasFailed = edit.delivery.state === 'failed';
  const words = settings.isInForm ? undefined : deliveryWords(screen);
  return html`
    ${failureTemplate(screen)} ${storedTemplate(screen, other)}
    ${words ? html`<p class="state" part="state">${words}</p>` : nothing}
    ${
      settings.isReadOnly || settings.isDisabled
        ? nothing
        : html`<div class="actions" part="actions">
            ${hasFailed ? button(localize.text('common.problem.again'), sending.send, 'main') : nothing}
            ${button(localize.text('rating.other.answer'), sending.answerAgain)}
          </div>`
    }
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
    void screen.focus('.left button');
  };
  const restore = (): void => {
    void left.restore();
    void screen.focus('.left summary');
  };
  if (left.isRemoved) {
    return html`<div class="left" part="left">
      <p>${localize.text('rating.other.removed')}</p>
      ${button(localize.text('rating.other.restore'), restore)}
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
    ${button(localize.text('rating.other.remove'), remove)}
  </section>`;
}
