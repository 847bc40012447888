import type { LocalizeController } from '../../controllers/widget/localize.js';
import type { GoalLists, SharedGoals } from '../../controllers/kinds/shared-goals.js';
import type { Side } from '../../domain/side.js';
import type { GoalKey } from '../../i18n/words/goals.js';
import type { GoalsActing } from './goals-acting.js';

/** What a person's task works with. */
export interface GoalsDesk {
  readonly localize: LocalizeController<GoalKey>;
  readonly side: Side;
  readonly isEasy: boolean;
  readonly lists: GoalLists;
  readonly board: SharedGoals;
  readonly acting: GoalsActing;
  /** ISO 8601 instant. */
  readonly at: () => string;
  readonly newId: () => string;
  readonly redraw: () => void;
  /** The task is over: the list is shown again, with the focus on the goal. */
  readonly done: (id?: string) => void;
}

/** What a person can be at. */
export type TaskName = 'add' | 'edit' | 'ask' | 'setback' | 'note' | 'step' | 'rate' | 'weigh';
