import type { Question } from '../../../src/domain/instrument/instrument.js';
import type { Problem } from '../../../src/fhir/questionnaire/reading.js';
import type { Questionnaire } from '../../../src/fhir/resource.js';
import type { Role } from '../../support/screen.js';

/** One Questionnaire of the table, with what has to come of it. */
export interface Case {
  readonly name: string;
  readonly items: readonly object[];
  readonly more?: object;
  /** Language of the words that are wanted. */
  readonly language?: string;
  /** What is read of some questions. */
  readonly reads?: Readonly<Record<string, Partial<Question>>>;
  /** Every problem, in order. */
  readonly problems?: readonly Problem['reason'][];
  /** What a person meets on the screen. */
  readonly shows?: readonly (readonly [Role, string | RegExp])[];
  /** Words that are on the screen. */
  readonly says?: readonly string[];
  /** Words that are not. */
  readonly hides?: readonly string[];
}

const CORE = 'http://hl7.org/fhir/StructureDefinition';
export const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition';

/** A core extension by the last part of its URL. */
export const core = (name: string, value: object): object => ({ url: `${CORE}/${name}`, ...value });

export const control = (code: string, system = 'http://hl7.org/fhir/questionnaire-item-control'): object =>
  core('questionnaire-itemControl', { valueCodeableConcept: { coding: [{ system, code }] } });

export const aid = (linkId: string, code: string, text: string): object => ({
  linkId,
  type: 'display',
  text,
  extension: [control(code)],
});

export const coded = (code: string, display = code, more: object = {}): object => ({
  valueCoding: { system: 'https://example.org/c', code, display },
  ...more,
});

export const asQuestionnaire = ({ items, more }: Case): Questionnaire =>
  ({ resourceType: 'Questionnaire', status: 'active', item: items, ...more }) as unknown as Questionnaire;
