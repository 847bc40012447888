import { isObject, objectsIn, textIn } from '../loose.js';
import type { CodeableConcept, Communication } from '../resource.js';
import { momentSystems } from './moment-codes.js';

/** What a Communication of ours is. */
export type CommunicationCategory = 'moment' | 'reply' | 'reading' | 'confirmation';

export const isCommunication = (resource: unknown): resource is Communication =>
  isObject(resource) && resource['resourceType'] === 'Communication';

/** The codes of one of our systems in one CodeableConcept, or in several. */
const ownCodesIn = (concepts: unknown, system: string): readonly string[] =>
  [concepts]
    .flat()
    .filter(isObject)
    .flatMap(({ coding }) => objectsIn(coding))
    .flatMap((coding) => (coding['system'] === system ? (textIn(coding['code']) ?? []) : []));

/** The code of ours that says what a Communication is, known here or not; undefined for those of other systems. */
export const categoryOf = (communication: Communication): string | undefined =>
  ownCodesIn(communication.category, momentSystems.communication)[0];

export const categoryConcept = (code: CommunicationCategory): CodeableConcept => ({
  coding: [{ system: momentSystems.communication, code }],
});

/** One of the codes of a moment that is wanted here; undefined where there is none of them. */
export const momentCodeIn = <Code extends string>(
  concepts: unknown,
  codes: readonly Code[],
): Code | undefined => {
  const found = ownCodesIn(concepts, momentSystems.moment);
  return codes.find((code) => found.includes(code));
};

export const momentConcept = (code: string): CodeableConcept => ({
  coding: [{ system: momentSystems.moment, code }],
});
