import { noMoment, type Moment } from '../../domain/empathy/moment.js';
import { chosenField } from '../../domain/fields.js';
import type { Side } from '../../domain/side.js';
import type { Told } from '../../domain/told.js';
import { momentIdentifierSystem } from '../../fhir/communication/moment-codes.js';
import { isMoment, readMoment } from '../../fhir/communication/moment-reader.js';
import { senderOf, stageOf } from '../../fhir/communication/said.js';
import { referenceIn, textIn, timeIn } from '../../fhir/loose.js';
import { completionIn } from '../../fhir/completion.js';
import type { Parties } from '../../fhir/parties.js';
import type { Communication } from '../../fhir/resource.js';
import { readTold, veiled } from '../../fhir/told.js';
import type { RecordKind, SaysOfItself } from '../record/kind.js';
import type { RecordSender } from '../record/sender.js';
import type { RecordsController } from '../record/records-controller.js';
import type { Later } from './later.js';
import type * as MomentWriting from './moment-writing.js';

export type MomentKind = RecordKind<Moment, Communication>;
export type MomentSender = RecordSender<Moment, Communication>;
export type MomentsController = RecordsController<Moment, Communication>;

/** Who looks, who the two sides are, and who receives what is said. */
export interface MomentSides {
  /** Undefined for a reader. */
  readonly side: Side | undefined;
  readonly parties: Parties;
  /** FHIR references. */
  readonly recipients: readonly string[];
  /** What changes moments, loaded when it is first needed. */
  readonly writing: Later<typeof MomentWriting>;
}

/** Whom a person tells of who shares a moment "with my therapist": nobody else, whatever else the page tells. */
export const toldOfMoments: Told = ['therapist'];

/** What a Communication says of itself. */
export const saysOf = (communication: Communication): SaysOfItself => ({
  subject: referenceIn(communication.subject),
  author: senderOf(communication),
  encounter: referenceIn(communication.encounter),
  at: timeIn(communication.sent),
  language: textIn(communication.language),
  completion: completionIn(communication),
  told: readTold(communication),
});

/**
 * What a client says of a moment, as a FHIR Communication; all of a person's, whatever the session. What she keeps for
 * herself stays a draft: it is never given.
 */
export function momentKind({ side, parties, recipients, writing }: MomentSides): MomentKind {
  return {
    name: 'moment',
    system: momentIdentifierSystem,
    type: 'Communication',
    keyed: ['subject'],
    writers: ['client'],
    start: noMoment,
    none: noMoment,
    is: isMoment,
    read: readMoment,
    prepare: () => writing.load(),
    write: (value, about, base) =>
      writing.required.writeMoment(value, { ...about, by: side, parties, recipients }, base),
    same: (one, other) => writing.required.sameMoments(one, other),
    merge: (base, mine, theirs) => writing.required.mergeMoments(base, mine, theirs),
    resolve: chosenField,
    stage: stageOf,
    about: saysOf,
    veil: veiled,
    list: ({ subject = '' }) => ({ subject }),
    derive(moment, _value, about) {
      if (stageOf(moment) === 'draft')
        throw new Error('This moment is only for the person. Let them choose who may see it, then send it.');
      return [writing.required.writeAuthorship(moment, about) ?? []].flat();
    },
  };
}
