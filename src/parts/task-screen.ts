import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../controllers/widget/localize.js';
import { actionsTemplate, type Button } from './button.js';
import { optionsTemplate } from './option.js';
import { ownWords } from './own-words.js';
import { newsTemplate } from './news.js';
import { failureTemplate, stoppedTemplate } from './problem.js';
import { controlIn, questionTemplate, stepId, stepTemplate, wordsIdOf } from './question.js';
import { reviewTemplate } from './review.js';
import { headingTemplate } from './surface.js';
import {
  isEmptyAsk,
  type Ask,
  type ChoiceAsk,
  type Task,
  type TaskPage,
  type TaskView,
  type TextAsk,
} from './task.js';
import { textFieldTemplate } from './text-field.js';

function textTemplate(view: TaskView, ask: TextAsk, describedBy: string): TemplateResult {
  const { starts = [] } = ask;
  const type = (text: string): void => {
    ask.type(text);
    view.redraw();
  };
  return html`${textFieldTemplate({
    ...{ text: ask.text, labelledBy: wordsIdOf(ask.id), describedBy },
    ...{ isRequired: false, isInvalid: view.tasks.isStopped, isDisabled: view.settings.isDisabled },
    type,
    settle: () => undefined,
  })}
  ${actionsTemplate(
    starts.map(({ words, text }) => ({
      words,
      look: 'quiet',
      act: () => {
        type(text);
        view.focusOn(controlIn(ask.id));
      },
    })),
  )}`;
}

/** One of a few, as large rows. */
export const choiceTemplate = (
  view: Pick<TaskView, 'settings'>,
  ask: Pick<ChoiceAsk, 'id' | 'options' | 'chosen' | 'choose'>,
  describedBy = '',
): TemplateResult =>
  optionsTemplate(
    { name: ask.id, isMultiple: false, isDisabled: view.settings.isDisabled, describedBy },
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

/** @param heardIds ids of what else is heard where the focus comes to this */
function askTemplate(view: TaskView, ask: Ask, heardIds: string | undefined): TemplateResult {
  const { localize, tasks } = view;
  return questionTemplate(
    {
      id: ask.id,
      words: ask.words,
      drawing: view.drawing(ask.id),
      hints: ask.hints ?? [],
      error: tasks.isStopped
        ? localize.text(ask.kind === 'text' ? 'common.missing.item-text' : 'tasks.missing')
        : undefined,
      isOver: !isEmptyAsk(ask),
      kind: ask.kind === 'text' ? 'field' : 'radios',
      isRequired: false,
      heardIds,
    },
    (describedBy) => {
      if (ask.kind === 'text') return textTemplate(view, ask, describedBy);
      return ask.kind === 'own' ? ask.draw(view) : choiceTemplate(view, ask, describedBy);
    },
  );
}

/** What was entered for one ask, in words. */
function saidIn({ localize }: TaskView, ask: Ask): Words {
  if (isEmptyAsk(ask)) return localize.text('tasks.nothing-yet');
  if (ask.kind === 'text') return ownWords(ask.text);
  if (ask.kind === 'own') return ask.said;
  return ask.options.find(({ key }) => key === ask.chosen)?.words ?? '';
}

const aboutTemplate = ({ about }: Task) =>
  about === undefined ? nothing : html`<p class="about">${ownWords(about)}</p>`;

/**
 * Everything once more before it is given, each with a way back to where it was asked. What the other side will see is
 * heard with the title.
 */
function checkTemplate(view: TaskView, task: Task, back: Button): TemplateResult {
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
  // A single answer is shown by its preview alone
  const isSeen = task.preview !== undefined && entries.length === 1;
  return html`${newsTemplate(
    localize.text('tasks.check'),
    html`${aboutTemplate(task)} ${task.preview?.() ?? nothing}
    ${isSeen ? nothing : reviewTemplate(localize, entries)}`,
    task.preview ? 'preview previewed' : undefined,
  )}
  ${actionsTemplate([...task.finish(), back])}`;
}

/** What is asked on one screen, with where the person is; a single question needs no step. */
function pageTemplate(
  view: TaskView,
  page: TaskPage,
  step: number,
  next: Button,
  back: Button,
  hasNote: boolean,
): TemplateResult {
  const { localize, tasks } = view;
  const { pages, steps } = tasks;
  const heardIds = [pages.length > 1 && stepId, hasNote && 'note'].filter(Boolean).join(' ');
  const asks = page.asks.map((ask, index) => askTemplate(view, ask, index === 0 ? heardIds : undefined));
  if (pages.length === 1) return html`${asks} ${actionsTemplate([{ ...next, look: 'main' }])}`;
  return stepTemplate(
    { localize, step, steps: pages.length, next, back: step > 0 && !steps.isReturning ? back : undefined },
    asks,
  );
}

/** The way on: to the next question, past this one, back to everything, or to the end. */
function nextButton({ localize, tasks }: TaskView, page: TaskPage, task: Task): Button {
  const [finish] = task.finish();
  if (tasks.isLast && finish)
    return {
      ...finish,
      act: () => {
        tasks.finish(finish.act);
      },
    };
  const isSkipped = page.isNeeded !== true && page.asks.every(isEmptyAsk);
  const usual = isSkipped ? 'tasks.skip' : 'common.step.next';
  return {
    words: localize.text(tasks.steps.isReturning ? 'tasks.to-check' : usual),
    act: () => {
      tasks.next();
    },
  };
}

/** What is needed on this screen and was left empty. */
const stoppedHere = (view: TaskView, page: TaskPage | undefined): TemplateResult | typeof nothing =>
  stoppedTemplate(
    view.localize,
    (view.tasks.isStopped ? (page?.asks ?? []) : []).map((ask) => ({
      ...{ id: ask.id, words: ask.words, isOver: !isEmptyAsk(ask) },
      go: () => {
        view.focusOn(controlIn(ask.id));
      },
    })),
  );

/** What a person is at, one thought a screen, with the way back to where it was begun. */
export function taskTemplate(view: TaskView, task: Task): TemplateResult {
  const { localize, tasks, delivery } = view;
  const { page, isLast } = tasks;
  const { place } = tasks.steps;
  const isChecked = page === undefined || place === 'check';
  const isKept = task.edits[0]?.edit.isKeepingDrafts === true;
  const leave: Button = {
    words: localize.text(isKept ? 'tasks.leave-kept' : 'tasks.leave'),
    act: view.leaveTask,
    look: 'quiet',
  };
  const back: Button = {
    words: localize.text('common.step.back'),
    act: () => {
      tasks.steps.back();
    },
  };
  const note = isLast ? task.note : undefined;
  return html`
    ${
      isChecked
        ? checkTemplate(view, task, back)
        : html`${headingTemplate(task.title())} ${aboutTemplate(task)} ${stoppedHere(view, page)}
          ${pageTemplate(view, page, place.step, nextButton(view, page, task), back, note !== undefined)}`
    }
    ${note ? html`<p class="hint" id="note">${note()}</p>` : nothing} ${actionsTemplate([leave])}
    ${delivery?.state === 'failed' ? failureTemplate(localize, delivery) : nothing}
  `;
}
