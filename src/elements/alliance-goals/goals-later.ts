/*
 * What nobody needs before they do something or unfold a goal: loaded when they come to the widget, or when something
 * waits for them to decide.
 */

import { goalTaskWords } from '../../i18n/words/goal-tasks.js';
import { taskWords } from '../../i18n/words/tasks.js';

export * from '../../controllers/kinds/goal-writing.js';
export { openEdit } from '../../controllers/record/open-edit.js';
export { GoalsActing } from './goals-acting.js';
export { makeTask } from './controls/tasks.js';
export { goalConflictTemplate } from './views/conflict.js';
export { insideTemplate } from './views/inside.js';
export { taskTemplate } from '../../parts/task-screen.js';

/** What is said there. */
export const words = [taskWords, goalTaskWords];
