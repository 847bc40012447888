import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController, Words } from '../controllers/widget/localize.js';
import { buttonTemplate } from './button.js';

/** One thing that was asked, with what was given. */
interface Reviewed {
  readonly about: Words;
  readonly given: unknown;
  /** Beside it what was given another time; then each says when. */
  readonly beside?: { readonly when: Words; readonly given: unknown; readonly former: Words } | undefined;
  readonly change?:
    { readonly about: string; readonly go: () => void; readonly isDisabled: boolean } | undefined;
}

/** Everything that was given, in words: to check before it is sent, and to read afterwards. */
export function reviewTemplate(localize: LocalizeController, entries: readonly Reviewed[]): TemplateResult {
  const changeButton = (
    { about, go, isDisabled }: NonNullable<Reviewed['change']>,
    describedBy: string,
  ): TemplateResult =>
    buttonTemplate({
      describedBy,
      words: localize.text('common.step.change'),
      name: localize.word('common.step.change-of', { question: about }),
      act: go,
      look: 'link',
      isDisabled,
    });
  const side = (when: Words, given: unknown, look: string): TemplateResult =>
    html`<dd class=${look}><span class="when">${when}</span> ${given}</dd>`;
  const isCompared = entries.some(({ beside }) => beside);
  return html`<dl class="answers ${isCompared ? 'compared' : ''}" part="answers">
    ${entries.map(
      ({ about, given, beside, change }, index) =>
        html`<div class="answer" part="answer">
          <dt>${about}</dt>
          ${
            beside
              ? [side(beside.when, given, ''), side(beside.former, beside.given, 'last-time')]
              : html`<dd aria-labelledby=${change ? `given-${String(index)}` : nothing}>
                  <span class="given" id="given-${index}">${given}</span>
                  ${change ? changeButton(change, `given-${String(index)}`) : nothing}
                </dd>`
          }
        </div>`,
    )}
  </dl>`;
}
