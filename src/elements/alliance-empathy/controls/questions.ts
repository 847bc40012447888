import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Completion } from '../../../domain/record.js';
import type { EmpathyInstrument } from '../../../domain/instrument/built-in/built-in.js';
import type { AllianceSubmitEvent } from '../../../controllers/widget/events.js';
import { register } from '../../../controllers/widget/register.js';
import { AllianceRating } from '../../alliance-rating/alliance-rating.js';

/* The questions are asked by the rating, which is registered when they are first shown. */

register('alliance-rating', AllianceRating);

/** How the questions are shown, as the widget itself is. */
export interface Look {
  readonly locale: string | undefined;
  readonly isEasy: boolean;
  readonly isReadAloud: boolean;
  readonly isDisabled: boolean;
  readonly isReadOnly: boolean;
  readonly source: Completion;
  readonly audience: string | null | undefined;
  /** The page has words of its own for who will see the answers. */
  readonly hasPrivacy: boolean;
}

interface Asks {
  readonly instrument: EmpathyInstrument;
  readonly look: Look;
  /** It stands in the page, or not any more. */
  readonly arrived: (rating: Element | undefined) => void;
  /** Nobody but the page takes what is sent. */
  readonly isHosted: boolean;
  readonly given: () => void;
}

/** What the page took over is given once it says so; nothing else tells that it is. */
async function hostedOf(event: AllianceSubmitEvent, isHosted: boolean): Promise<boolean> {
  await Promise.resolve(); // until everybody has heard of it
  const { outcomes, defaultPrevented } = event;
  await Promise.all(outcomes);
  return defaultPrevented || (isHosted && outcomes.length > 0);
}

/** The rating, as it stands in the widget. */
export function questionsTemplate({ instrument, look, arrived, isHosted, given }: Asks): TemplateResult {
  const onSubmit = (event: AllianceSubmitEvent): void => {
    hostedOf(event, isHosted).then(
      (isGiven) => {
        if (isGiven) given();
      },
      () => undefined, // the rating tells
    );
  };
  return html`<alliance-rating
    ${ref(arrived)}
    part="questions"
    exportparts="question, option, button, button-main"
    instrument=${instrument}
    .locale=${look.locale}
    .support=${look.isEasy ? 'easy' : 'standard'}
    .readAloud=${look.isReadAloud}
    .disabled=${look.isDisabled}
    .readOnly=${look.isReadOnly}
    .source=${look.source}
    .audience=${look.audience}
    @alliance-submit=${onSubmit}
    @alliance-saved=${given}
    @alliance-queued=${given}
    >${look.hasPrivacy ? html`<slot name="privacy" slot="privacy"></slot>` : nothing}</alliance-rating
  >`;
}
