import type { Side } from '../domain/side.js';
import { sameReference } from '../domain/identity.js';

/** FHIR references of the two sides, as far as they are known. */
export interface Parties {
  readonly client?: string | undefined;
  readonly therapist?: string | undefined;
}

/** Where it is not known who somebody is, their kind of resource tells. */
const types: Readonly<Record<string, Side>> = {
  Patient: 'client',
  RelatedPerson: 'client',
  Practitioner: 'therapist',
  PractitionerRole: 'therapist',
};

/** Whose side somebody is on; undefined for a group, an organisation, or nobody. */
export function sideOf(reference: string | undefined, { client, therapist }: Parties): Side | undefined {
  if (reference === undefined) return undefined;
  if (client !== undefined && sameReference(reference, client)) return 'client';
  if (therapist !== undefined && sameReference(reference, therapist)) return 'therapist';
  const [type = ''] = reference.split('/').slice(-2);
  return Object.hasOwn(types, type) ? types[type] : undefined;
}
