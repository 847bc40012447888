import type { DrawnGoal, GoalLists } from '../../controllers/kinds/shared-goals.js';
import { isOfTask } from '../../controllers/widget/tasks.js';
import type { TaskName } from './goals-desk.js';

const names: readonly TaskName[] = ['ask', 'edit', 'note', 'setback', 'step'];

/** What a person began at a goal and has not sent: with which task they go on, and the way out. */
export function begunIn(
  { goals, entries, steps }: GoalLists,
  { id, wire }: Pick<DrawnGoal, 'wire'> & { readonly id: string },
): { readonly name: TaskName; readonly drop: () => Promise<void> } | undefined {
  const own = goals.draftOf(wire);
  const isOf = (name: TaskName) => isOfTask(`${name}:${id}`);
  const [found] = [
    ...(own ? [{ draft: own, list: goals }] : []),
    ...entries.drafts.filter(isOf('setback')).map((draft) => ({ draft, list: entries })),
    ...steps.drafts.filter(isOf('step')).map((draft) => ({ draft, list: steps })),
  ];
  const name = names.find((one) => one === found?.draft.position?.split(/[:#]/)[0]);
  return found && name && { name, drop: () => found.list.kept.remove(found.draft) };
}
