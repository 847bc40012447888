import type { Resource } from '../fhir/resource.js';

/** The person whose record a resource belongs to, as a reference; '' where it names none. */
export function subjectOf(resource: Resource): string {
  const held = resource as { subject?: { reference?: string }; patient?: { reference?: string } };
  return held.subject?.reference ?? held.patient?.reference ?? '';
}
