import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { tick } from './pictures.js';

export interface Option {
  readonly words: unknown;
  readonly isChosen: boolean;
  /** What stands before the words: a picture, a number. */
  readonly mark?: unknown;
  readonly choose: (isOn: boolean) => void;
  /** Tells it from the others of its group. */
  readonly key: string;
}

/** What all options of a group have in common. */
export interface OptionGroup {
  /** Names the group within the widget. */
  readonly name: string;
  readonly isMultiple: boolean;
  readonly isDisabled: boolean;
  /** Ids of what else is heard where Tab leads into the group, as long as nothing is chosen. */
  readonly describedBy?: string | undefined;
}

/** One option is one large target: the native control, its words and, once chosen, a tick. */
export function optionTemplate(
  group: Omit<OptionGroup, 'describedBy'>,
  option: Option,
  describedBy = '',
): TemplateResult {
  const choose = (event: Event): void => {
    event.stopPropagation();
    option.choose((event.target as HTMLInputElement).checked);
  };
  return html`<label class="option" part="option ${option.isChosen ? 'option-chosen' : ''}">
    <input
      type=${group.isMultiple ? 'checkbox' : 'radio'}
      name=${group.name}
      value=${option.key}
      .checked=${live(option.isChosen)}
      aria-describedby=${describedBy || nothing}
      ?disabled=${group.isDisabled}
      @input=${choose}
    />
    ${option.mark ?? nothing}
    <span class="words" part="option-words">${option.words}</span>
    ${tick}
  </label>`;
}

export interface OptionLook {
  /** `short`: the numbers of a ruler; `auto`: side by side where there is room. */
  readonly layout: 'auto' | 'horizontal' | 'vertical' | 'short';
  /** Where it runs in another direction than the words. */
  readonly direction?: 'ltr' | 'rtl' | undefined;
}

/** The options of one group. */
export function optionsTemplate(
  group: OptionGroup,
  { layout, direction }: OptionLook,
  options: readonly Option[],
): TemplateResult {
  const isOpen = group.isMultiple || !options.some(({ isChosen }) => isChosen);
  return html`<div class="scale ${layout} of-${options.length}" part="scale" dir=${direction ?? nothing}>
    ${options.map((option, index) => optionTemplate(group, option, isOpen && index === 0 ? group.describedBy : ''))}
  </div>`;
}
