import type { Raise } from '../../domain/empathy/moment.js';
import { linkIn } from '../link.js';
import { referenceIn, timeIn } from '../loose.js';
import { sideOf, type Parties } from '../parties.js';
import type { Task } from '../resource.js';
import { isTaskOf } from './task-reader.js';

/** Whether a Task is to bring something up next time. */
export const isRaise = (resource: unknown): resource is Task => isTaskOf('raise', resource);

export function readRaise(task: Task, parties: Parties): Raise {
  const author = referenceIn(task.requester);
  return {
    moment: linkIn(task.focus),
    ...{ by: sideOf(author, parties), author, at: timeIn(task.authoredOn) },
    isDone: task.status === 'completed',
  };
}
