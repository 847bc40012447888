import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController, Words } from '../controllers/widget/localize.js';
import { buttonTemplate } from './button.js';

/** One thing that was asked, with what was given. */
interface Reviewed {
  readonly about: Words;
  readonly given: unknown;
  readonly change?:
    { readonly about: string; readonly go: () => void; readonly isDisabled: boolean } | undefined;
}

/** Everything that was given, in words: to check before it is sent, and to read afterwards. */
export function reviewTemplate(localize: LocalizeController, entries: readonly Reviewed[]): TemplateResult {
  const changeButton = ({ about, go, isDisabled }: NonNullable<Reviewed['change']>): TemplateResult =>
    buttonTemplate({
      words: localize.text('common.step.change'),
      name: localize.word('common.step.change-of', { question: about }),
      act: go,
      look: 'link',
      isDisabled,
    });
  return html`<dl class="answers" part="answers">
    ${entries.map(
      ({ about, given, change }) =>
        html`<div class="answer" part="answer">
          <dt>${about}</dt>
          <dd>${given} ${change ? changeButton(change) : nothing}</dd>
        </div>`,
    )}
  </dl>`;
}
