import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController, Words } from '../controllers/widget/localize.js';
import type { Stage } from '../domain/record.js';
import type { Told } from '../domain/told.js';
import { toldWords } from './told.js';

/** Why there is nothing to read; undefined where there is something. */
export type Absence = 'none' | 'not-loaded' | 'taken-back' | undefined;

/**
 * Why there is nothing to read of one record.
 * @param isEmpty nothing of it was entered here either
 */
export function absenceOf(
  { stage, notice }: { readonly stage: Stage | undefined; readonly notice: string | undefined },
  isEmpty: boolean,
): Absence {
  if (stage !== undefined) return stage === 'withdrawn' ? 'taken-back' : undefined;
  if (!isEmpty) return undefined;
  return notice === 'load' ? 'not-loaded' : 'none';
}

export interface ReaderFrame {
  readonly localize: LocalizeController;
  /** There is something that the one who looks was not told to. */
  readonly isHidden: boolean;
  /** Why there is nothing to read, in the words of the widget. */
  readonly absent: Words | undefined;
  /** How it was given: when, in which language, by whom. */
  readonly given?: unknown;
  /** Who the person was told can see it; undefined where nothing is stored. */
  readonly told: Told | undefined;
}

/** What somebody else gave, for those who read it: how it was given and who was told of, and then the thing itself. */
export function readerTemplate(frame: ReaderFrame, body: () => unknown): TemplateResult {
  const { localize, isHidden, absent, given, told } = frame;
  if (isHidden) return html`<p class="state">${localize.text('common.privacy.not-shared')}</p>`;
  if (absent !== undefined) return html`<p class="state">${absent}</p>`;
  return html`
    <div class="hint">
      ${
        told
          ? html`${given ?? nothing}
              <p>${toldWords(localize, told)}</p>`
          : nothing
      }
    </div>
    ${body()}
  `;
}
