import type { DrawnGoal, GoalLists } from '../../controllers/kinds/shared-goals.js';
import { noteTask, stepTask } from './controls/saying.js';
import { setbackTask } from './controls/setback.js';
import { termsTask } from './controls/terms.js';
import type { MakeTask } from './goals-task.js';

/** Which task a draft is gone on with, by the name that stands in its position. */
function taskOf(name: string, drawn: DrawnGoal): MakeTask | undefined {
  if (name === 'ask' || name === 'edit') return (desk) => termsTask(desk, drawn, name);
  if (name === 'note') return (desk) => noteTask(desk, drawn);
  if (name.startsWith('setback')) return (desk) => setbackTask(desk, drawn);
  return name.startsWith('step') ? (desk) => stepTask(desk, drawn) : undefined;
}

/** What a person began at a goal and has not sent, with the way on and the way out. */
export function begunIn(
  { goals, entries, steps }: GoalLists,
  drawn: DrawnGoal,
  begin: (make: MakeTask) => void,
): { readonly goOn: () => void; readonly drop: () => void } | undefined {
  const { id } = drawn.shared;
  const own = goals.draftOf(drawn.wire);
  const isOf = (name: string) => (draft: { readonly position?: string | undefined }) =>
    draft.position?.startsWith(`${name}:${id}#`) === true;
  const found = [
    ...(own ? [{ draft: own, list: goals }] : []),
    ...entries.drafts.filter(isOf('setback')).map((draft) => ({ draft, list: entries })),
    ...steps.drafts.filter(isOf('step')).map((draft) => ({ draft, list: steps })),
  ][0];
  if (!found) return undefined;
  const { draft, list } = found;
  const make = taskOf((draft.position ?? '').replace(/#\d+$/, ''), drawn);
  return {
    goOn: () => {
      if (make) begin(make);
    },
    drop: () => void list.kept.remove(draft),
  };
}
