import { goalSystems } from '../goal/goal-codes.js';
import type { Step } from '../../domain/goals/goal.js';
import { sideOf, type Parties } from '../goal/parties.js';
import { isObject, objectsIn, textIn } from '../loose.js';
import { linkIn } from '../observation/goal-entry-reader.js';
import type { Task } from '../resource.js';

/** Whether a Task is a step on the way to a goal; those of other systems hang on other things. */
export function isStep(resource: unknown): resource is Task {
  if (!isObject(resource) || resource['resourceType'] !== 'Task') return false;
  const codes = isObject(resource['code']) ? objectsIn(resource['code']['coding']) : [];
  return codes.some(({ system, code }) => system === goalSystems.task && code === 'step');
}

export function readStep(task: Task, parties: Parties): Step {
  const requester = isObject(task.requester) ? textIn(task.requester['reference']) : undefined;
  return {
    goal: linkIn(task.focus),
    by: sideOf(requester, parties),
    at: textIn(task.authoredOn),
    text: textIn(task.description) ?? '',
    isDone: task.status === 'completed',
  };
}
