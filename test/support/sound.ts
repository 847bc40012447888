import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';

/**
 * Fails where a resource has a code that a required value set of R4 does not know, refers to a type that R4 does not allow
 * there, or has other parts in an extension of the R4 core than its definition.
 */
export async function expectSound(resource: unknown): Promise<void> {
  expect(await problemsBeside(resource), JSON.stringify(resource)).to.deep.equal([]);
}

export async function problemsBeside(resource: unknown): Promise<readonly string[]> {
  const { problems } = await executeServerCommand<{ problems: readonly string[] }, object>(
    'sound-fhir',
    resource as object,
  );
  return problems;
}
