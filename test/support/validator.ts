import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';

/**
 * Fails where a validator that is not ours (Medplum's, with the structure definitions that HL7 publishes for R4) has
 * something against the resource: elements, types, how often they occur, and constraints.
 */
export async function expectValid(resource: unknown): Promise<void> {
  expect(await problemsOf(resource), JSON.stringify(resource)).to.deep.equal([]);
}

export async function problemsOf(resource: unknown): Promise<readonly string[]> {
  const { problems } = await executeServerCommand<{ problems: readonly string[] }, object>(
    'validate-fhir',
    resource as object,
  );
  return problems;
}
