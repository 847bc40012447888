import type { Task } from '../../../parts/task.js';
import type { EmpathyDesk, EmpathyTask } from '../empathy-desk.js';
import { confirmingTask, replyingTask } from './answering.js';
import { sharingTask } from './sharing.js';

/** What a person is at. */
export function makeTask(desk: EmpathyDesk, task: EmpathyTask): Task {
  switch (task.name) {
    case 'share':
      return sharingTask(desk, task.kind);
    case 'go-on':
      return sharingTask(desk, task.kept.moment.kind ?? 'missed', task.kept);
    case 'reply':
      return replyingTask(desk, task.drawn);
    case 'confirm':
      return confirmingTask(desk, task.drawn, task.outcome);
  }
}
