import type { Raise, ThreadEntry } from '../../domain/empathy/moment.js';
import { chosenField } from '../../domain/fields.js';
import type { Link } from '../../domain/link.js';
import type { Told } from '../../domain/told.js';
import { categoryConcept } from '../../fhir/communication/category.js';
import {
  momentEntryIdentifierSystem,
  momentIdentifierSystem,
} from '../../fhir/communication/moment-codes.js';
import { stageOf } from '../../fhir/communication/said.js';
import { isThreadEntry, readThreadEntry } from '../../fhir/communication/thread-reader.js';
import type { Communication, Task } from '../../fhir/resource.js';
import { isRaise, readRaise } from '../../fhir/task/raise-reader.js';
import { saysOfTask } from '../../fhir/task/task-reader.js';
import { veiled } from '../../fhir/told.js';
import type { RecordKind } from '../record/kind.js';
import type { RecordsController } from '../record/records-controller.js';
import { saysOf, type MomentSides } from './moment.js';

/*
 * What hangs on a moment and is a record of its own: it only ever grows, is found by the person, and tells what its moment
 * tells.
 */

export type ThreadKind = RecordKind<ThreadEntry, Communication>;
export type ThreadsController = RecordsController<ThreadEntry, Communication>;
export type RaiseKind = RecordKind<Raise, Task>;
export type RaisesController = RecordsController<Raise, Task>;

/** What the parts of moments need to know of what they hang on. */
export interface HangsOnMoments extends MomentSides {
  /** What a moment tells; undefined while it is not known here. */
  readonly toldOf: (moment: Link) => Told | undefined;
}

const noEntry: ThreadEntry = { kind: 'reply', moment: {}, words: '' };
const noRaise: Raise = { moment: {}, isDone: false };

/** Readings, answers and confirmations, as FHIR Communications in response to a moment. */
export function threadKind({ side, parties, recipients, toldOf, writing }: HangsOnMoments): ThreadKind {
  return {
    name: 'moment-entry',
    system: momentEntryIdentifierSystem,
    type: 'Communication',
    keyed: ['subject'],
    writers: ['client', 'therapist'],
    start: noEntry,
    none: noEntry,
    is: isThreadEntry,
    read: (wire) => readThreadEntry(wire, parties),
    prepare: () => writing.load(),
    write: (value, about, base) =>
      writing.required.writeThreadEntry(
        value,
        { ...about, told: toldOf(value.moment) ?? about.told, by: side, parties, recipients },
        base,
      ),
    same: (one, other) => writing.required.sameEntries(one, other),
    merge: (base, mine, theirs) => writing.required.mergeEntries(base, mine, theirs),
    resolve: chosenField,
    stage: stageOf,
    about: saysOf,
    // Another system's is known again by what it answers, which the veil leaves out
    veil: (wire) => ({ ...veiled(wire), category: [wire.category ?? [], categoryConcept('reply')].flat() }),
    list: ({ subject = '' }) => ({ subject }),
    derive: (wire, _value, about) => [writing.required.writeAuthorship(wire, about) ?? []].flat(),
  };
}

/** What is to be brought up next time, as FHIR Tasks. */
export function raiseKind({ side, parties, toldOf, writing }: HangsOnMoments): RaiseKind {
  return {
    name: 'moment-raise',
    system: momentIdentifierSystem,
    type: 'Task',
    keyed: ['subject'],
    writers: ['client', 'therapist'],
    start: noRaise,
    none: noRaise,
    is: isRaise,
    read: (wire) => readRaise(wire, parties),
    prepare: () => writing.load(),
    write: (value, about, base) =>
      writing.required.writeRaise(
        value,
        { ...about, told: toldOf(value.moment) ?? about.told, by: side, parties },
        base,
      ),
    same: (one, other) => writing.required.sameRaises(one, other),
    merge: (base, mine, theirs) => writing.required.mergeRaises(base, mine, theirs),
    resolve: chosenField,
    stage: ({ status }) => (status === 'entered-in-error' ? 'withdrawn' : 'given'),
    about: saysOfTask,
    veil: veiled,
    list: ({ subject = '' }) => ({ subject }),
    derive: (wire, _value, about) => [writing.required.writeAuthorship(wire, about) ?? []].flat(),
  };
}
