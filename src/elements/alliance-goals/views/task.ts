import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Words } from '../../../controllers/widget/localize.js';
import { actionsTemplate, buttonTemplate, type Button } from '../../../parts/button.js';
import { optionsTemplate } from '../../../parts/option.js';
import { failureTemplate, stoppedTemplate } from '../../../parts/problem.js';
import { questionTemplate, stepId, stepTemplate } from '../../../parts/question.js';
import { reviewTemplate } from '../../../parts/review.js';
import { headingTemplate } from '../../../parts/surface.js';
import { textFieldTemplate } from '../../../parts/text-field.js';
import { ownWords } from '../../../parts/own-words.js';
import {
  isEmptyAsk,
  type Ask,
  type ChoiceAsk,
  type DueAsk,
  type Task,
  type TaskPage,
  type TextAsk,
} from '../goals-task.js';
import type { GoalsView } from '../goals-view.js';
import { calendarDay } from '../../../i18n/moments.js';
import { dueOptions } from '../../../domain/goals/due.js';

function textTemplate(view: GoalsView, ask: TextAsk, describedBy: string): TemplateResult {
  const { start } = ask;
  const type = (text: string): void => {
    ask.type(text);
    view.redraw();
  };
  return html`${textFieldTemplate({
    ...{ text: ask.text, labelledBy: `${ask.id}-words`, describedBy },
    ...{ isRequired: false, isInvalid: view.tasks.isStopped, isDisabled: view.settings.isDisabled },
    type,
    settle: () => undefined,
  })}
  ${
    start
      ? buttonTemplate({
          words: start.words,
          look: 'quiet',
          act: () => {
            type(start.text);
            view.focusOn(`#${ask.id} textarea`);
          },
        })
      : nothing
  }`;
}

const optionsOf = (view: GoalsView, ask: ChoiceAsk): TemplateResult =>
  optionsTemplate(
    { name: ask.id, isMultiple: false, isDisabled: view.settings.isDisabled },
    { layout: 'vertical' },
    ask.options.map(({ key, words, beside }) => ({
      key,
      words: beside === undefined ? words : html`${words} <span class="beside">${beside}</span>`,
      isChosen: ask.chosen === key,
      choose: () => {
        ask.choose(key);
      },
    })),
  );

/** Roughly when: a few choices, and a day of one's own. */
function dueTemplate(view: GoalsView, ask: DueAsk): TemplateResult {
  const { localize } = view;
  const choose = (due: string | undefined): void => {
    ask.choose(due);
    view.redraw();
  };
  const options = dueOptions(calendarDay(view.now()));
  const onDay = (event: Event): void => {
    event.stopPropagation();
    const { value } = event.target as HTMLInputElement;
    choose(value === '' ? undefined : value);
  };
  return html`${optionsOf(view, {
      ...ask,
      kind: 'choice',
      chosen: options.find(({ due }) => due === ask.due)?.key,
      options: options.map(({ key, due }) => ({
        key,
        words: localize.text(`goal-tasks.due.${key}`),
        beside: localize.day(due),
      })),
      choose: (key) => {
        choose(options.find((option) => option.key === key)?.due);
      },
    })}
    <label class="day"
      ><span>${localize.text('goal-tasks.due.day')}</span>
      <input
        class="entry"
        type="date"
        .value=${live(ask.due?.length === 10 ? ask.due : '')}
        ?disabled=${view.settings.isDisabled}
        @input=${onDay}
        @change=${(event: Event) => {
          event.stopPropagation();
        }}
    /></label>`;
}

/** @param isFirst of several screens: where the person is belongs to what the focus comes to */
function askTemplate(view: GoalsView, ask: Ask, isFirst: boolean): TemplateResult {
  const { localize, tasks } = view;
  const isStopped = tasks.isStopped && isEmptyAsk(ask);
  return questionTemplate(
    {
      id: ask.id,
      words: ask.words,
      drawing: view.drawing(ask.id),
      hints: ask.hint === undefined ? [] : [ask.hint],
      error: isStopped
        ? localize.text(ask.kind === 'text' ? 'common.missing.item-text' : 'goal-tasks.missing')
        : undefined,
      kind: ask.kind === 'text' ? 'field' : 'radios',
      isRequired: false,
      stepId: isFirst ? stepId : undefined,
    },
    (describedBy) => {
      if (ask.kind === 'text') return textTemplate(view, ask, describedBy);
      return ask.kind === 'due' ? dueTemplate(view, ask) : optionsOf(view, ask);
    },
  );
}

/** What was entered for one ask, in words. */
function saidIn({ localize }: GoalsView, ask: Ask): Words {
  if (isEmptyAsk(ask)) return localize.text('goal-tasks.nothing-yet');
  if (ask.kind === 'text') return ownWords(ask.text);
  if (ask.kind === 'due') return localize.day(ask.due ?? '');
  return ask.options.find(({ key }) => key === ask.chosen)?.words ?? '';
}

/** Everything once more before it is given, each with a way back to where it was asked. */
function checkTemplate(view: GoalsView, back: Button): TemplateResult {
  const { localize, tasks } = view;
  const entries = tasks.pages.flatMap((page, step) =>
    page.asks.map((ask) => ({
      about: ask.words,
      given: saidIn(view, ask),
      change: {
        about: typeof ask.words === 'string' ? ask.words : '',
        go: () => {
          tasks.steps.change(step);
        },
        isDisabled: view.settings.isDisabled,
      },
    })),
  );
  return html`${reviewTemplate(localize, entries)}
  ${actionsTemplate([...(tasks.current?.finish() ?? []), back])}`;
}

/** What is asked on one screen, with where the person is; a single question needs no step. */
function pageTemplate(
  view: GoalsView,
  page: TaskPage,
  step: number,
  next: Button,
  back: Button,
): TemplateResult {
  const { localize, tasks } = view;
  const { pages, steps } = tasks;
  const asks = page.asks.map((ask, index) => askTemplate(view, ask, index === 0 && pages.length > 1));
  if (pages.length === 1) return html`${asks} ${actionsTemplate([{ ...next, look: 'main' }])}`;
  return stepTemplate(
    { localize, step, steps: pages.length, next, back: step > 0 && !steps.isReturning ? back : undefined },
    asks,
  );
}

/** The way on: to the next question, past this one, back to everything, or to the end. */
function nextButton({ localize, tasks }: GoalsView, page: TaskPage, task: Task): Button {
  const [finish] = task.finish();
  if (tasks.isLast && finish)
    return {
      ...finish,
      act: () => {
        tasks.finish(finish.act);
      },
    };
  const isSkipped = page.isNeeded !== true && page.asks.every(isEmptyAsk);
  const usual = isSkipped ? 'goals.do.skip' : 'common.step.next';
  return {
    words: localize.text(tasks.steps.isReturning ? 'goals.do.to-check' : usual),
    act: () => {
      tasks.next();
    },
  };
}

/** What is needed on this screen and was left empty. */
const stoppedHere = (view: GoalsView, page: TaskPage | undefined): TemplateResult | typeof nothing =>
  stoppedTemplate(
    view.localize,
    (view.tasks.isStopped ? (page?.asks ?? []) : []).filter(isEmptyAsk).map(({ id, words }) => ({
      ...{ id, words },
      go: () => {
        view.focusOn(`#${id} :is(textarea, input)`);
      },
    })),
  );

