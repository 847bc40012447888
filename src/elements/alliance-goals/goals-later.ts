/*
 * What nobody needs before they do something or unfold a goal: loaded when they come to the widget.
 */

export { makeTask } from './controls/tasks.js';
export { insideTemplate } from './views/inside.js';
export { taskTemplate } from './views/task.js';
