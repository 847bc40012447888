import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../controllers/widget/localize.js';

/** A button: its words and what it does. */
export interface Button {
  readonly words: Words;
  readonly act: () => void;
  /** `main`: the one thing to do next; `quiet`: beside what matters; `link`: in a line of words. */
  readonly look?: 'main' | 'usual' | 'quiet' | 'link' | undefined;
  /** Its name where the words alone do not tell what it is about; it starts with them. */
  readonly name?: string | undefined;
  /** Ids of what is heard with its name. */
  readonly describedBy?: string | undefined;
  /** For a button that shows whether something holds. */
  readonly isPressed?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Its act is under way: it stays where it is, with the focus. */
  readonly isBusy?: boolean | undefined;
  /** What it is called in the page's style sheets besides `button`. */
  readonly part?: string | undefined;
}

const stateOf = (holds: boolean | undefined): 'true' | 'false' | typeof nothing =>
  holds === undefined ? nothing : holds ? 'true' : 'false';

export function buttonTemplate(button: Button): TemplateResult {
  const { look = 'usual', part } = button;
  const parts = ['button', ...(look === 'usual' ? [] : [`button-${look}`]), ...(part ? [part] : [])];
  return html`<button
    type="button"
    class="${look} ${part ?? ''}"
    part=${parts.join(' ')}
    aria-label=${button.name ?? nothing}
    aria-describedby=${button.describedBy ?? nothing}
    aria-pressed=${stateOf(button.isPressed)}
    aria-disabled=${button.isBusy ? 'true' : nothing}
    ?disabled=${button.isDisabled ?? false}
    @click=${button.act}
  >
    ${button.words}
  </button>`;
}

/** What a person can do here, the main thing first; nothing where there is none. */
export function actionsTemplate(buttons: readonly (Button | undefined)[]): TemplateResult | typeof nothing {
  const present = buttons.filter((button) => button !== undefined);
  if (present.length === 0) return nothing;
  return html`<div class="actions" part="actions">${present.map(buttonTemplate)}</div>`;
}