/** What a person is at, one thought a screen, with the way back to the list. */
export function taskTemplate(view: GoalsView, task: Task): TemplateResult {
  const { localize, tasks, acting } = view;
  const { page, isLast } = tasks;
  const { place } = tasks.steps;
  const isChecked = page === undefined || place === 'check';
  const isKept = task.edits[0]?.edit.isKeepingDrafts === true;
  const leave: Button = {
    words: localize.text(isKept ? 'goals.do.leave-kept' : 'goals.do.leave'),
    act: view.leaveTask,
    look: 'quiet',
  };
  const back: Button = {
    words: localize.text('common.step.back'),
    act: () => {
      tasks.steps.back();
    },
  };
  const delivery = acting.last?.edit.delivery;
  return html`
    ${headingTemplate(localize.text(isChecked ? 'goal-tasks.check' : task.title))}
    ${task.about === undefined ? nothing : html`<p class="about">${ownWords(task.about)}</p>`}
    ${stoppedHere(view, page)}
    ${
      isChecked
        ? checkTemplate(view, back)
        : pageTemplate(view, page, place.step, nextButton(view, page, task), back)
    }
    ${isLast && task.note ? html`<p class="hint">${localize.text(task.note)}</p>` : nothing}
    ${delivery?.state === 'failed' ? failureTemplate(localize, delivery) : nothing}
    ${actionsTemplate([leave])}
  `;
}
