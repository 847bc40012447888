import type { Known } from '../../../domain/link.js';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DrawnGoal } from '../../../controllers/kinds/shared-goals.js';
import { refusalOf } from '../../../domain/goals/refusals.js';
import type { Setback, Step } from '../../../domain/goals/goal.js';
import { buttonTemplate, type Button } from '../../../parts/button.js';
import { toldWords } from '../../../parts/told.js';
import { ownWords } from '../../../parts/own-words.js';
import type { TaskName } from '../goals-desk.js';
import type { GoalsView } from '../goals-view.js';
import { ladderTemplate, numbersTemplate } from './ladder.js';
import { isOfStep, outcomeTemplate } from './outcome.js';
import { signed } from './who.js';

type Doable = Parameters<typeof refusalOf>[1];

function stepsTemplate(view: GoalsView, drawn: DrawnGoal): TemplateResult | typeof nothing {
  const { localize, side, settings } = view;
  const { steps, goal } = drawn.shared;
  const canChange = side !== undefined && !settings.isReadOnly && !refusalOf(goal, 'step', side);
  if (steps.length === 0) return nothing;
  const toggle =
    (step: Known<Step>) =>
    (event: Event): void => {
      event.stopPropagation();
      const { id, ...value } = step;
      const isDone = (event.target as HTMLInputElement).checked;
      view.acts.do((acting) => void acting.giveStep(drawn, { ...value, isDone }, id));
    };
  return html`<h5>${localize.text('goal-tasks.more.steps')}</h5>
    <ul class="steps">
      ${steps.map(
        (step) =>
          html`<li>
            ${
              canChange
                ? html`<label class="helped"
                    ><input
                      type="checkbox"
                      .checked=${live(step.isDone)}
                      ?disabled=${settings.isDisabled}
                      @input=${toggle(step)}
                    /><span>${ownWords(step.text)}</span></label
                  >`
                : html`${ownWords(step.text)}
                  ${step.isDone ? html`<span class="hint">${localize.text('goal-tasks.more.done')}</span>` : nothing}`
            }
          </li>`,
      )}
    </ul>
    ${isOfStep(view, drawn) ? outcomeTemplate(view, drawn) : nothing}`;
}

function setbackTemplate(
  view: GoalsView,
  { happened, tried, wouldHelp, next, by, at }: Known<Setback>,
): TemplateResult {
  const { localize } = view;
  const line = (key: 'tried' | 'wouldHelp', words: string | undefined): TemplateResult | typeof nothing =>
    words
      ? html`<p>
          <span class="label">${localize.text(`goal-tasks.setback.said-${key}`)}</span> ${ownWords(words)}
        </p>`
      : nothing;
  return html`<li>
    <p>${ownWords(happened)}</p>
    ${line('tried', tried)} ${line('wouldHelp', wouldHelp)}
    ${next ? html`<p class="hint">${localize.text(`goal-tasks.setback.chose-${next}`)}</p>` : nothing}
    <p class="who">${signed(view, by, at)}</p>
  </li>`;
}

function notesTemplate(view: GoalsView, drawn: DrawnGoal): TemplateResult {
  const { localize } = view;
  const { setbacks, barriers, goal } = drawn.shared;
  return html`${
    setbacks.length === 0
      ? nothing
      : html`<h5>${localize.text('goal-tasks.more.setbacks')}</h5>
          <p class="hint">${localize.text('goal-tasks.setback.kind-words')}</p>
          <ul class="said">
            ${setbacks.map((setback) => setbackTemplate(view, setback))}
          </ul>`
  }
  ${
    barriers.length === 0
      ? nothing
      : html`<h5>${localize.text('goal-tasks.more.barriers')}</h5>
          <ul class="said">
            ${barriers.map(
              ({ words, code, by, at }) =>
                html`<li>
                  ${words === undefined ? code : ownWords(words)}
                  <p class="who">${signed(view, by, at)}</p>
                </li>`,
            )}
          </ul>`
  }
  ${
    goal.notes.length === 0
      ? nothing
      : html`<h5>${localize.text('goal-tasks.more.notes')}</h5>
          <ul class="said">
            ${goal.notes.map(
              ({ words, by, at }) =>
                html`<li>
                  <p>${ownWords(words)}</p>
                  <p class="who">${signed(view, by, at)}</p>
                </li>`,
            )}
          </ul>`
  }`;
}

