import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { KeptMoment } from '../../../controllers/kinds/shared-moments.js';
import { momentKinds } from '../../../domain/empathy/moment.js';
import { actionsTemplate, buttonTemplate } from '../../../parts/button.js';
import { openingTemplate } from '../../../parts/opening.js';
import { failureTemplate } from '../../../parts/problem.js';
import type { EmpathyView, ListedMoments } from '../empathy-view.js';
import { cardTemplate, keptTemplate, roundCards } from './card.js';
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

/** Of more than so many in a group, those out of sight are not laid out. */
const MANY = 8;

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

function groupTitle({ localize, side }: EmpathyView, { group }: ListedMoments) {
  if (group === 'waiting-for-me') return localize.text(`empathy.group.waiting-for-me.${side ?? 'client'}`);
  if (group === 'waiting-for-them')
    return localize.text(`empathy.group.waiting-for-them.${side ?? 'supervisor'}`);
  return localize.text(`empathy.group.${group}`);
}

function groupTemplate(view: EmpathyView, listed: ListedMoments): TemplateResult {
  const { group, all } = listed;
  const title = groupTitle(view, listed);
  const round = roundCards(view);
  const cards = html`<ul class="cards ${all.length > MANY ? 'many' : ''}">
    ${repeat(
      all,
      ({ shared }) => shared.id,
      (drawn) => cardTemplate(view, drawn, round),
    )}
  </ul>`;
  if (group !== 'settled')
    return html`<section aria-labelledby="group-${group}">
      <h3 class="group" id="group-${group}">${title}</h3>
      ${cards}
    </section>`;
  const isOpen = view.listing.isOpen(group);
  const onToggle = (event: Event): void => {
    if (event.target === event.currentTarget)
      view.listing.open(group, (event.target as HTMLDetailsElement).open);
  };
  return html`<details class="over" ?open=${isOpen} @toggle=${onToggle}>
    <summary><h3 class="group">${title}</h3></summary>
    ${isOpen ? cards : nothing}
  </details>`;
}

/** What is nowhere but with the person. */
function keptGroup(
  view: EmpathyView,
  group: 'begun' | 'own',
  all: readonly KeptMoment[],
): TemplateResult | typeof nothing {
  const { localize, isKeeping } = view;
  if (all.length === 0) return nothing;
  return html`<section aria-labelledby="group-${group}">
    <h3 class="group" id="group-${group}">${localize.text(`empathy.group.${group}`)}</h3>
    <p class="hint">${localize.text(`empathy.${group}-${isKeeping ? 'kept' : 'on-page'}`)}</p>
    <ul class="cards">
      ${repeat(
        all,
        ({ id }) => id,
        (kept) => keptTemplate(view, kept),
      )}
    </ul>
  </section>`;
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
  const { listed, isBehind } = listing.order;
  const isForMe = ({ group }: ListedMoments): boolean => group === 'waiting-for-me';
  const draw = (one: ListedMoments): TemplateResult => groupTemplate(view, one);
  return html`
    ${openingTemplate({ localize, settings, aids, told })}
    ${failureTemplate(localize, { state: 'idle' }, notice)} ${emptyTemplate(view)}
    ${
      isBehind
        ? actionsTemplate([
            {
              words: localize.text('common.list.show-new'),
              act: () => {
                listing.showOrder();
              },
              look: 'quiet',
            },
          ])
        : nothing
    }
    ${listed.filter(isForMe).map(draw)} ${beginTemplate(view)} ${view.questions.pairTemplate()}
    ${keptGroup(view, 'begun', view.board.begun)} ${listed.filter((one) => !isForMe(one)).map(draw)}
    ${keptGroup(view, 'own', view.board.own)}
  `;
}

/** Beside a session: what there was is noted first, and nothing else is to be read. */
export function notingTemplate(view: EmpathyView): TemplateResult {
  const { localize, settings, aids, notice } = view;
  return html`
    ${beginTemplate(view)} ${failureTemplate(localize, { state: 'idle' }, notice)}
    ${keptGroup(view, 'begun', view.board.begun)}
    ${openingTemplate({ localize, settings, aids, told: ['therapist'] })}
  `;
}
