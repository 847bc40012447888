import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DrawnGoal } from '../../../controllers/kinds/shared-goals.js';
import { matches } from '../../../domain/goals/shared-goal.js';
import { actionsTemplate, buttonTemplate } from '../../../parts/button.js';
import { openingTemplate } from '../../../parts/opening.js';
import { failureTemplate } from '../../../parts/problem.js';
import type { GoalsView, ListedGoals } from '../goals-view.js';
import { cardTemplate, ideaTemplate, roundCards } from './card.js';
import { signed } from './who.js';

/** From so many goals on there is a field to find them by. */
const MANY = 8;

/** What is over: folded away. */
const folded: readonly string[] = ['reached', 'let-go'];

/** What the other side has done since the person last looked. */
function newsTemplate(view: GoalsView): TemplateResult | typeof nothing {
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

function findTemplate(view: GoalsView): TemplateResult {
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

function groupTemplate(view: GoalsView, { group, all }: ListedGoals, isMany: boolean): TemplateResult {
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
  if (!folded.includes(group))
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

function ideasTemplate(view: GoalsView, ideas: readonly DrawnGoal[]): TemplateResult | typeof nothing {
  const { localize, isKeeping } = view;
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

/** The one list with two sides, by whose turn it is. */
export function listTemplate(view: GoalsView): TemplateResult {
  const { localize, side, viewer, listing, ideas, settings } = view;
  const { order } = listing;
  const { listed } = order;
  const count = listed.reduce((sum, { all }) => sum + all.length, 0);
  const isEmpty = count === 0 && ideas.length === 0;
  const canAdd = side !== undefined && !settings.isReadOnly;
  const add = canAdd
    ? actionsTemplate([
        {
          words: localize.text('goals.do.add'),
          look: isEmpty ? 'main' : 'usual',
          isDisabled: settings.isDisabled,
          act: () => {
            view.begin('add');
          },
        },
      ])
    : nothing;
  const before = ['waiting-for-me', 'working', 'disagreed', 'on-hold', 'waiting-for-them'];
  const draw = (one: ListedGoals): TemplateResult => groupTemplate(view, one, count > MANY);
  return html`
    ${openingTemplate({ localize, settings, aids: view.aids, told: viewer === 'client' ? settings.sharing.told : undefined })}
    ${failureTemplate(localize, { state: 'idle' }, view.notice)} ${newsTemplate(view)}
    ${
      isEmpty && !view.isLoading
        ? html`<p class="invitation">
            ${localize.text(view.hasHidden ? 'common.privacy.not-shared' : `goals.empty.${side ?? 'supervisor'}`)}
          </p>`
        : nothing
    }
    ${add} ${count > MANY ? findTemplate(view) : nothing}
    ${
      order.isBehind
        ? actionsTemplate([
            {
              words: localize.text('common.list.show-new'),
              act: () => {
                view.listing.showOrder();
              },
              look: 'quiet',
            },
          ])
        : nothing
    }
    ${listed.filter(({ group }) => before.includes(group)).map(draw)} ${ideasTemplate(view, ideas)}
    ${listed.filter(({ group }) => folded.includes(group)).map(draw)}
    ${view.hasHidden && !isEmpty ? html`<p class="state">${localize.text('common.privacy.not-shared')}</p>` : nothing}
  `;
}
