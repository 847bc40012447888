import type { DrawnGoal } from '../../../controllers/kinds/shared-goals.js';
import type { Task } from '../../../parts/task.js';
import type { GoalsDesk, TaskName } from '../goals-desk.js';
import { addingTask } from './adding.js';
import { noteTask, rateTask, stepTask, weighTask } from './saying.js';
import { setbackTask } from './setback.js';
import { termsTask } from './terms.js';

const ofGoal: Readonly<Record<Exclude<TaskName, 'add'>, (desk: GoalsDesk, drawn: DrawnGoal) => Task>> = {
  edit: (desk, drawn) => termsTask(desk, drawn, 'edit'),
  ask: (desk, drawn) => termsTask(desk, drawn, 'ask'),
  setback: setbackTask,
  note: noteTask,
  step: stepTask,
  rate: rateTask,
  weigh: weighTask,
};

/**
 * What a person is at.
 * @param drawn the goal that it is about; to add one, an idea to go on with
 */
export function makeTask(desk: GoalsDesk, name: TaskName, drawn: DrawnGoal | undefined): Task {
  if (name === 'add') return addingTask(desk, drawn);
  if (!drawn) throw new Error(`"${name}" is about a goal, and there is none.`);
  return ofGoal[name](desk, drawn);
}
