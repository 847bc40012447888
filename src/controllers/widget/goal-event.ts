import type { PlainGoal } from '../../domain/goals/plain.js';
import type { Resource } from '../../fhir/resource.js';
import { AllianceActEvent } from './events.js';

/** What a person does to a goal, or to what hangs on it. */
export type GoalAction =
  | 'propose'
  | 'accept'
  | 'decline'
  | 'ask'
  | 'edit'
  | 'rate'
  | 'weigh'
  | 'step'
  | 'setback'
  | 'note'
  | 'hold'
  | 'resume'
  | 'reach'
  | 'let-go'
  | 'reopen'
  | 'withdraw';

/** Something is about to be done to a goal. */
export class AllianceGoalEvent extends AllianceActEvent {
  constructor(
    resource: Resource,
    resources: readonly Resource[],
    readonly action: GoalAction,
    /** As it is after the act. */
    readonly goal: PlainGoal,
  ) {
    super('alliance-goal', resource, resources);
  }
}

declare global {
  interface HTMLElementEventMap {
    'alliance-goal': AllianceGoalEvent;
  }
}
