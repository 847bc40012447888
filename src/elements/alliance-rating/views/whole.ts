import { html, nothing, type TemplateResult } from 'lit';
import type { AwaitedPart } from '../../../controllers/widget/lazy-part.js';
import type { LocalizeController, Words } from '../../../controllers/widget/localize.js';
import type { RatingKey } from '../../../i18n/words/rating.js';
import { pausedTemplate } from '../../../parts/outcome.js';
import { missingTemplate, notLoadedTemplate } from '../../../parts/problem.js';
import { openingTemplate } from '../../../parts/opening.js';
import { surfaceTemplate } from '../../../parts/surface.js';
import type { RatingScreen } from '../rating-screen.js';
import { answersTemplate } from './answers.js';
import {
  contradictionTemplate,
  givenTemplate,
  sendTemplate,
  stateOf,
  unansweredTemplate,
} from './closing.js';
import { itemTemplate } from './question.js';
import type { Reading } from './therapist.js';
import { stepwiseTemplate } from './stepwise.js';

/** From so many questions on, those out of sight are not laid out. */
const MANY = 60;

/** What is drawn with a part that most pages never load. */
function lazily<Part>(
  screen: RatingScreen,
  awaited: AwaitedPart<Part>,
  draw: (part: Part) => TemplateResult,
): TemplateResult {
  const part = awaited.take();
  if (part) return draw(part);
  return html`${missingTemplate(screen.localize, awaited)}`;
}

/** What was begun of another version of the questions, where that can have outlived a page. */
const leftPart = (screen: RatingScreen): TemplateResult | undefined =>
  screen.edit.isKeepingDrafts ? screen.look.versions.take()?.leftTemplate(screen) : undefined;

function bodyTemplate(screen: RatingScreen, reading: Reading): TemplateResult {
  const { settings, instrument, localize, edit } = screen;
  const { look, sending } = screen;
  const { other, shown } = sending;
  if (settings.isReader)
    return lazily(screen, look.therapist, (part) => part.therapistTemplate(screen, reading));
  if (other) return lazily(screen, look.versions, (part) => part.otherTemplate(screen, other));
  if (settings.isReadOnly) return answersTemplate(screen, false);
  if (sending.isDone) return html`${givenTemplate(screen)} ${leftPart(screen)}`;
  if (sending.isPaused) {
    const goOn = (): void => {
      sending.pause(false);
    };
    return pausedTemplate({ localize, isUnkept: edit.notice === 'draft', state: stateOf(screen), goOn });
  }
  if (shown.state === 'conflict') return contradictionTemplate(screen, shown);
  const told = instrument.answeredBy ? undefined : settings.sharing.told;
  const opening = openingTemplate({ localize, settings, aids: screen.aids, told });
  const { isStepwise, steps } = screen.pages;
  // Whoever goes on does not come by it before each question
  const isRead = isStepwise && (steps.place === 'check' || steps.place.step > 0);
  return html`
    ${isRead ? nothing : opening} ${leftPart(screen)} ${unansweredTemplate(screen)}
    <div class="questions ${screen.pages.questions.length > MANY ? 'many' : ''}" part="questions">
      ${screen.pages.isStepwise ? stepwiseTemplate(screen) : instrument.items.map((item) => itemTemplate(screen, item))}
    </div>
    ${isRead ? opening : nothing} ${sendTemplate(screen)}
  `;
}

function titleOf(screen: RatingScreen): Words {
  const { settings, localize, instrument } = screen;
  if (settings.isReader) return localize.text('rating.therapist.title');
  return instrument.title.text === '' ? localize.text('rating.label') : screen.label(instrument.title);
}

/**
 * The whole rating in its present state.
 * @param reading what a reader sees beside the answers
 */
export function ratingTemplate(screen: RatingScreen, reading: Reading, hasArrived: boolean): TemplateResult {
  const { settings, localize, instrument, edit } = screen;
  return surfaceTemplate(
    {
      localize,
      title: titleOf(screen),
      copyright: instrument.copyright && screen.label(instrument.copyright),
      isEasy: settings.isEasy,
      isBusy: edit.isLoading || !localize.isReady,
      hasArrived,
    },
    bodyTemplate(screen, reading),
  );
}

/** What is to be asked is on its way. */
export function emptyTemplate(localize: LocalizeController): TemplateResult {
  return surfaceTemplate({ localize, isEasy: false, isBusy: true, hasArrived: false }, html``);
}

/**
 * There is nothing that could be asked: said in words, while the reason goes to `problems` and the console.
 * @param again asks for what did not come; undefined where it is here and cannot be shown
 */
export function unreadableTemplate(
  localize: LocalizeController<RatingKey>,
  again: (() => void) | undefined,
): TemplateResult {
  return surfaceTemplate(
    {
      localize,
      title: localize.text('rating.unreadable.title'),
      isEasy: false,
      isBusy: !localize.isReady,
      hasArrived: true,
    },
    again ? notLoadedTemplate(localize, again) : html`<p>${localize.text('rating.unreadable.text')}</p>`,
  );
}
