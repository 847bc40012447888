import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { isOver, matches } from '../../../domain/goals/shared-goal.js';
import { actionsTemplate, buttonTemplate } from '../../../parts/button.js';
import type { GoalsView, ListedGoals } from '../goals-view.js';
import { cardTemplate, ideaTemplate, roundCards } from './card.js';
import { signed } from './who.js';

/*
 * The goals themselves: loaded with the first one that there is to show.
 */

/** What the other side has done since the person last looked. */
export function newsTemplate(view: GoalsView): TemplateResult | typeof nothing {
  const { localize, listing } = view;
  const { news } = listing.looked;
  if (news.length === 0) return nothing;
  return html`<details class="news" part="news">
    <summary>${localize.text('goals.news.open', { count: news.length })}</summary>
    <ul class="said">
      ${news.map(
        ({ id, what, by, at, text }) =>
          html`<li>
            <p>
              ${localize.text(`goals.news.${what}`, {
                who: signed(view, by, at, 'time'),
              })}
            </p>
            ${buttonTemplate({
              words: text === '' ? localize.text('goals.no-words') : text,
              look: 'link',
              act: () => {
                view.listing.goTo(id);
              },
            })}
          </li>`,
      )}
    </ul>
    ${actionsTemplate([
      {
        words: localize.text('goals.news.seen'),
        act: () => {
          view.listing.lookAtAll();
        },
      },
    ])}
  </details>`;
}

/** A field to find goals by. */
export function findTemplate(view: GoalsView): TemplateResult {
  const { localize, listing } = view;
  const { wanted } = listing;
  const onInput = (event: Event): void => {
    event.stopPropagation();
    view.listing.want((event.target as HTMLInputElement).value);
  };
  return html`<label class="find"
    ><span>${localize.text('goals.find')}</span>
    <input
      class="entry"
      type="search"
      .value=${live(wanted)}
      @input=${onInput}
      @change=${(event: Event) => {
        event.stopPropagation();
      }}
  /></label>`;
}

/** Goals whose turn it is, or that are over: folded. */
export function groupTemplate(view: GoalsView, { group, all }: ListedGoals, isMany: boolean): TemplateResult {
  const { localize, side } = view;
  const { wanted } = view.listing;
  const found = new Set(all.filter(({ shared }) => matches(shared, wanted)));
  const isEmpty = found.size === 0;
  const title = localize.text(
    group === 'waiting-for-them'
      ? `goals.group.waiting-for-them.${side ?? 'supervisor'}`
      : `goals.group.${group}`,
  );
  const round = roundCards(view);
  const list = html`<ul class="cards ${isMany ? 'many' : ''}">
    ${repeat(
      all,
      ({ shared }) => shared.id,
      (drawn) => cardTemplate(view, drawn, round, !found.has(drawn)),
    )}
  </ul>`;
  if (!isOver(group))
    return html`<section aria-labelledby="group-${group}" ?hidden=${isEmpty}>
      <h3 class="group" id="group-${group}">${title}</h3>
      ${list}
    </section>`;
  const isOpen = wanted !== '' || view.listing.isOpen(group);
  const onToggle = (event: Event): void => {
    if (event.target === event.currentTarget)
      view.listing.open(group, (event.target as HTMLDetailsElement).open);
  };
  return html`<details class="over" ?hidden=${isEmpty} ?open=${isOpen} @toggle=${onToggle}>
    <summary><h3 class="group">${title}</h3></summary>
    ${isOpen ? list : nothing}
  </details>`;
}

/** What a person keeps for herself. */
export function ideasTemplate(view: GoalsView): TemplateResult | typeof nothing {
  const { localize, isKeeping, ideas } = view;
  if (ideas.length === 0) return nothing;
  return html`<section aria-labelledby="group-ideas">
    <h3 class="group" id="group-ideas">${localize.text('goals.group.ideas')}</h3>
    <p class="hint">${localize.text(isKeeping ? 'goals.ideas-kept' : 'goals.ideas-on-page')}</p>
    <ul class="cards">
      ${repeat(
        ideas,
        ({ shared }) => shared.id,
        (idea) => ideaTemplate(view, idea),
      )}
    </ul>
  </section>`;
}
