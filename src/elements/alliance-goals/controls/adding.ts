import { carryOut } from '../../../domain/goals/acts.js';
import { goalIdOf, linkOfGoal, type DrawnGoal } from '../../../controllers/kinds/shared-goals.js';
import type { Draft } from '../../../context/drafts.js';
import type { Goal } from '../../../domain/goals/goal.js';
import { withEntry, withStep } from '../../../domain/goals/shared-goal.js';
import type { Button } from '../../../parts/button.js';
import { isGiven, keptIn } from '../../../controllers/widget/tasks.js';
import type { GoalsDesk } from '../goals-desk.js';
import type { Task, TaskPage, TextAsk } from '../../../parts/task.js';
import { dueAsk } from './due.js';
import { levelPages } from './levels.js';

/**
 * A goal in words, one thought a screen; all but the first can be left out.
 * @param idea what was kept before, to go on with
 */
export function addingTask(desk: GoalsDesk, idea?: DrawnGoal): Task {
  const { localize, lists, side } = desk;
  const goal = lists.goals.edit(idea?.draft);
  const why = lists.entries.edit(draftOf(lists.entries, idea?.shared.why?.id));
  const step = lists.steps.edit(draftOf(lists.steps, idea?.shared.steps[0]?.id));
  const link = linkOfGoal(goal.edit.toResource());
  const change = (part: Partial<Goal>): void => {
    goal.edit.change({ ...goal.edit.value, ...part });
  };
  const text = (
    id: string,
    key: 'what' | 'why' | 'step' | 'helps',
    ask: Pick<TextAsk, 'text' | 'type'>,
  ): TextAsk => ({
    kind: 'text',
    id,
    words: localize.text(`goal-tasks.ask.${key}`),
    hints: [localize.text(`goal-tasks.ask.${key}-hint`)],
    ...ask,
  });
  const whyWords = (): string => (why.edit.value.kind === 'why' ? why.edit.value.words : '');
  const pages = (): readonly TaskPage[] => {
    const { value } = goal.edit;
    return [
      {
        key: 'what',
        isNeeded: true,
        asks: [
          text('what', 'what', {
            text: value.text,
            type: (typed) => {
              change({ text: typed });
            },
          }),
        ],
      },
      {
        key: 'why',
        asks: [
          text('why', 'why', {
            text: whyWords(),
            type: (words) => {
              why.edit.change({ kind: 'why', goal: link, by: side, at: desk.at(), words });
            },
          }),
        ],
      },
      ...levelPages(desk, {
        texts: value.levels,
        baseline: value.baseline,
        change: (levels) => {
          change({ levels });
        },
      }),
      {
        key: 'due',
        asks: [
          dueAsk(desk, value.due, (due) => {
            change({ due });
          }),
        ],
      },
      {
        key: 'step',
        asks: [
          text('step', 'step', {
            text: step.edit.value.text,
            type: (typed) => {
              step.edit.change({ goal: link, by: side, at: desk.at(), text: typed, isDone: false });
            },
          }),
        ],
      },
      {
        key: 'helps',
        asks: [
          text('helps', 'helps', {
            text: value.helps ?? '',
            type: (helps) => {
              change({ helps });
            },
          }),
        ],
      },
    ];
  };
  const propose = (): void => {
    const outcome = carryOut(goal.edit.value, { action: 'propose', by: side, at: desk.at() });
    if ('refused' in outcome) return;
    let { shared } = desk.board.fresh(goal);
    const also = [];
    if (whyWords().trim() !== '') {
      const resource = why.edit.toResource();
      also.push({ resource });
      shared = withEntry(shared, { ...why.edit.value, id: goalIdOf(resource) });
    }
    if (step.edit.value.text.trim() !== '') {
      const resource = step.edit.toResource();
      also.push({ resource });
      shared = withStep(shared, { ...step.edit.value, id: goalIdOf(resource) });
    }
    void desk.acting
      .giveGoal({ ...desk.board.fresh(goal), shared }, outcome.goal, 'propose', also)
      .then(() => {
        if (!isGiven(goal.edit.delivery)) return;
        for (const { edit } of [why, step]) void edit.dropDraft();
        desk.done(shared.id);
      });
  };
  const finish = (): readonly Button[] => [
    {
      words: localize.text(`goal-tasks.do.propose.${side}`),
      act: propose,
      look: 'main',
      isBusy: goal.edit.delivery.state === 'sending',
    },
    {
      words: localize.text('goal-tasks.do.keep-idea'),
      act: () => {
        desk.done();
      },
    },
  ];
  return {
    name: 'add',
    title: () => localize.text('goal-tasks.task.add'),
    isChecked: true,
    pages,
    finish,
    edits: [keptIn(lists.goals, goal), keptIn(lists.entries, why), keptIn(lists.steps, step)],
  };
}

/** The draft of what hangs on an idea. */
const draftOf = (
  { drafts }: { readonly drafts: readonly Draft[] },
  id: string | undefined,
): Draft | undefined =>
  id === undefined ? undefined : drafts.find(({ resource }) => goalIdOf(resource) === id);
