import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { DrawnGoal } from '../../../controllers/kinds/shared-goals.js';
import { refusalOf } from '../../../domain/goals/refusals.js';
import { termsWith } from '../../../domain/goals/terms.js';
import { sameLevels } from '../../../domain/goals/terms.js';
import { groupOf, levelOf, nextStepOf, type GoalGroup } from '../../../domain/goals/shared-goal.js';
import { otherSide } from '../../../domain/side.js';
import type { Words } from '../../../controllers/widget/localize.js';
import { stateWords } from '../../../parts/state.js';
import { actionsTemplate, type Button } from '../../../parts/button.js';
import { ownWords } from '../../../parts/own-words.js';
import type { GoalsView } from '../goals-view.js';
import { isOfStep, outcomeTemplate } from './outcome.js';
import { moreTemplate } from './more.js';
import { byWords, levelKey, signed } from './who.js';

/** What one side wants instead: both wordings beside each other. */
function changesTemplate(view: GoalsView, { shared }: DrawnGoal): TemplateResult[] {
  const { localize } = view;
  const { goal } = shared;
  return Object.values(goal.changes).map((change) => {
    const { text, due, levels } = termsWith(goal, change);
    const said = { who: signed(view, change.by, change.at) };
    const date = due === goal.due ? '' : localize.day(due);
    return html`<div class="change" part="change">
      <p class="who">${localize.text('goals.change.by', said)}</p>
      ${text === goal.text ? nothing : html`<p class="wording">${ownWords(text)}</p>`}
      ${date === '' ? nothing : html`<p>${localize.text('goals.until', { date })}</p>`}
      ${sameLevels(levels, goal.levels) ? nothing : html`<p class="hint">${localize.text('goals.change.levels')}</p>`}
    </div>`;
  });
}

/** Where it stands, in the words of its own level. */
function standTemplate(view: GoalsView, { shared }: DrawnGoal): TemplateResult | typeof nothing {
  const { localize, side } = view;
  const { goal } = shared;
  const by = side ?? 'client';
  const level = levelOf(shared, by) ?? levelOf(shared, otherSide(by));
  if (level === undefined) return nothing;
  const words = goal.levels.get(level);
  return html`<p class="stand">
    <span class="label">${localize.text('goals.stand')}</span>
    ${words === undefined ? localize.text(levelKey(level, goal.baseline)) : ownWords(words)}
  </p>`;
}

function stepLine(view: GoalsView, { shared }: DrawnGoal): TemplateResult | typeof nothing {
  const { localize } = view;
  const step = nextStepOf(shared);
  if (shared.steps.length === 0) return nothing;
  // With the last step ticked its line stays: nothing below it may move under a finger
  return html`<p class="stand">
    ${
      step
        ? html`<span class="label">${localize.text('goals.next-step')}</span> ${ownWords(step.text)}`
        : localize.text('goals.steps-done')
    }
  </p>`;
}

/** The one main thing to do, and what stands beside it. */
function buttonsOf(view: GoalsView, drawn: DrawnGoal, group: GoalGroup): readonly (Button | undefined)[] {
  const { localize, side } = view;
  const { shared } = drawn;
  const { isReadOnly, isDisabled } = view.settings;
  if (side === undefined || isReadOnly) return [];
  const about = shared.goal.text;
  const may = (action: Parameters<typeof refusalOf>[1]): boolean => !refusalOf(shared.goal, action, side);
  const button = (
    key: 'yes' | 'differently' | 'not-now' | 'setback' | 'rate' | 'reopen',
    act: () => void,
  ): Button => ({
    words: localize.text(`goals.do.${key}`),
    name: localize.word('goals.do.about', { act: localize.word(`goals.do.${key}`), goal: about }),
    act,
    isDisabled,
    isBusy: drawn.sender?.edit.delivery.state === 'sending',
  });
  const say = (action: 'accept' | 'decline' | 'reopen') => (): void => {
    view.acts.do((acting) => void acting.toGoal(drawn, { action, by: side, at: view.at() }));
  };
  if (group === 'waiting-for-me')
    return [
      may('accept') ? { ...button('yes', say('accept')), look: 'main' } : undefined,
      may('ask') || may('edit')
        ? button('differently', () => {
            view.begin(may('ask') ? 'ask' : 'edit', drawn);
          })
        : undefined,
      may('decline') ? button('not-now', say('decline')) : undefined,
    ];
  if (group === 'working')
    return [
      may('rate')
        ? button('rate', () => {
            view.begin('rate', drawn);
          })
        : undefined,
      may('setback')
        ? button('setback', () => {
            view.begin('setback', drawn);
          })
        : undefined,
    ];
  return [];
}

/** What a person began to change here and has not sent. */
function begunTemplate(view: GoalsView, drawn: DrawnGoal): TemplateResult | typeof nothing {
  const begun = view.begun(drawn);
  if (!begun) return nothing;
  return html`<p class="state">${view.localize.text('goals.begun')}</p>
    ${actionsTemplate([
      {
        words: view.localize.text('common.pause.go-on'),
        act: () => {
          view.begin(begun.name, drawn);
        },
      },
      {
        words: view.localize.text('goals.do.drop'),
        act: () => {
          // The button goes with what it removes
          void begun.drop().then(() => {
            view.listing.goTo(drawn.shared.id);
          });
        },
        look: 'quiet',
      },
    ])}`;
}

