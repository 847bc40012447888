import type { Save } from '../../../context/store.js';
import { linkOfGoal, goalIdOf, type DrawnGoal } from '../../../controllers/kinds/shared-goals.js';
import { carryOut, type GoalAct } from '../../../domain/goals/acts.js';
import { refusalOf } from '../../../domain/goals/refusals.js';
import { withEntry } from '../../../domain/goals/shared-goal.js';
import type { Next, Setback } from '../../../domain/goals/goal.js';
import { isGiven, isOfTask, keptIn } from '../../../controllers/widget/tasks.js';
import type { GoalsDesk } from '../goals-desk.js';
import type { Task, TaskPage, TextAsk } from '../../../parts/task.js';

const nexts: readonly Next[] = ['go-on', 'smaller', 'pause', 'change', 'later'];

/** Something got in the way: what happened, what was tried, what would help, and how to go on. */
export function setbackTask(desk: GoalsDesk, drawn: DrawnGoal): Task {
  const { localize, lists, side } = desk;
  const { goal } = drawn.shared;
  const name = `setback:${drawn.shared.id}`;
  const sender = lists.entries.edit(lists.entries.drafts.find(isOfTask(name)));
  const { edit } = sender;
  let setback: Setback =
    edit.value.kind === 'setback'
      ? edit.value
      : { kind: 'setback', goal: linkOfGoal(drawn.wire), by: side, happened: '' };
  let words = goal.text;
  const change = (part: Partial<Setback>): void => {
    setback = { ...setback, ...part, at: desk.at() };
    edit.change(setback);
  };
  const text = (id: 'happened' | 'tried' | 'wouldHelp'): TextAsk => ({
    ...{ kind: 'text', id, text: setback[id] ?? '' },
    words: localize.text(`goal-tasks.setback.${id}`),
    hints: id === 'happened' ? [localize.text('goal-tasks.setback.kind-words')] : [],
    type: (typed) => {
      change({ [id]: typed });
    },
  });
  const allowed = nexts.filter((next) => next !== 'pause' || !refusalOf(goal, 'hold', side));
  const isOther = (): boolean => setback.next === 'smaller' || setback.next === 'change';
  const pages = (): readonly TaskPage[] => [
    { key: 'happened', isNeeded: true, asks: [text('happened')] },
    { key: 'tried', asks: [text('tried')] },
    { key: 'wouldHelp', asks: [text('wouldHelp')] },
    {
      key: 'next',
      asks: [
        {
          ...{ kind: 'choice', id: 'next', chosen: setback.next },
          words: localize.text('goal-tasks.setback.next'),
          options: allowed.map((key) => ({ key, words: localize.text(`goal-tasks.setback.${key}`) })),
          choose: (next) => {
            change({ next: next as Next | undefined });
            desk.redraw();
          },
        },
      ],
    },
    ...(isOther()
      ? [
          {
            key: 'words',
            asks: [
              {
                ...{ kind: 'text' as const, id: 'words', text: words },
                words: localize.text(
                  `goal-tasks.setback.words-${setback.next === 'smaller' ? 'smaller' : 'change'}`,
                ),
                hints: [localize.text(`goal-tasks.task.ask-note.${side}`)],
                type: (typed: string) => {
                  words = typed;
                },
              },
            ],
          },
        ]
      : []),
  ];
  /** What the person wants beside it: a pause holds at once, other words are proposed. */
  const wanted = (): GoalAct | undefined => {
    const by = { by: side, at: desk.at() };
    if (setback.next === 'pause') return { action: 'hold', ...by };
    return isOther() && words.trim() !== goal.text.trim()
      ? { action: 'edit', ...by, terms: { text: words } }
      : undefined;
  };
  const send = async (): Promise<void> => {
    change({});
    const act = wanted();
    const outcome = act && carryOut(goal, act);
    const resource = edit.toResource();
    if (outcome && 'goal' in outcome) {
      const also: readonly Save[] = [{ resource }];
      const shared = withEntry(drawn.shared, { ...setback, id: goalIdOf(resource) });
      await desk.acting.giveGoal({ ...drawn, shared }, outcome.goal, 'setback', also);
      if (!isGiven(desk.acting.last?.edit.delivery ?? { state: 'idle' })) return;
      void edit.dropDraft();
    } else {
      await desk.acting.giveEntry(drawn, setback, 'setback', sender);
      if (!isGiven(edit.delivery)) return;
    }
    desk.done(drawn.shared.id);
  };
  return {
    name,
    title: () => localize.text('goal-tasks.task.setback'),
    about: goal.text,
    pages,
    finish: () => [
      {
        words: localize.text('goal-tasks.do.save'),
        act: () => void send(),
        look: 'main',
        isBusy: desk.acting.last?.edit.delivery.state === 'sending',
      },
    ],
    edits: [keptIn(lists.entries, sender)],
  };
}
