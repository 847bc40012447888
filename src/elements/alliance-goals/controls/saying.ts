import { linkOfGoal, type DrawnGoal } from '../../../controllers/kinds/shared-goals.js';
import { carryOut, type GoalAct } from '../../../domain/goals/acts.js';
import { levels, type Goal, type Level, type Weight } from '../../../domain/goals/goal.js';
import { levelOf } from '../../../domain/goals/shared-goal.js';
import { isGiven, isOfTask, keptIn } from '../../../controllers/widget/tasks.js';
import type { GoalsDesk } from '../goals-desk.js';
import type { Task } from '../../../parts/task.js';
import { levelKey } from '../views/who.js';

/** One thing that is said to a goal, on one screen. */

const weights: readonly Weight[] = [0, 1, 2, 3];

/** A note for the next session. */
export function noteTask(desk: GoalsDesk, drawn: DrawnGoal): Task {
  const { localize, lists, side } = desk;
  const { goal } = drawn.shared;
  const sender = drawn.sender ?? lists.goals.edit(lists.goals.draftOf(drawn.wire) ?? drawn.wire);
  const { edit } = sender;
  const { base } = drawn;
  const known = new Set(goal.notes.map(({ id }) => id));
  const begun = edit.value.notes.find(({ id }) => id !== undefined && !known.has(id));
  const id = begun?.id ?? desk.newId();
  let words = begun?.words ?? '';
  const changed = (): Goal | undefined => {
    const outcome = carryOut(goal, { action: 'note', by: side, at: desk.at(), id, words });
    return 'refused' in outcome ? undefined : outcome.goal;
  };
  return {
    ...saying(desk, drawn, 'note'),
    pages: () => [
      {
        key: 'note',
        isNeeded: true,
        asks: [
          {
            ...{ kind: 'text', id: 'note', text: words, words: localize.text('goal-tasks.ask.note') },
            hints: [localize.text(`goal-tasks.ask.note-hint.${side}`)],
            type: (typed) => {
              words = typed;
              edit.change(changed() ?? goal, base);
            },
          },
        ],
      },
    ],
    finish: () => [
      save(desk, edit, async () => {
        const next = changed();
        if (next) {
          edit.change(next, base);
          await desk.acting.giveGoal({ ...drawn, sender }, next, 'note');
        }
        if (isGiven(edit.delivery)) desk.done(drawn.shared.id);
      }),
    ],
    edits: [keptIn(lists.goals, sender)],
  };
}

/** A small step. */
export function stepTask(desk: GoalsDesk, drawn: DrawnGoal): Task {
  const { localize, lists, side } = desk;
  const name = `step:${drawn.shared.id}`;
  const sender = lists.steps.edit(lists.steps.drafts.find(isOfTask(name)));
  const { edit } = sender;
  const type = (text: string): void => {
    edit.change({ goal: linkOfGoal(drawn.wire), by: side, at: desk.at(), text, isDone: false });
  };
  return {
    ...saying(desk, drawn, 'step'),
    name,
    pages: () => [
      {
        key: 'step',
        isNeeded: true,
        asks: [
          {
            ...{ kind: 'text', id: 'step', text: edit.value.text, type },
            words: localize.text('goal-tasks.ask.next-step'),
            hints: [localize.text('goal-tasks.ask.step-hint')],
          },
        ],
      },
    ],
    finish: () => [
      save(desk, edit, async () => {
        await desk.acting.giveStep(drawn, edit.value, undefined, sender);
        if (isGiven(edit.delivery)) desk.done(drawn.shared.id);
      }),
    ],
    edits: [keptIn(lists.steps, sender)],
  };
}

/** Where somebody sees the goal now, with the weights as they are. */
export function rateTask(desk: GoalsDesk, drawn: DrawnGoal): Task {
  const { localize, side } = desk;
  const { goal } = drawn.shared;
  const { importance, difficulty } = goal;
  let chosen: Level | undefined = levelOf(drawn.shared, side);
  return {
    ...saying(desk, drawn, 'rate'),
    pages: () => [
      {
        key: 'rate',
        isNeeded: true,
        asks: [
          {
            ...{ kind: 'choice', id: 'rate', chosen: chosen === undefined ? undefined : String(chosen) },
            words: localize.text(`goal-tasks.ask.rate.${side}`),
            options: levels.map((level) => ({
              key: String(level),
              words: goal.levels.get(level) ?? localize.text(levelKey(level, goal.baseline)),
              beside: goal.levels.has(level) ? localize.text(levelKey(level, goal.baseline)) : undefined,
            })),
            choose: (key) => {
              chosen = levels.find((level) => String(level) === key);
              desk.redraw();
            },
          },
        ],
      },
    ],
    finish: () => [
      save(desk, desk.acting.last?.edit, async () => {
        if (chosen === undefined) return;
        const at = desk.at();
        const rating = { kind: 'rating', goal: linkOfGoal(drawn.wire), by: side, at, level: chosen } as const;
        await desk.acting.giveEntry(drawn, { ...rating, importance, difficulty }, 'rate');
        if (desk.acting.last && isGiven(desk.acting.last.edit.delivery)) desk.done(drawn.shared.id);
      }),
    ],
  };
}

/** How important, and how hard. */
export function weighTask(desk: GoalsDesk, drawn: DrawnGoal): Task {
  const { localize } = desk;
  let { importance, difficulty } = drawn.shared.goal;
  const choice = (
    id: 'importance' | 'difficulty',
    chosen: Weight | undefined,
    choose: (weight: Weight | undefined) => void,
  ) => ({
    ...{ kind: 'choice' as const, id, chosen: chosen === undefined ? undefined : String(chosen) },
    words: localize.text(`goal-tasks.ask.${id}`),
    options: weights.map((weight) => ({
      key: String(weight),
      words: localize.text(`goal-tasks.${id}.${weight}`),
    })),
    choose: (key: string | undefined): void => {
      choose(weights.find((weight) => String(weight) === key));
      desk.redraw();
    },
  });
  return {
    ...saying(desk, drawn, 'weigh'),
    pages: () => [
      {
        key: 'importance',
        asks: [
          choice('importance', importance, (weight) => {
            importance = weight;
          }),
        ],
      },
      {
        key: 'difficulty',
        asks: [
          choice('difficulty', difficulty, (weight) => {
            difficulty = weight;
          }),
        ],
      },
    ],
    finish: () => [
      save(desk, desk.acting.last?.edit, async () => {
        const act: GoalAct = { action: 'weigh', by: desk.side, at: desk.at(), importance, difficulty };
        await desk.acting.toGoal(drawn, act);
        if (desk.acting.last && isGiven(desk.acting.last.edit.delivery)) desk.done(drawn.shared.id);
      }),
    ],
  };
}

const saying = ({ localize }: GoalsDesk, drawn: DrawnGoal, name: 'note' | 'step' | 'rate' | 'weigh') => ({
  ...{ name, about: drawn.shared.goal.text, edits: [] },
  title: () => localize.text(`goal-tasks.task.${name}`),
});

const save = (
  { localize }: GoalsDesk,
  edit: { readonly delivery: { readonly state: string } } | undefined,
  give: () => Promise<void>,
) => ({
  words: localize.text('goal-tasks.do.save'),
  act: () => void give(),
  look: 'main' as const,
  isBusy: edit?.delivery.state === 'sending',
});