/** What every card is drawn from besides its goal. */
export function roundCards(view: GoalsView): readonly unknown[] {
  const { localize, settings, side } = view;
  const { language, formatLocale, words } = localize;
  return [language, formatLocale, words, side, settings.isDisabled, settings.isReadOnly];
}

/** Something is done to it, was begun or is unfolded: what is drawn then has more to it than the goal. */
function isAtWork({ listing, acts, refused, begun, board }: GoalsView, drawn: DrawnGoal): boolean {
  const { id } = drawn.shared;
  const isAbout = (one: { readonly id: string } | undefined): boolean => one?.id === id;
  return (
    drawn.sender !== undefined ||
    listing.isOpen(id) ||
    isAbout(acts.present?.last) ||
    isAbout(refused) ||
    !!begun(drawn) ||
    !!board.failedOf(drawn)
  );
}

/**
 * The card of a goal; at rest what is in it is drawn again only where the goal, or what is round all of them, has changed.
 * @param isHidden it is not among those that the person looks for; it stays drawn until it is wanted again
 */
export function cardTemplate(
  view: GoalsView,
  drawn: DrawnGoal,
  round: readonly unknown[],
  isHidden: boolean,
): TemplateResult {
  const { shared } = drawn;
  // It may still stand among others, until the list is put in order
  const group = groupOf(shared, view.side);
  const isNew = view.listing.looked.isNew(drawn);
  const draw = (): TemplateResult => goalTemplate(view, drawn, group, isNew);
  return html`<li
    class="card ${group}"
    part="goal"
    id="goal-${shared.id}"
    aria-labelledby="words-${shared.id}"
    ?hidden=${isHidden}
  >
    ${isAtWork(view, drawn) ? draw() : guard([drawn, isNew, ...round], draw)}
  </li>`;
}

/** Who said what when; not over a yes that has not arrived, or it would say "You both agreed". */
function standingWords(view: GoalsView, drawn: DrawnGoal): Words {
  const { localize, settings, acts } = view;
  const delivery = drawn.sender?.edit.delivery;
  if (delivery?.state === 'failed') return localize.text('common.state.open');
  // What was just done tells it itself
  const isTold = acts.present?.last?.id === drawn.shared.id;
  if (delivery?.state !== 'sending' && delivery?.state !== 'queued')
    return drawn.isWaiting && !isTold
      ? localize.text('common.waiting.anything', { count: 1 })
      : byWords(view, drawn);
  if (isTold) return '';
  return stateWords(localize, { delivery, type: 'Goal', settings }) ?? '';
}

/** One goal, read like a sentence: its words, who said what, where it stands, and the next thing to do. */
function goalTemplate(view: GoalsView, drawn: DrawnGoal, group: GoalGroup, isNew: boolean): TemplateResult {
  const { localize } = view;
  const { shared } = drawn;
  return html`<h4 class="words" id="words-${shared.id}" tabindex="-1" part="goal-words">
      ${isNew ? html`<span class="new" part="new">${localize.text('goals.new')}</span>` : nothing}
      ${shared.goal.text === '' ? localize.text('goals.no-words') : ownWords(shared.goal.text)}
    </h4>
    <p class="who">${standingWords(view, drawn)}</p>
    ${group === 'disagreed' ? html`<p class="differ">${localize.text('goals.differ')}</p>` : nothing}
    ${changesTemplate(view, drawn)}
    ${group === 'working' ? html`${standTemplate(view, drawn)} ${stepLine(view, drawn)}` : nothing}
    ${actionsTemplate(buttonsOf(view, drawn, group))}
    ${(isNew && !view.board.failedOf(drawn)) || isOfStep(view, drawn) ? nothing : outcomeTemplate(view, drawn)}
    ${begunTemplate(view, drawn)} ${moreTemplate(view, drawn)}`;
}

/** An idea: what a person keeps for herself. */
export function ideaTemplate(view: GoalsView, idea: DrawnGoal): TemplateResult {
  const { localize } = view;
  const { id, goal } = idea.shared;
  const named = (key: 'go-on-idea' | 'drop'): Pick<Button, 'words' | 'name'> => ({
    words: localize.text(`goals.do.${key}`),
    name: localize.word('goals.do.about', { act: localize.word(`goals.do.${key}`), goal: goal.text }),
  });
  return html`<li class="card kept" part="goal" aria-labelledby="words-${id}">
    <h4 class="words" id="words-${id}" tabindex="-1">
      ${goal.text === '' ? localize.text('goals.no-words') : ownWords(goal.text)}
    </h4>
    ${actionsTemplate([
      {
        ...named('go-on-idea'),
        act: () => {
          view.begin('add', idea);
        },
      },
      {
        ...named('drop'),
        act: () => {
          view.dropIdea(idea);
        },
        look: 'quiet',
      },
    ])}
  </li>`;
}
