import type { Step } from '../../domain/goals/goal.js';
import { linkIn } from '../link.js';
import { referenceIn, textIn, timeIn } from '../loose.js';
import { sideOf, type Parties } from '../parties.js';
import type { Task } from '../resource.js';
import { isTaskOf } from './task-reader.js';

/** Whether a Task is a step on the way to a goal. */
export const isStep = (resource: unknown): resource is Task => isTaskOf('step', resource);

export function readStep(task: Task, parties: Parties): Step {
  const requester = referenceIn(task.requester);
  return {
    goal: linkIn(task.focus),
    by: sideOf(requester, parties),
    at: timeIn(task.authoredOn),
    text: textIn(task.description) ?? '',
    isDone: task.status === 'completed',
  };
}
