import type { Delivery } from '../../controllers/record/delivery.js';
import type { LocalizeController } from '../../controllers/widget/localize.js';
import type { GoalLists, SharedGoals } from '../../controllers/kinds/shared-goals.js';
import type { Conflict } from '../../domain/record.js';
import type { Side } from '../../domain/side.js';
import type { Resource } from '../../fhir/resource.js';
import type { RecordSender } from '../../controllers/record/sender.js';
import type { RecordsController } from '../../controllers/record/records-controller.js';
import type { GoalKey } from '../../i18n/words/goals.js';
import type { GoalsActing } from './goals-acting.js';
import type { Kept } from './goals-task.js';

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

/** An edit that a task changes, and how the task leaves it. */
export const keptIn = <Value, Wire extends Resource, Contradiction extends Conflict>(
  list: RecordsController<Value, Wire, Contradiction>,
  sender: RecordSender<Value, Wire, Contradiction>,
): Kept => ({ edit: sender.edit, close: () => list.close(sender) });

/** Whether an act got somewhere: with a failure or a conflict its task stays. */
export const isGiven = ({ state }: Delivery): boolean =>
  ['saved', 'sent', 'queued', 'handed-over', 'taken-back'].includes(state);
