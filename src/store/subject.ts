import type { Resource } from '../fhir/resource.js';

interface About {
  readonly subject?: { reference?: string };
  readonly patient?: { reference?: string };
  readonly extension?: readonly { readonly url: string; readonly valueReference?: { reference?: string } }[];
}

/** A Provenance has a patient from R5 on; this is R5's own way to say so in R4. */
const PATIENT = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Provenance.patient';

/** The person whose record a resource belongs to, as a reference; '' where it names none. */
export function subjectOf(resource: Resource): string {
  const { subject, patient, extension } = resource as About;
  const extended = extension?.find(({ url }) => url === PATIENT)?.valueReference;
  return (subject ?? patient ?? extended)?.reference ?? '';
}
