import { carryOut } from '../../../domain/goals/acts.js';
import { mergeGoals } from '../../../domain/goals/merge.js';
import { termsWith } from '../../../domain/goals/terms.js';
import type { DrawnGoal } from '../../../controllers/kinds/shared-goals.js';
import type { Goal, LevelTexts } from '../../../domain/goals/goal.js';
import { isGiven, keptIn } from '../../../controllers/widget/tasks.js';
import type { GoalsDesk } from '../goals-desk.js';
import type { Task, TaskPage } from '../../../parts/task.js';
import { dueAsk } from './due.js';
import { levelPages } from './levels.js';

/** The goal with the terms that somebody wants: those of their own proposal, where there is one. */
interface Wanted {
  readonly text: string;
  readonly levels: LevelTexts;
  readonly due: string | undefined;
}

function wantedIn(goal: Goal, { side }: GoalsDesk): Wanted {
  const own = goal.changes[side];
  const { text, levels, due } = own ? termsWith(goal, own) : goal;
  return { text, levels, due };
}

/**
 * Other words for a goal: changed at once where nobody has agreed yet, else proposed to the other side.
 * @param as `ask`: instead of a yes to what the other side proposes
 */
export function termsTask(desk: GoalsDesk, drawn: DrawnGoal, as: 'edit' | 'ask'): Task {
  const { localize, lists, side } = desk;
  const sender = drawn.sender ?? lists.goals.edit(lists.goals.draftOf(drawn.wire) ?? drawn.wire);
  const { edit } = sender;
  const { base } = drawn;
  const { goal } = drawn.shared;
  // What was begun goes on with the goal as it is on the screen
  const begun = edit.base ? mergeGoals(edit.valueIn(edit.base), edit.value, goal).value : edit.value;
  let wanted = wantedIn(begun, desk);
  let helps = begun.helps ?? '';
  const changed = (): Goal | undefined => {
    const by = { by: side, at: desk.at() };
    const { baseline } = goal;
    const outcome = carryOut(
      goal,
      as === 'ask'
        ? { action: 'ask', ...by, change: wanted }
        : { action: 'edit', ...by, terms: { ...wanted, baseline, helps } },
    );
    return 'refused' in outcome ? undefined : outcome.goal;
  };
  const want = (part: Partial<Wanted>): void => {
    wanted = { ...wanted, ...part };
    edit.change(changed() ?? goal, base);
  };
  const pages = (): readonly TaskPage[] => [
    {
      key: 'text',
      isNeeded: true,
      asks: [
        {
          ...{ kind: 'text', id: 'text', text: wanted.text },
          words: localize.text(`goal-tasks.ask.${as === 'ask' ? 'other-words' : 'words'}`),
          type: (text) => {
            want({ text });
          },
        },
      ],
    },
    ...levelPages(desk, {
      texts: wanted.levels,
      baseline: goal.baseline,
      change: (levels) => {
        want({ levels });
      },
    }),
    {
      key: 'due',
      asks: [
        dueAsk(desk, wanted.due, (due) => {
          want({ due });
        }),
      ],
    },
    ...(as === 'ask' ? [] : [helpsPage()]),
  ];
  const helpsPage = (): TaskPage => ({
    key: 'helps',
    asks: [
      {
        ...{ kind: 'text', id: 'helps', text: helps },
        words: localize.text('goal-tasks.ask.helps'),
        type: (text) => {
          helps = text;
          want({});
        },
      },
    ],
  });
  const isAsking = as === 'ask' || goal.state === 'agreed' || goal.state === 'on-hold';
  const finish = (): void => {
    const next = changed();
    if (!next) return;
    edit.change(next, base);
    void desk.acting.giveGoal({ ...drawn, sender }, next, as).then(() => {
      if (isGiven(edit.delivery)) desk.done(drawn.shared.id);
    });
  };
  return {
    name: as,
    title: () => localize.text(isAsking ? 'goal-tasks.task.ask' : 'goal-tasks.task.edit'),
    about: goal.text,
    note: isAsking ? () => localize.text(`goal-tasks.task.ask-note.${side}`) : undefined,
    isChecked: false,
    pages,
    finish: () => [
      {
        words: localize.text(isAsking ? `goal-tasks.do.ask.${side}` : 'goal-tasks.do.save'),
        act: finish,
        look: 'main',
        isBusy: edit.delivery.state === 'sending',
        isDisabled: changed() === undefined,
      },
    ],
    edits: [keptIn(lists.goals, sender)],
  };
}
