import type { QuestionnaireResponse, Resource as FhirResource } from 'fhir/r4.js';

export type {
  Bundle,
  Observation,
  Provenance,
  Questionnaire,
  QuestionnaireItem,
  QuestionnaireResponse,
  QuestionnaireResponseItem,
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
