import { html, nothing, type TemplateResult } from 'lit';
import type { ArrivalController } from '../../controllers/widget/arrival.js';
import type { LocalizeController } from '../../controllers/widget/localize.js';
import type { RatingKey } from '../../i18n/words/rating.js';
import { doneTemplate, pausedTemplate, sendTemplate, stoppedTemplate } from './closing.js';
import { conflictTemplate } from './conflict.js';
import { privacyTemplate, toolsTemplate } from './opening.js';
import { stepTemplate } from './progress.js';
import { itemTemplate } from './question.js';
import type { RatingScreen } from './rating-screen.js';
import { answersTemplate } from './summary.js';

/** From so many questions on, those out of sight are not laid out. */
const MANY = 60;

/** What a therapist reads, with a part that a client's page never loads. */
function readerTemplate(screen: RatingScreen): TemplateResult {
  const { therapist } = screen.look;
  const part = therapist.take();
  if (part) return part.therapistTemplate(screen);
  return therapist.hasFailed ? html`<p>${screen.localize.text('rating.unreadable.text')}</p>` : html``;
}

function bodyTemplate(screen: RatingScreen): TemplateResult {
  const { settings, instrument } = screen;
  if (settings.isReader) return readerTemplate(screen);
  if (settings.isReadOnly) return answersTemplate(screen, false);
  if (screen.sending.isDone) return doneTemplate(screen);
  if (screen.isPaused) return pausedTemplate(screen);
  const { shown } = screen.sending;
  if (shown.state === 'conflict') return conflictTemplate(screen, shown);
  return html`
    ${privacyTemplate(screen)} ${toolsTemplate(screen)} ${stoppedTemplate(screen)}
    <div class="questions ${screen.questions.length > MANY ? 'many' : ''}" part="questions">
      ${screen.isStepwise ? stepTemplate(screen) : instrument.items.map((item) => itemTemplate(screen, item))}
    </div>
    ${sendTemplate(screen)}
  `;
}

function surface(
  localize: LocalizeController,
  look: { readonly isEasy: boolean; readonly isBusy: boolean; readonly hasArrived: boolean },
  body: TemplateResult,
): TemplateResult {
  return html`<div
    class="root ${look.isEasy ? 'easy' : ''} ${look.isBusy && !look.hasArrived ? 'arriving' : ''}"
    part="root"
    lang=${localize.language}
    dir=${localize.direction}
    role="group"
    aria-labelledby="title"
    aria-busy=${look.isBusy ? 'true' : nothing}
  >
    <slot name="crisis"></slot>
    ${body}
  </div>`;
}

/** The whole rating in its present state. */
export function ratingTemplate(screen: RatingScreen, { hasArrived }: ArrivalController): TemplateResult {
  const { settings, localize, instrument, edit } = screen;
  const title = settings.isReader
    ? localize.text('rating.therapist.title')
    : instrument.title.text === ''
      ? localize.text('rating.label')
      : screen.label(instrument.title);
  return surface(
    localize,
    { isEasy: settings.isEasy, isBusy: edit.isLoading || !localize.isReady, hasArrived },
    html`
      <h2 class="title" id="title" part="title">${title}</h2>
      ${bodyTemplate(screen)}
      ${
        instrument.copyright
          ? html`<p class="copyright" part="copyright">${screen.label(instrument.copyright)}</p>`
          : nothing
      }
    `,
  );
}

/** What is to be asked is on its way. */
export function emptyTemplate(localize: LocalizeController): TemplateResult {
  return surface(localize, { isEasy: false, isBusy: true, hasArrived: false }, html``);
}

/** There is nothing that could be asked: said in words, while the reason goes to `problems` and the console. */
export function unreadableTemplate(localize: LocalizeController<RatingKey>): TemplateResult {
  return surface(
    localize,
    { isEasy: false, isBusy: !localize.isReady, hasArrived: true },
    html`<h2 class="title" id="title" part="title">${localize.text('rating.unreadable.title')}</h2>
      <p>${localize.text('rating.unreadable.text')}</p>`,
  );
}
