import { builtInInstruments } from '../../src/domain/instrument/built-in/built-in.js';
import type { Instrument } from '../../src/domain/instrument/instrument.js';
import { labelWithKeyWords } from '../../src/domain/instrument/question.js';
import { readQuestionnaire, type Problem } from '../../src/fhir/questionnaire/questionnaire-reader.js';
import type { Questionnaire, QuestionnaireItem } from '../../src/fhir/resource.js';
import type { ResponseDetails } from '../../src/fhir/response/response-writer.js';
import { instrumentWords } from '../../src/i18n/words/instruments.js';
import { listWords } from '../i18n/word-list.js';

/** Freezes all of a resource, so that whoever changes it fails. */
export function deepFreeze<Tree>(tree: Tree): Tree {
  if (typeof tree !== 'object' || tree === null) return tree;
  Object.values(tree).forEach(deepFreeze);
  return Object.freeze(tree);
}

export function questionnaire(item: unknown, more: Partial<Questionnaire> = {}): Questionnaire {
  const items = item as QuestionnaireItem[];
  return deepFreeze({ resourceType: 'Questionnaire', status: 'active', item: items, ...more });
}

/** Reads a Questionnaire of these items, as a host would give it: frozen, and typed as nothing in particular. */
export function readItems(...items: unknown[]): { instrument: Instrument; problems: readonly Problem[] } {
  const { instrument, problems } = readQuestionnaire(questionnaire(items));
  if (!instrument) throw new Error(`refused: ${JSON.stringify(problems)}`);
  return { instrument, problems };
}

const words = listWords(instrumentWords.english);

/** One of our own instruments, in English. */
export function own(id: string): Instrument {
  return builtInInstruments.get(id)!((key) => labelWithKeyWords(words.get(key)!, 'en'));
}

export const DEGREE = 'https://alliance-elements.org/fhir/CodeSystem/alliance-degree';
export const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
export const DIRECTION = 'https://alliance-elements.org/fhir/StructureDefinition/scale-direction';
export const COMPLETION = 'https://alliance-elements.org/fhir/StructureDefinition/completion';

export const details: ResponseDetails = {
  status: 'completed',
  authored: '2025-03-04T10:42:00.000Z',
  identifier: 'response-1',
  language: 'en',
  subject: 'Patient/1',
  author: 'Patient/1',
  encounter: 'Encounter/9',
  completion: 'self',
  scaleDirection: 'ltr',
  told: [],
};
