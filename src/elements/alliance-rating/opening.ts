import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../controllers/widget/localize.js';
import type { RatingView } from './rating-view.js';

/** Who will see the answers, said before the first question; and, whatever the page says, that nobody does at once. */
function privacyWords({ localize, settings }: RatingView): Words {
  const { told } = settings.sharing;
  if (told.length === 0) return localize.text('common.privacy.ask');
  const words = told.map((token) => localize.word(`common.privacy.audience.${token}`));
  return localize.text('common.privacy.seen-by', { people: localize.list(words) });
}

export function privacyTemplate(view: RatingView): TemplateResult {
  return html`<div class="privacy" part="privacy">
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Z" />
      <circle cx="12" cy="12" r="3" />
    </svg>
    <div>
      <slot name="privacy">${privacyWords(view)}</slot>
      <p part="not-watched">${view.localize.text('common.privacy.not-watched')}</p>
    </div>
  </div>`;
}

/** Ways to make the task lighter: they belong to the person, so they stand in the widget. */
export function toolsTemplate(view: RatingView): TemplateResult {
  const { localize, voice } = view;
  const { isEasy, isDisabled } = view.settings;
  const canRead = (isEasy || view.settings.isReadAloud) && voice.voiceFor(localize.language) !== undefined;
  const onHelped = (event: Event): void => {
    event.stopPropagation();
    view.answering.setHelped((event.target as HTMLInputElement).checked);
  };
  return html`<div class="tools" part="tools">
    <button type="button" class="quiet" part="button button-quiet" @click=${view.toggleEasy}>
      ${localize.text(isEasy ? 'common.support.usual' : 'common.support.easier')}
    </button>
    ${
      canRead
        ? html`<button type="button" class="quiet" part="button button-quiet" @click=${view.toggleReading}>
            ${localize.text(voice.isSpeaking ? 'common.support.stop-reading' : 'common.support.read')}
          </button>`
        : nothing
    }
    ${
      view.source === 'proxy'
        ? nothing
        : html`<label class="helped" part="helped">
            <input
              type="checkbox"
              .checked=${view.source === 'supported'}
              ?disabled=${isDisabled}
              @input=${onHelped}
            />
            <span>${localize.text('common.support.helped')}</span>
          </label>`
    }
  </div>`;
}
