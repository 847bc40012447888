import { html, nothing, type TemplateResult } from 'lit';
import { momentKinds } from '../../../domain/empathy/moment.js';
import { actionsTemplate, buttonTemplate } from '../../../parts/button.js';
import { showOrderTemplate } from '../../../parts/list-order.js';
import { openingTemplate } from '../../../parts/opening.js';
import { failureTemplate, missingTemplate } from '../../../parts/problem.js';
import type { EmpathyView, ListedMoments } from '../empathy-view.js';
import { tilePicture } from './pictures.js';

/** The first choice: what a person wants to say, before any question is asked. */
export function tilesTemplate(view: EmpathyView): TemplateResult {
  const { localize, mode, settings } = view;
  const press = (kind: (typeof momentKinds)[number]) => (): void => {
    if (mode === 'moment') view.note(kind);
    else view.begin({ name: 'share', kind });
  };
  return html`<div class="tiles" part="tiles">
    ${momentKinds.map((kind) =>
      buttonTemplate({
        words: html`${tilePicture(kind)} <span>${localize.text(`empathy.tile.${kind}`)}</span>`,
        act: press(kind),
        isDisabled: settings.isDisabled,
        part: 'tile',
      }),
    )}
  </div>`;
}

/** What a client can begin with. */
function beginTemplate(view: EmpathyView): TemplateResult | typeof nothing {
  const { localize, side, mode, settings, questions } = view;
  if (side !== 'client' || settings.isReadOnly) return nothing;
  return html`
    <p class="invitation">${localize.text(mode === 'moment' ? 'empathy.noting' : 'empathy.hard')}</p>
    ${tilesTemplate(view)}
    ${
      mode === 'full'
        ? actionsTemplate([
            {
              words: localize.text('empathy.questions.open'),
              act: questions.open,
              look: 'quiet',
              isDisabled: settings.isDisabled,
            },
          ])
        : nothing
    }
  `;
}

/** Why there is nothing for a reader to read. */
function emptyTemplate({ localize, side, listing, isLoading, hasHidden, questions }: EmpathyView) {
  if (listing.order.listed.length > 0 || questions.hasBoth || isLoading || side === 'client') return nothing;
  const key = hasHidden
    ? ('common.privacy.not-shared' as const)
    : (`empathy.empty.${side ?? 'supervisor'}` as const);
  return html`<p class="invitation">${localize.text(key)}</p>`;
}

/** What can be said, and what was said: what waits for the one who looks comes first. */
export function homeTemplate(view: EmpathyView): TemplateResult {
  const { localize, settings, aids, side, listing, notice } = view;
  const told = side === 'client' ? (['therapist'] as const) : undefined;
  const { listed } = listing.order;
  const isForMe = ({ group }: ListedMoments): boolean => group === 'waiting-for-me';
  const cards = listing.cards.present;
  const draw = (one: ListedMoments) => cards?.groupTemplate(view, one);
  return html`
    ${openingTemplate({ localize, settings, aids, told })}
    ${failureTemplate(localize, { state: 'idle' }, notice)} ${missingTemplate(localize, listing.cards)}
    ${emptyTemplate(view)} ${listed.filter(isForMe).map(draw)} ${beginTemplate(view)}
    ${view.questions.pairTemplate()} ${cards?.keptTemplate(view, 'begun')}
    ${listed.filter((one) => !isForMe(one)).map(draw)} ${cards?.keptTemplate(view, 'own')}
    ${showOrderTemplate(localize, listing)}
  `;
}

/** Beside a session: what there was is noted first, and nothing else is to be read. */
export function notingTemplate(view: EmpathyView): TemplateResult {
  const { localize, settings, aids, listing, notice } = view;
  return html`
    ${beginTemplate(view)} ${failureTemplate(localize, { state: 'idle' }, notice)}
    ${missingTemplate(localize, listing.cards)} ${listing.cards.present?.keptTemplate(view, 'begun')}
    ${openingTemplate({ localize, settings, aids, told: ['therapist'] })}
  `;
}
