/*
 * What nobody needs before they say something: loaded when they come to the widget.
 */

import { empathyTaskWords } from '../../i18n/words/empathy-tasks.js';
import { taskWords } from '../../i18n/words/tasks.js';

export * from '../../controllers/kinds/moment-writing.js';
export { openEdit } from '../../controllers/record/open-edit.js';
export { taskTemplate } from '../../parts/task-screen.js';
export { makeTask } from './controls/tasks.js';
export { EmpathyActing } from './empathy-acting.js';
export { momentConflictTemplate } from './views/conflict.js';

/** What is said there. */
export const words = [taskWords, empathyTaskWords];
