import type { readQuestionnaire } from '../../fhir/questionnaire/questionnaire-reader.js';

type Reader = typeof readQuestionnaire;

let reader: Reader | undefined;

/** The reader of foreign Questionnaires; undefined until it was loaded for the first time on the page. */
export const presentReader = (): Reader | undefined => reader;

/** Loads it when a first Questionnaire is shown: a page with our own instruments never does. */
export async function loadReader(): Promise<void> {
  ({ readQuestionnaire: reader } = await import('../../fhir/questionnaire/questionnaire-reader.js'));
}
