import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface TextField {
  readonly text: string;
  /** Ids of what names it and of what helps to fill it in. */
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly isRequired: boolean;
  readonly isInvalid: boolean;
  readonly isDisabled: boolean;
  readonly type: (text: string) => void;
  /** The person has left the field. */
  readonly settle: () => void;
}

/** A field for own words of several lines. */
export function textFieldTemplate(field: TextField): TemplateResult {
  const onInput = (event: Event): void => {
    event.stopPropagation();
    field.type((event.target as HTMLTextAreaElement).value);
  };
  return html`<textarea
    class="entry"
    part="entry"
    rows="3"
    aria-labelledby=${field.labelledBy}
    aria-describedby=${field.describedBy || nothing}
    aria-required=${field.isRequired || nothing}
    aria-invalid=${field.isInvalid || nothing}
    ?disabled=${field.isDisabled}
    .value=${live(field.text)}
    @input=${onInput}
    @change=${field.settle}
  ></textarea>`;
}
