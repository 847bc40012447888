import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { EmpathyView, ListedMoments } from '../empathy-view.js';
import { cardTemplate, keptCardTemplate, roundCards } from './card.js';
import { isOfTick, outcomeTemplate } from './outcome.js';
import { someoneElseTemplate } from './preview.js';

/*
 * The moments themselves: loaded with the first one that there is to show.
 */

/** Of more than so many in a group, those out of sight are not laid out. */
const MANY = 8;

function groupTitle({ localize, side }: EmpathyView, { group }: ListedMoments) {
  if (group === 'waiting-for-me') return localize.text(`empathy.group.waiting-for-me.${side ?? 'client'}`);
  if (group === 'waiting-for-them')
    return localize.text(`empathy.group.waiting-for-them.${side ?? 'supervisor'}`);
  return localize.text(`empathy.group.${group}`);
}

/** The words of the page have one place: they stand below all that is asked about again. */
function elseTemplate({ localize, side, hasSomeoneElse }: EmpathyView, { all }: ListedMoments) {
  const isAskedAgain = side === 'client' && all.some(({ shared }) => shared.state === 'not-yet');
  return isAskedAgain && hasSomeoneElse
    ? html`<p class="hint">${someoneElseTemplate(localize)}</p>`
    : nothing;
}

/** Moments that are in the same state, for the one who looks. */
export function groupTemplate(view: EmpathyView, listed: ListedMoments): TemplateResult {
  const { group, all } = listed;
  const title = groupTitle(view, listed);
  const round = roundCards(view);
  const cards = html`<ul class="cards ${all.length > MANY ? 'many' : ''}">
      ${repeat(
        all,
        ({ shared }) => shared.id,
        (drawn) => cardTemplate(view, drawn, round),
      )}
    </ul>
    ${elseTemplate(view, listed)}
    ${all.filter((drawn) => isOfTick(view, drawn)).map((drawn) => outcomeTemplate(view, drawn))}`;
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

/** What is nowhere but with the person: begun, or for her alone. */
export function keptTemplate(view: EmpathyView, group: 'begun' | 'own'): TemplateResult | typeof nothing {
  const { localize, isKeeping } = view;
  const all = view.board[group];
  if (all.length === 0) return nothing;
  return html`<section aria-labelledby="group-${group}">
    <h3 class="group" id="group-${group}">${localize.text(`empathy.group.${group}`)}</h3>
    <p class="hint">${localize.text(`empathy.${group}-${isKeeping ? 'kept' : 'on-page'}`)}</p>
    <ul class="cards">
      ${repeat(
        all,
        ({ id }) => id,
        (kept) => keptCardTemplate(view, kept),
      )}
    </ul>
  </section>`;
}
