/** `validateFhir`: what the validator of the published R4 definitions has against a resource; none where it is valid. */
export function validateCommand() {
  return {
    name: 'validate-fhir',
    async executeCommand({ command, payload }) {
      if (command !== 'validate-fhir') return undefined;
      const { requireValid } = await import('../../../demo/server/definitions.js');
      try {
        requireValid(payload);
        return { problems: [] };
      } catch (error) {
        return { problems: [String(error.message)] };
      }
    },
  };
}
