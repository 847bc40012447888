import { html, nothing, type TemplateResult } from 'lit';
import { isOver } from '../../../domain/goals/shared-goal.js';
import { actionsTemplate } from '../../../parts/button.js';
import { showOrderTemplate } from '../../../parts/list-order.js';
import { openingTemplate } from '../../../parts/opening.js';
import { failureTemplate, missingTemplate } from '../../../parts/problem.js';
import type { GoalsView, ListedGoals } from '../goals-view.js';

/** From so many goals on there is a field to find them by. */
const MANY = 8;

/** The one list with two sides, by whose turn it is. */
export function listTemplate(view: GoalsView): TemplateResult {
  const { localize, side, viewer, listing, ideas, settings } = view;
  const { listed } = listing.order;
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
  const cards = listing.cards.present;
  const isMany = count > MANY;
  const draw = (one: ListedGoals) => cards?.groupTemplate(view, one, isMany);
  return html`
    ${openingTemplate({ localize, settings, aids: view.aids, told: viewer === 'client' ? settings.sharing.told : undefined })}
    ${failureTemplate(localize, { state: 'idle' }, view.notice)} ${missingTemplate(localize, listing.cards)}
    ${cards?.newsTemplate(view)}
    ${
      isEmpty && !view.isLoading
        ? html`<p class="invitation">
            ${localize.text(view.hasHidden ? 'common.privacy.not-shared' : `goals.empty.${side ?? 'supervisor'}`)}
          </p>`
        : nothing
    }
    ${add} ${isMany ? cards?.findTemplate(view) : nothing}
    ${listed.filter(({ group }) => !isOver(group)).map(draw)} ${cards?.ideasTemplate(view)}
    ${listed.filter(({ group }) => isOver(group)).map(draw)} ${showOrderTemplate(localize, listing)}
    ${view.hasHidden && !isEmpty ? html`<p class="state">${localize.text('common.privacy.not-shared')}</p>` : nothing}
  `;
}
