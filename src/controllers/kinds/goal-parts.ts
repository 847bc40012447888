import { goalEntryIdentifierSystem, stepIdentifierSystem } from '../../fhir/goal/goal-codes.js';
import { chosenField } from '../../domain/fields.js';
import type { Told } from '../../domain/told.js';
import type { GoalEntry, Step } from '../../domain/goals/goal.js';
import type { Link } from '../../domain/link.js';
import { objectsIn, referenceIn, timeIn } from '../../fhir/loose.js';
import { isGoalEntry, readGoalEntry } from '../../fhir/observation/goal-entry-reader.js';
import type { Observation, Task } from '../../fhir/resource.js';
import { isStep, readStep } from '../../fhir/task/step-reader.js';
import { saysOfTask } from '../../fhir/task/task-reader.js';
import { readTold, veiled } from '../../fhir/told.js';
import type { RecordKind } from '../record/kind.js';
import type { RecordsController } from '../record/records-controller.js';
import type { GoalSides } from './goal.js';

/*
 * What hangs on a goal and is a record of its own: it only ever grows, is found by the person, and tells what its goal
 * tells.
 */

export type EntryKind = RecordKind<GoalEntry, Observation>;
export type EntriesController = RecordsController<GoalEntry, Observation>;
export type StepKind = RecordKind<Step, Task>;
export type StepsOfGoals = RecordsController<Step, Task>;

/** What the parts of goals need to know of what they hang on. */
export interface Hangs extends GoalSides {
  /** What a goal tells; undefined while it is not known here. */
  readonly toldOf: (goal: Link) => Told | undefined;
}

const noEntry: GoalEntry = { kind: 'why', goal: {}, words: '' };
const noStep: Step = { goal: {}, text: '', isDone: false };

const isTakenBack = ({ status }: { readonly status?: string | undefined }): boolean =>
  status === 'entered-in-error';

/** Ratings, setbacks, barriers and why a goal matters, as FHIR Observations. */
export function entryKind({ side, parties, toldOf, writing }: Hangs): EntryKind {
  return {
    name: 'goal-entry',
    system: goalEntryIdentifierSystem,
    type: 'Observation',
    keyed: ['subject'],
    writers: ['client', 'therapist'],
    start: noEntry,
    none: noEntry,
    is: isGoalEntry,
    read: (wire) => readGoalEntry(wire, parties) ?? noEntry,
    prepare: () => writing.load(),
    write: (value, about, base) =>
      writing.required.writeGoalEntry(
        value,
        { ...about, told: toldOf(value.goal) ?? about.told, by: side, parties },
        base,
      ),
    same: (one, other) => writing.required.sameEntries(one, other),
    merge: (base, mine, theirs) => writing.required.mergeEntries(base, mine, theirs),
    resolve: chosenField,
    stage: (wire) => (isTakenBack(wire) ? 'withdrawn' : 'given'),
    about: (wire) => ({
      subject: referenceIn(wire.subject),
      author: referenceIn(objectsIn(wire.performer)[0]),
      at: timeIn(wire.effectiveDateTime),
      told: readTold(wire),
    }),
    veil: veiled,
    list: ({ subject = '' }) => ({ subject }),
    derive: (wire, _value, about) => [writing.required.writeAuthorship(wire, about) ?? []].flat(),
  };
}

/** Small steps on the way to a goal, as FHIR Tasks. */
export function stepKind({ side, parties, toldOf, writing }: Hangs): StepKind {
  return {
    name: 'goal-step',
    system: stepIdentifierSystem,
    type: 'Task',
    keyed: ['subject'],
    writers: ['client', 'therapist'],
    start: noStep,
    none: noStep,
    outlasts: true,
    is: isStep,
    read: (wire) => readStep(wire, parties),
    prepare: () => writing.load(),
    write: (value, about, base) =>
      writing.required.writeStep(
        value,
        { ...about, told: toldOf(value.goal) ?? about.told, by: side, parties },
        base,
      ),
    same: (one, other) => writing.required.sameSteps(one, other),
    merge: (base, mine, theirs) => writing.required.mergeSteps(base, mine, theirs),
    resolve: chosenField,
    stage: (wire) => (isTakenBack(wire) ? 'withdrawn' : 'given'),
    about: saysOfTask,
    veil: veiled,
    list: ({ subject = '' }) => ({ subject }),
    derive: (wire, _value, about) => [writing.required.writeAuthorship(wire, about) ?? []].flat(),
  };
}
