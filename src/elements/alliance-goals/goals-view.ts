import type { DrawnGoal, SharedGoals } from '../../controllers/kinds/shared-goals.js';
import type { Aids } from '../../controllers/widget/aids.js';
import type { LateActing } from '../../controllers/widget/late-acting.js';
import type { LocalizeController } from '../../controllers/widget/localize.js';
import type { Listed } from '../../controllers/widget/list-order.js';
import type { Settings } from '../../controllers/widget/settings.js';
import type { Tasks } from '../../controllers/widget/tasks.js';
import type { Side } from '../../domain/side.js';
import type { GoalGroup } from '../../domain/goals/shared-goal.js';
import type { GoalRefusal } from '../../domain/goals/refusals.js';
import type { Told, Viewer } from '../../domain/told.js';
import type { GoalKey } from '../../i18n/words/goals.js';
import type { Asked } from '../../controllers/record/delivery.js';
import type { Task, TaskPage, TaskView } from '../../parts/task.js';
import type { GoalsActing } from './goals-acting.js';
import type { GoalsListing } from './goals-listing.js';
import type { TaskName } from './goals-desk.js';
import type * as Later from './goals-later.js';

/** One group of goals. */
export type ListedGoals = Listed<DrawnGoal, GoalGroup>;

/** What a person is at. */
export type GoalsTasks = Tasks<Task, TaskPage, typeof Later>;

/** What the views of the goals draw from, and what a person can do there. */
export interface GoalsView extends TaskView {
  readonly localize: LocalizeController<GoalKey>;
  readonly settings: Settings;
  readonly viewer: Viewer;
  /** Undefined for a reader. */
  readonly side: Side | undefined;
  readonly listing: GoalsListing;
  readonly ideas: readonly DrawnGoal[];
  readonly board: Pick<SharedGoals, 'all' | 'at' | 'failedOf'>;
  readonly acts: LateActing<GoalsActing, typeof Later>;
  readonly tasks: GoalsTasks;
  /** What could not be done just now, where it was tried. */
  readonly refused: { readonly id: string; readonly refused: GoalRefusal } | undefined;
  /** Ideas are there after a reload. */
  readonly isKeeping: boolean;
  readonly hasHidden: boolean;
  /** What could not be looked for, or not be loaded to go on. */
  readonly notice: 'load' | 'not-loaded' | undefined;
  readonly isLoading: boolean;
  at(): string;
  /** What is loaded when the person comes to the widget; undefined until it is here. */
  readonly later: typeof Later | undefined;
  /** Begins what a person wants to say, to a goal or with a new one. */
  begin(name: TaskName, drawn?: DrawnGoal): void;
  /** Ends a contradiction as the person chose. */
  settle(sender: Asked, choice: 'mine' | 'theirs' | 'both', id: string | undefined): void;
  dropIdea(idea: DrawnGoal): void;
  readonly toldOf: (drawn: DrawnGoal) => Told;
  /** What the person began to change of a goal and has not sent. */
  readonly begun: (
    drawn: DrawnGoal,
  ) => { readonly name: TaskName; readonly drop: () => Promise<void> } | undefined;
  readonly aids: Aids;
}
