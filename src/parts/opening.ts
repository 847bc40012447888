import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController, Words } from '../controllers/widget/localize.js';
import type { Aids } from '../controllers/widget/aids.js';
import type { Settings } from '../controllers/widget/settings.js';
import type { Audience } from '../domain/told.js';
import { buttonTemplate } from './button.js';
import { eye } from './pictures.js';

function privacyWords(localize: LocalizeController, told: readonly Audience[]): Words {
  if (told.length === 0) return localize.text('common.privacy.ask');
  const words = told.map((token) => localize.word(`common.privacy.audience.${token}`));
  return localize.text('common.privacy.seen-by', { people: localize.list(words) });
}

/**
 * Who will see what a person gives, said before it is asked; and that nobody does at once.
 * @param told who is told of; the page's own words in the slot win, and bare ones would be missing from Chromium's
 * accessible tree
 */
function privacyTemplate(localize: LocalizeController, told: readonly Audience[]): TemplateResult {
  return html`<div class="privacy" part="privacy">
    ${eye}
    <div>
      <slot name="privacy"><span>${privacyWords(localize, told)}</span></slot>
      <p part="not-watched">${localize.text('common.privacy.not-watched')}</p>
    </div>
  </div>`;
}

export interface Opening {
  readonly localize: LocalizeController;
  readonly aids: Aids;
  readonly settings: Pick<Settings, 'isEasy' | 'isDisabled'>;
  /** Whom the page tells of; undefined where nobody is asked anything. */
  readonly told: readonly Audience[] | undefined;
}

/** Ways to make the task lighter: they belong to the person, so they stand in the widget. */
function toolsTemplate({ localize, aids, settings }: Opening): TemplateResult {
  const { isHelped } = aids;
  const reading = aids.reading();
  const onHelped = (event: Event): void => {
    event.stopPropagation();
    aids.setHelped((event.target as HTMLInputElement).checked);
  };
  const easier = localize.text(settings.isEasy ? 'common.support.usual' : 'common.support.easier');
  const read = (key: 'read' | 'stop-reading'): TemplateResult =>
    buttonTemplate({
      words: localize.text(`common.support.${key}`),
      act: aids.toggleReading,
      look: 'quiet',
    });
  return html`<div class="tools" part="tools">
    ${buttonTemplate({ words: easier, act: aids.toggleEasy, look: 'quiet' })}
    ${reading ? read(reading === 'speaking' ? 'stop-reading' : 'read') : nothing}
    ${
      isHelped === undefined
        ? nothing
        : html`<label class="helped" part="helped">
            <input type="checkbox" .checked=${isHelped} ?disabled=${settings.isDisabled} @input=${onHelped} />
            <span>${localize.text('common.support.helped')}</span>
          </label>`
    }
  </div>`;
}

/** What stands before all else: who will see it, and what makes it lighter. */
export const openingTemplate = (opening: Opening): TemplateResult =>
  html`${opening.told ? privacyTemplate(opening.localize, opening.told) : nothing} ${toolsTemplate(opening)}`;