function actsTemplate(view: GoalsView, drawn: DrawnGoal): TemplateResult | typeof nothing {
  const { localize, side, settings, listing } = view;
  const { goal, id } = drawn.shared;
  if (side === undefined || settings.isReadOnly) return nothing;
  const may = (action: Doable): boolean => !refusalOf(goal, action, side);
  const named = (key: Parameters<typeof wordsOf>[0]): Pick<Button, 'words' | 'name' | 'isDisabled'> => ({
    words: localize.text(wordsOf(key)),
    name: localize.word('goals.do.about', { act: localize.word(wordsOf(key)), goal: goal.text }),
    isDisabled: settings.isDisabled,
  });
  const task = (key: Parameters<typeof wordsOf>[0], action: Doable, name: TaskName): Button | undefined =>
    may(action)
      ? {
          ...named(key),
          act: () => {
            view.begin(name, drawn);
          },
        }
      : undefined;
  const act = (action: 'hold' | 'resume' | 'reach' | 'let-go' | 'reopen' | 'withdraw'): Button | undefined =>
    may(action)
      ? {
          ...named(action),
          act: () => {
            view.acts.do((acting) => void acting.toGoal(drawn, { action, by: side, at: view.at() }));
          },
          // What is pressed while something else is being sent would be sent by nobody
          isBusy: drawn.sender?.edit.delivery.state === 'sending',
        }
      : undefined;
  const move = (key: 'up' | 'down', by: -1 | 1): Button | undefined =>
    listing.order.moved(id, by)
      ? {
          ...named(key),
          act: () => {
            view.listing.move(id, by);
          },
        }
      : undefined;
  const buttons = [
    task('step', 'step', 'step'),
    task('note', 'note', 'note'),
    task('differently', 'edit', 'edit'),
    task('weigh', 'weigh', 'weigh'),
    ...(['reach', 'hold', 'resume', 'reopen', 'let-go', 'withdraw'] as const).map(act),
    move('up', -1),
    move('down', 1),
  ];
  return html`<div class="acts">
    ${buttons.map((button) => (button ? buttonTemplate({ ...button, look: 'quiet' }) : nothing))}
  </div>`;
}

const wordsOf = (
  key:
    | 'step'
    | 'note'
    | 'differently'
    | 'weigh'
    | 'hold'
    | 'resume'
    | 'reach'
    | 'let-go'
    | 'reopen'
    | 'withdraw'
    | 'up'
    | 'down',
) =>
  key === 'differently' || key === 'reopen'
    ? (`goals.do.${key}` as const)
    : (`goal-tasks.do.${key}` as const);

/** Everything about a goal that is folded away. */
export function insideTemplate(view: GoalsView, drawn: DrawnGoal): TemplateResult {
  const { localize, viewer } = view;
  const { shared } = drawn;
  const { goal, why } = shared;
  const line = (key: 'why' | 'helps' | 'due', words: string | undefined): TemplateResult | typeof nothing =>
    words
      ? html`<p><span class="label">${localize.text(`goal-tasks.more.${key}`)}</span> ${ownWords(words)}</p>`
      : nothing;
  return html`<div class="inside">
    ${line('why', why?.words)} ${line('helps', goal.helps)} ${line('due', goal.due && localize.day(goal.due))}
    ${ladderTemplate(view, shared)} ${stepsTemplate(view, drawn)} ${notesTemplate(view, drawn)}
    ${numbersTemplate(view, shared)}
    ${viewer === 'client' ? nothing : html`<p class="hint">${toldWords(localize, view.toldOf(drawn))}</p>`}
    ${actsTemplate(view, drawn)}
  </div>`;
}
