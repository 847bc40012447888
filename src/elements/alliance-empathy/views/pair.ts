import { html, nothing, type TemplateResult } from 'lit';
import type { Parallel } from '../../../controllers/kinds/parallel.js';
import type { LocalizeController } from '../../../controllers/widget/localize.js';
import type { Answer } from '../../../domain/answers/answer.js';
import { sameValue } from '../../../domain/answers/answer.js';
import { pairOf, type PairedItem } from '../../../domain/empathy/pair.js';
import type { Instrument, Question } from '../../../domain/instrument/instrument.js';
import { otherSide, type Side } from '../../../domain/side.js';
import type { EmpathyKey } from '../../../i18n/words/empathy.js';
import type { EmpathyPairKey } from '../../../i18n/words/empathy-pair.js';
import { actionsTemplate } from '../../../parts/button.js';
import { degreePicture } from '../../../parts/pictures.js';
import { reviewTemplate } from '../../../parts/review.js';

/** What is drawn of two who answer the same questions. */
export interface PairView {
  readonly localize: LocalizeController<EmpathyKey | EmpathyPairKey>;
  readonly side: Side;
  readonly found: Parallel;
  /** As the one who looks was asked. */
  readonly instrument: Instrument;
  /** Opens the questions; undefined where they are open, or are offered elsewhere. */
  readonly open: (() => void) | undefined;
  readonly isDisabled: boolean;
}

function answerTemplate({ localize }: PairView, { options }: Question, answer: Answer): TemplateResult {
  if (answer.state === 'answered') {
    const index = options.findIndex(({ value }) => sameValue(value, answer.values[0]));
    const option = options[index];
    if (option)
      return html`<span class="value"
        >${degreePicture(index / (options.length - 1))}<span>${option.label.text}</span></span
      >`;
  }
  const key =
    answer.state === 'absent'
      ? answer.reason === 'asked-declined'
        ? ('declined' as const)
        : ('unknown' as const)
      : ('unanswered' as const);
  return html`<span class="no-value">${localize.text(`empathy-pair.${key}`)}</span>`;
}

function bothTemplate(view: PairView, items: readonly PairedItem[]): TemplateResult {
  const { localize, side } = view;
  const entries = items.map(({ question, mine, theirs, isApart }) => ({
    about: html`${question.label.text}
    ${isApart ? html`<span class="apart">${localize.text('empathy-pair.apart')}</span>` : nothing}`,
    given: answerTemplate(view, question, mine),
    beside: {
      when: localize.text('empathy.who.you'),
      given: answerTemplate(view, question, theirs),
      former: localize.text(`empathy.who.your-${otherSide(side)}`),
    },
  }));
  const isClose = !items.some(({ isApart }) => isApart);
  return html`${isClose ? html`<p>${localize.text('empathy-pair.close')}</p>` : nothing}
    ${reviewTemplate(localize, entries)}
    <p class="prompt">${localize.text('empathy-pair.talk')}</p>`;
}

/** How far the two have come, in words. */
function standing({ localize, side, found }: PairView): TemplateResult {
  const { state } = found;
  if (state === 'theirs-open') return html`${localize.text(`empathy-pair.waiting.${side}`)}`;
  if (state === 'both') return html`${localize.text('empathy-pair.both')}`;
  if (state === 'not-shared') return html`${localize.text('common.privacy.not-shared')}`;
  const hint = localize.text(`empathy-pair.hint.${side}`);
  return html`${hint} ${found.hasOther ? localize.text(`empathy-pair.has-answered.${side}`) : nothing}`;
}

/** The same questions for both sides: what the other one said is shown when both have sent theirs, item by item. */
export function pairTemplate(view: PairView): TemplateResult {
  const { localize, found, instrument, open, isDisabled } = view;
  return html`<section class="pair" part="pair" aria-labelledby="pair">
    <h3 class="group" id="pair">${localize.text('empathy-pair.title')}</h3>
    <p class="state" role="status">${standing(view)}</p>
    ${
      found.state === 'mine-open' && open
        ? actionsTemplate([{ words: localize.text('empathy-pair.open'), act: open, isDisabled }])
        : nothing
    }
    ${found.state === 'both' ? bothTemplate(view, pairOf(instrument, found.mine, found.theirs)) : nothing}
  </section>`;
}
