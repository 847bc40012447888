import type { Resource } from '../fhir/resource.js';
import { isSameInstant } from './dates.js';
import { isObject, type Loose } from './loose.js';
import { identifierToken } from '../domain/identity.js';
import { withoutVersion } from './references.js';

/*
 * Whether two versions of a resource say the same: what a server adds or writes differently does not count.
 */

/** What says nothing by itself, in every type. */
const everywhere: readonly string[] = ['id', 'meta', 'text'];

/** What a server may set when it stores a type. */
const setByServers: Readonly<Record<string, readonly string[]>> = {
  QuestionnaireResponse: ['authored'],
  Observation: ['issued'],
  Task: ['lastModified'],
};

/** Instants that a server may keep in whole seconds. */
export const inWholeSeconds: Readonly<Record<string, string>> = { Provenance: 'recorded' };

/** References that mean one version, and not the resource. */
export const versioned: Readonly<Record<string, string>> = { Provenance: 'target' };

const partsOfReference = new Set(['reference', 'identifier', 'type', 'display', 'id', 'extension']);

export function isReference(value: Loose): boolean {
  const { reference, identifier } = value;
  return (
    (typeof reference === 'string' || isObject(identifier)) &&
    Object.keys(value).every((name) => partsOfReference.has(name))
  );
}

/** By its identifier or its address; `type` and `display` are often added by a server. */
export function isSameReference(one: Loose, other: Loose, isVersioned: boolean): boolean {
  if (!isSame(one['extension'], other['extension'])) return false;
  const [first, second] = [one, other].map(({ reference }) =>
    typeof reference === 'string' ? reference : undefined,
  );
  const hasBoth = first !== undefined && second !== undefined;
  const [plain, otherPlain] = [withoutVersion(first ?? ''), withoutVersion(second ?? '')];
  // Where only one names a version, a server has taken it away
  if (isVersioned && hasBoth && first !== plain && second !== otherPlain) return first === second;
  if (hasBoth && plain === otherPlain) return true;
  const [token, otherToken] = [one, other].map(({ identifier }) =>
    isObject(identifier) ? identifierToken(identifier) : undefined,
  );
  return token !== undefined && token === otherToken;
}

export function isSame(one: unknown, other: unknown, isVersioned = false): boolean {
  if (one === other) return true;
  if (typeof one === 'string' && typeof other === 'string') return isSameInstant(one, other);
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((entry, at) => isSame(entry, other[at], isVersioned));
  }
  if (!isObject(one) || !isObject(other)) return false;
  if (isReference(one) && isReference(other)) return isSameReference(one, other, isVersioned);
  return namesIn(one, other).every((name) => isSame(one[name], other[name]));
}

const namesIn = (one: Loose, other: Loose): readonly string[] => [
  ...new Set([...Object.keys(one), ...Object.keys(other)]),
];

export const second = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/(T\d\d:\d\d:\d\d)\.\d+/, '$1') : value;

/** What counts of a type, of these elements. */
export function said(type: string, names: readonly string[]): readonly string[] {
  const ignored = new Set([...everywhere, ...(setByServers[type] ?? [])]);
  return names.filter((name) => !ignored.has(name));
}

/** Whether two resources say the same, whatever their id, version and key order. */
export function saysTheSame(one: Resource, other: Resource): boolean {
  const { resourceType: type } = one;
  const [mine, theirs]: readonly [Loose, Loose] = [{ ...one }, { ...other }];
  return said(type, namesIn(mine, theirs)).every((name) =>
    name === inWholeSeconds[type]
      ? isSame(second(mine[name]), second(theirs[name]))
      : isSame(mine[name], theirs[name], name === versioned[type]),
  );
}
