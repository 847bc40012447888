import { html, nothing, type TemplateResult } from 'lit';
import { levels, type Level, type SharedGoal } from '../../../domain/goals/goal.js';
import { sides, type Side } from '../../../domain/side.js';
import { levelOf } from '../../../domain/goals/shared-goal.js';
import { tick } from '../../../parts/pictures.js';
import { ownWords } from '../../../parts/own-words.js';
import type { GoalsView } from '../goals-view.js';
import { levelKey, signed, whoKey } from './who.js';

/** Whether there is a ladder at all. */
const hasLadder = ({ goal, ratings }: SharedGoal): boolean => goal.levels.size > 0 || ratings.length > 0;

/** The level as a ladder of five rows in words; where each side sees it now is marked. */
export function ladderTemplate(view: GoalsView, shared: SharedGoal): TemplateResult | typeof nothing {
  const { localize } = view;
  const { goal } = shared;
  if (!hasLadder(shared)) return nothing;
  const seenBy = (level: Level): readonly Side[] => sides.filter((side) => levelOf(shared, side) === level);
  return html`<h5>${localize.text('goal-tasks.more.ladder')}</h5>
    <ol class="ladder" part="ladder">
      ${levels.map((level) => {
        const by = seenBy(level);
        const words = goal.levels.get(level);
        const name = localize.text(levelKey(level, goal.baseline));
        return html`<li class=${by.length > 0 ? 'present' : ''}>
          ${by.length > 0 ? tick : nothing}
          <span class="level">
            <span>${words === undefined ? name : ownWords(words)}</span>
            ${words === undefined ? nothing : html`<span class="beside">${name}</span>`}
            ${by.map((side) => html`<span class="seen">${localize.text('goal-tasks.seen-by', { who: localize.word(whoKey(view, side)) })}</span>`)}
          </span>
        </li>`;
      })}
    </ol>`;
}

/** The numbers of goal attainment scaling, for those who want them. */
export function numbersTemplate(view: GoalsView, shared: SharedGoal): TemplateResult | typeof nothing {
  const { localize } = view;
  const { goal, ratings } = shared;
  if (ratings.length === 0) return nothing;
  const weight = (key: 'importance' | 'difficulty'): TemplateResult | typeof nothing =>
    goal[key] === undefined
      ? nothing
      : html`<p>${localize.text(`goal-tasks.numbers.${key}`, { number: goal[key] })}</p>`;
  return html`<details class="numbers">
    <summary>${localize.text('goal-tasks.numbers.open')}</summary>
    <ul class="said">
      ${ratings.map(
        ({ by, at, level }) =>
          html`<li>
            ${localize.text('goal-tasks.numbers.rating', {
              who: signed(view, by, at),
              level,
            })}
          </li>`,
      )}
    </ul>
    ${weight('importance')} ${weight('difficulty')}
  </details>`;
}
