import type { Told } from '../../domain/told.js';
import { isObject, objectsIn, referenceIn, timeIn } from '../loose.js';
import type { Task } from '../resource.js';
import { readTold } from '../told.js';

/** Ours: what two people plan to do. */
export const taskSystem = 'https://alliance-elements.org/fhir/CodeSystem/alliance-task';

/** A small step on the way to a goal; something to bring up next time. */
export type TaskCode = 'step' | 'raise';

/** Whether a Task is one of ours with this code; those of other systems hang on other things. */
export function isTaskOf(code: TaskCode, resource: unknown): resource is Task {
  if (!isObject(resource) || resource['resourceType'] !== 'Task') return false;
  const codes = isObject(resource['code']) ? objectsIn(resource['code']['coding']) : [];
  return codes.some((one) => one['system'] === taskSystem && one['code'] === code);
}

/** What a Task says of itself. */
export const saysOfTask = (
  task: Task,
): { subject: string | undefined; at: string | undefined; told: Told } => ({
  subject: referenceIn(task.for),
  at: timeIn(task.lastModified) ?? timeIn(task.authoredOn),
  told: readTold(task),
});
