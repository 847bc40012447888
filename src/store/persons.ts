import { relativeReference } from '../domain/identity.js';
import type { Resource } from '../fhir/resource.js';
import { isPart } from './meta.js';
import { isObject, valuesAt } from './loose.js';
import { withoutVersion, type Plain } from './references.js';
import { StoreError } from './store-error.js';

/*
 * Whose record a resource belongs to: a sign-out finds by it what has to go.
 */

/** R4's Provenance has no patient; this is R5's own way to say so in R4. */
const PATIENT = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Provenance.patient';

const subject = (resource: Resource): readonly unknown[] => valuesAt(resource, 'subject.reference');

/** Of each type that is stored. */
const persons: Readonly<Record<string, (resource: Resource) => readonly unknown[]>> = {
  QuestionnaireResponse: subject,
  Observation: subject,
  Goal: subject,
  Communication: subject,
  Task: (resource) => valuesAt(resource, 'for.reference'),
  Provenance: (resource) =>
    valuesAt(resource, 'extension')
      .filter((extension) => isObject(extension) && extension['url'] === PATIENT)
      .flatMap((extension) => valuesAt(extension, 'valueReference.reference')),
};

/** Where each type says so, for who has forgotten it. */
const places: Readonly<Record<string, string>> = { Task: '"for"', Provenance: `the extension ${PATIENT}` };

/** The person whose record a resource belongs to, as a reference without a version; '' where it names none. */
export function personOf(resource: Resource): string {
  const { resourceType: type } = resource;
  const [person] = Object.hasOwn(persons, type) ? (persons[type]?.(resource) ?? []) : [];
  return typeof person === 'string' ? withoutVersion(person) : '';
}

/** Rejects what is no resource at all, or only some elements of one, before anything is written. */
export function requireResource(resource: unknown): asserts resource is Resource {
  if (!isObject(resource) || typeof resource['resourceType'] !== 'string')
    throw new StoreError('invalid', `save: ${typeof resource} without resourceType. Pass a FHIR resource.`);
  if (!isPart(resource)) return;
  const name = `${resource['resourceType']} ${String(resource['id'])}`;
  throw new StoreError('invalid', `save: only some elements of ${name} were asked for. Read it whole first.`);
}

/** Rejects what no sign-out could ever remove: a resource whose person is not known. */
export function requirePerson(resource: Resource): void {
  if (personOf(resource) !== '') return;
  const { resourceType: type } = resource;
  const known = Object.keys(persons).join(', ');
  throw new StoreError(
    'invalid',
    Object.hasOwn(persons, type)
      ? `save: ${type} ${resource.id ?? ''} names no person. Set ${places[type] ?? '"subject"'} to a reference such as Patient/1.`
      : `save: whose a ${type} is, is not known. Save one of: ${known}.`,
  );
}

/** Where no server is known, its address cannot tell two persons apart. */
export const anywhere: Plain = relativeReference;

export const isOfSamePerson = (one: Resource, other: Resource, plain = anywhere): boolean =>
  plain(personOf(one)) === plain(personOf(other));

/**
 * Never writes on a resource of another person, whatever led to it.
 * @throws StoreError `invalid`
 */
export function requireOwnBase(resource: Resource, base: Resource | undefined, plain = anywhere): void {
  if (!base || isOfSamePerson(base, resource, plain)) return;
  const name = `${base.resourceType}/${base.id ?? ''}`;
  throw new StoreError('invalid', `save: ${name} is another person’s. Save on what is theirs whose this is.`);
}
