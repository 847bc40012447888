import { goalIdentifierSystem } from '../../fhir/goal/goal-codes.js';
import { noGoal, type Goal } from '../../domain/goals/goal.js';
import type { Side } from '../../domain/side.js';
import type { GoalConflict } from '../../domain/goals/merge.js';
import { isGoal, readGoal } from '../../fhir/goal/goal-reader.js';
import { referenceIn, textIn, timeIn } from '../../fhir/loose.js';
import type { Parties } from '../../fhir/parties.js';
import type { Goal as GoalResource } from '../../fhir/resource.js';
import { readTold, veiled } from '../../fhir/told.js';
import type { RecordKind } from '../record/kind.js';
import type * as GoalWriting from './goal-writing.js';
import type { Later } from './later.js';
import type { RecordSender } from '../record/sender.js';
import type { RecordsController } from '../record/records-controller.js';

export type GoalKind = RecordKind<Goal, GoalResource, GoalConflict>;
export type GoalSender = RecordSender<Goal, GoalResource, GoalConflict>;
export type GoalsController = RecordsController<Goal, GoalResource, GoalConflict>;

/** Who looks, and who the two sides are. */
export interface GoalSides {
  /** Undefined for a reader. */
  readonly side: Side | undefined;
  readonly parties: Parties;
  readonly now: () => Date;
  /** What changes goals, loaded when it is first needed. */
  readonly writing: Later<typeof GoalWriting>;
}

/** What client and therapist work for, as a FHIR Goal; all of a person's, whatever the session. */
export function goalKind({ side, parties, now, writing }: GoalSides): GoalKind {
  return {
    name: 'goal',
    system: goalIdentifierSystem,
    type: 'Goal',
    keyed: ['subject'],
    writers: ['client', 'therapist'],
    start: { ...noGoal, proposedBy: side ?? noGoal.proposedBy },
    none: noGoal,
    outlasts: true,
    is: isGoal,
    read: (goal) => readGoal(goal, parties),
    prepare: () => writing.load(),
    write: (value, about, base) => writing.required.writeGoal(value, { ...about, by: side, parties }, base),
    same: (one, other) => writing.required.sameGoals(one, other),
    merge: (base, mine, theirs) => writing.required.mergeGoals(base, mine, theirs),
    resolve: (merged, conflict, choice) =>
      writing.required.resolveGoal(merged, conflict, choice, {
        side: side ?? 'client',
        at: now().toISOString(),
      }),
    stage: ({ lifecycleStatus }) => (lifecycleStatus === 'entered-in-error' ? 'withdrawn' : 'given'),
    about: (goal) => ({
      subject: referenceIn(goal.subject),
      at: [goal.statusDate, goal.startDate, goal.meta?.lastUpdated].flatMap((at) => timeIn(at) ?? [])[0],
      language: textIn(goal.language),
      told: readTold(goal),
    }),
    veil: veiled,
    list: ({ subject = '' }) => ({ subject }),
    derive: (goal, _value, about) => [writing.required.writeAuthorship(goal, about) ?? []].flat(),
  };
}
