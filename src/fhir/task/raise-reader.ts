import type { Raise } from '../../domain/empathy/moment.js';
import { linkIn } from '../link.js';
import { isObject, textIn } from '../loose.js';
import { sideOf, type Parties } from '../parties.js';
import type { Task } from '../resource.js';
import { isTaskOf } from './task-reader.js';

/** Whether a Task is to bring something up next time. */
export const isRaise = (resource: unknown): resource is Task => isTaskOf('raise', resource);

export function readRaise(task: Task, parties: Parties): Raise {
  const author = isObject(task.requester) ? textIn(task.requester['reference']) : undefined;
  return {
    moment: linkIn(task.focus),
    ...{ by: sideOf(author, parties), author, at: textIn(task.authoredOn) },
    isDone: task.status === 'completed',
  };
}
