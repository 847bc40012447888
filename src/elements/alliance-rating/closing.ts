import { html, nothing, type TemplateResult } from 'lit';
import type { Question } from '../../domain/instrument/instrument.js';
import { deliveryWords } from './delivery-words.js';
import type { RatingView } from './rating-view.js';
import { answersTemplate, leftOpen } from './summary.js';

const button = (words: unknown, act: () => void, kind: 'main' | 'usual' = 'usual'): TemplateResult =>
  html`<button
    type="button"
    class=${kind}
    part="button ${kind === 'main' ? 'button-main' : ''}"
    @click=${act}
  >
    ${words}
  </button>`;

/** What stopped the sending, each with a link to its question. */
export function stoppedTemplate(view: RatingView): TemplateResult | typeof nothing {
  const { localize } = view;
  const { hasNothingToSend, stopped: linkIds } = view.checking;
  const stopped = view.questions.filter(({ linkId }) => linkIds.includes(linkId));
  if (stopped.length === 0 && !hasNothingToSend) return nothing;
  const link = (question: Question): TemplateResult => {
    const go = (event: Event): void => {
      event.preventDefault();
      view.goTo(question);
    };
    return html`<li>
      <a href="#${view.idOf(question)}" @click=${go}>${view.label(question.label)}</a>
    </li>`;
  };
  return html`<div
    class="problem"
    part="problem"
    tabindex="-1"
    data-focus
    role="group"
    aria-labelledby="problem"
  >
    <h3 id="problem">${localize.text('common.problem.title')}</h3>
    ${
      hasNothingToSend
        ? html`<p>${localize.text('rating.send.nothing')}</p>`
        : html`<p>${localize.text('common.missing.summary', { count: stopped.length })}</p>
            <ul>
              ${stopped.map(link)}
            </ul>`
    }
  </div>`;
}

/** A failure in words: what happened, that nothing is lost, and what to do. */
function failureTemplate(view: RatingView): TemplateResult | typeof nothing {
  const { localize, edit } = view;
  const { delivery, notice } = edit;
  const reason = delivery.state === 'failed' ? delivery.reason : notice;
  if (reason === undefined) return nothing;
  return html`<div class="problem" part="problem" role="group" aria-labelledby="failure">
    <h3 id="failure">${localize.text('common.problem.title')}</h3>
    <p>${localize.text(`common.problem.${reason}`)}</p>
    ${delivery.state === 'failed' ? html`<p>${localize.text('common.problem.kept-here')}</p>` : nothing}
  </div>`;
}

/** The way out: send or try again, stop for now, and where the answers are. */
export function sendTemplate(view: RatingView): TemplateResult {
  const { localize, edit, steps } = view;
  const { isStepwise } = view;
  const { isInForm } = view.settings;
  const isSending = edit.delivery.state === 'sending';
  const canSend = !isInForm && (!isStepwise || steps.place === 'check');
  const words = deliveryWords(view);
  const sendKey =
    edit.delivery.state === 'failed'
      ? 'common.problem.again'
      : edit.isAmending
        ? 'rating.send.send-changes'
        : 'rating.send.send';
  return html`
    ${failureTemplate(view)}
    ${
      canSend || edit.isKeepingDrafts
        ? html`<div class="actions" part="actions">
            ${
              canSend
                ? html`<button
                    type="button"
                    class="main"
                    part="button button-main"
                    aria-disabled=${isSending ? 'true' : nothing}
                    ?disabled=${view.settings.isDisabled}
                    @click=${view.sending.send}
                  >
                    ${localize.text(sendKey)}
                  </button>`
                : nothing
            }
            ${
              canSend && isStepwise
                ? button(localize.text('common.step.back'), () => {
                    steps.back();
                  })
                : nothing
            }
            ${
              edit.isKeepingDrafts && edit.isTouched && edit.isDirty
                ? button(localize.text('common.pause.stop'), () => {
                    view.pause(true);
                  })
                : nothing
            }
          </div>`
        : nothing
    }
    ${words ? html`<p class="state" part="state">${words}</p>` : nothing}
  `;
}

/** After sending: thanks, where the answers are, and that they can be changed or taken back. */
export function doneTemplate(view: RatingView): TemplateResult {
  const { localize } = view;
  const isTakenBack = view.sending.shown.state === 'taken-back';
  const isOnItsWay = ['queued', 'handed-over'].includes(view.sending.shown.state);
  const isTakingBack = isOnItsWay && view.edit.base?.status === 'entered-in-error';
  const undo = isTakenBack ? 'undone' : isTakingBack ? 'undoing' : undefined;
  const title = localize.text(undo ? `common.done.${undo}-title` : 'common.done.thanks');
  const text = localize.text(undo ? `common.done.${undo}` : 'rating.send.thanks-text');
  return html`
    <h3 class="heading" tabindex="-1" data-focus part="heading">${title}</h3>
    <p>${text}</p>
    <p class="state" part="state">${deliveryWords(view)}</p>
    ${isTakenBack ? nothing : answersTemplate(view, false, leftOpen(view))}
    ${
      view.settings.isReadOnly || view.settings.isDisabled
        ? nothing
        : html`<div class="actions" part="actions">
            ${button(localize.text('rating.send.change'), view.sending.amend, isTakenBack ? 'main' : 'usual')}
            ${isTakenBack || isTakingBack ? nothing : button(localize.text('common.done.undo'), view.sending.takeBack)}
          </div>`
    }
  `;
}

export function pausedTemplate(view: RatingView): TemplateResult {
  const { localize } = view;
  return html`
    <h3 class="heading" tabindex="-1" data-focus part="heading">${localize.text('common.pause.title')}</h3>
    <p>${localize.text(view.edit.notice === 'draft' ? 'common.problem.draft' : 'common.pause.text')}</p>
    <p class="state" part="state">${deliveryWords(view) ?? nothing}</p>
    <div class="actions" part="actions">
      ${button(
        localize.text('common.pause.go-on'),
        () => {
          view.pause(false);
        },
        'main',
      )}
    </div>
  `;
}
