import type { QuestionnaireResponse, Resource as FhirResource } from 'fhir/r4.js';

/** An object whose keys may be present without a value. */
type Loose<Shape> = { [Key in keyof Shape]: Shape[Key] | undefined };

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Leaves out the keys that have no value: FHIR JSON knows neither null nor undefined, nor empty texts and lists. */
export function compact<Shape extends object>(object: Loose<Shape>): Shape {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isEmpty(value))) as Shape;
}

export type {
  Annotation,
  Bundle,
  CodeableConcept,
  Communication,
  Goal,
  GoalTarget,
  Observation,
  Provenance,
  Questionnaire,
  QuestionnaireItem,
  QuestionnaireResponse,
  QuestionnaireResponseItem,
  Task,
} from 'fhir/r4.js';
export type { Extension, Reference } from 'fhir/r4.js';

/** Any FHIR R4 resource: the only form in which anything is stored, sent or exported. */
export type Resource = FhirResource & { readonly resourceType: string };

/** Whether a value is a QuestionnaireResponse; says nothing about whether it is valid. */
export function isQuestionnaireResponse(value: unknown): value is QuestionnaireResponse {
  return (
    typeof value === 'object' &&
    value !== null &&
    'resourceType' in value &&
    value.resourceType === 'QuestionnaireResponse'
  );
}
