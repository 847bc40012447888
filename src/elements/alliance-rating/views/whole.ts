import { html, type TemplateResult } from 'lit';
import type { LocalizeController, Words } from '../../../controllers/widget/localize.js';
import type { RatingKey } from '../../../i18n/words/rating.js';
import { pausedTemplate } from '../../../parts/outcome.js';
import { privacyTemplate, toolsTemplate } from '../../../parts/opening.js';
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
import { stepwiseTemplate } from './stepwise.js';

/** From so many questions on, those out of sight are not laid out. */
const MANY = 60;

/** What a therapist reads, with a part that a client's page never loads. */
function readerTemplate(screen: RatingScreen): TemplateResult {
  const { therapist } = screen.look;
  const part = therapist.take();
  if (part) return part.therapistTemplate(screen);
  return therapist.hasFailed ? html`<p>${screen.localize.text('rating.unreadable.text')}</p>` : html``;
}

function openingTemplate(screen: RatingScreen): TemplateResult {
  const { localize, settings, source, reading } = screen;
  const tools = toolsTemplate({
    localize,
    isEasy: settings.isEasy,
    toggleEasy: screen.toggleEasy,
    reading,
    toggleReading: screen.toggleReading,
    isHelped: source === 'proxy' ? undefined : source === 'supported',
    setHelped: (isHelped) => {
      screen.answering.setHelped(isHelped);
    },
    isDisabled: settings.isDisabled,
  });
  return html`${privacyTemplate(localize, settings.audience)} ${tools}`;
}

function bodyTemplate(screen: RatingScreen): TemplateResult {
  const { settings, instrument, localize, edit } = screen;
  if (settings.isReader) return readerTemplate(screen);
  if (settings.isReadOnly) return answersTemplate(screen, false);
  if (screen.sending.isDone) return givenTemplate(screen);
  if (screen.isPaused) {
    const goOn = (): void => {
      screen.pause(false);
    };
    return pausedTemplate({ localize, isUnkept: edit.notice === 'draft', state: stateOf(screen), goOn });
  }
  const { shown } = screen.sending;
  if (shown.state === 'conflict') return contradictionTemplate(screen, shown);
  return html`
    ${openingTemplate(screen)} ${unansweredTemplate(screen)}
    <div class="questions ${screen.pages.questions.length > MANY ? 'many' : ''}" part="questions">
      ${screen.pages.isStepwise ? stepwiseTemplate(screen) : instrument.items.map((item) => itemTemplate(screen, item))}
    </div>
    ${sendTemplate(screen)}
  `;
}

function titleOf(screen: RatingScreen): Words {
  const { settings, localize, instrument } = screen;
  if (settings.isReader) return localize.text('rating.therapist.title');
  return instrument.title.text === '' ? localize.text('rating.label') : screen.label(instrument.title);
}

/** The whole rating in its present state. */
export function ratingTemplate(screen: RatingScreen): TemplateResult {
  const { settings, localize, instrument, edit } = screen;
  return surfaceTemplate(
    {
      localize,
      title: titleOf(screen),
      copyright: instrument.copyright && screen.label(instrument.copyright),
      isEasy: settings.isEasy,
      isBusy: edit.isLoading || !localize.isReady,
    },
    bodyTemplate(screen),
  );
}

/** What is to be asked is on its way. */
export function emptyTemplate(localize: LocalizeController): TemplateResult {
  return surfaceTemplate({ localize, isEasy: false, isBusy: true }, html``);
}

/** There is nothing that could be asked: said in words, while the reason goes to `problems` and the console. */
export function unreadableTemplate(localize: LocalizeController<RatingKey>): TemplateResult {
  return surfaceTemplate(
    {
      localize,
      title: localize.text('rating.unreadable.title'),
      isEasy: false,
      isBusy: !localize.isReady,
    },
    html`<p>${localize.text('rating.unreadable.text')}</p>`,
  );
}
