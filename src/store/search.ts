import type { SearchParams } from '../context/store.js';
import type { Resource } from '../fhir/resource.js';
import { StoreError } from './store-error.js';
import { subjectOf } from './subject.js';

interface Reference {
  readonly reference?: string | undefined;
}

interface Searchable {
  readonly id?: string | undefined;
  readonly status?: string | undefined;
  readonly questionnaire?: string | undefined;
  readonly authored?: string | undefined;
  readonly effectiveDateTime?: string | undefined;
  readonly startDate?: string | undefined;
  readonly encounter?: Reference | undefined;
  readonly author?: Reference | undefined;
  readonly focus?: Reference | Reference[] | undefined;
  readonly identifier?: { system?: string; value?: string } | undefined;
}

const instantOf = (resource: Searchable): string =>
  resource.authored ?? resource.effectiveDateTime ?? resource.startDate ?? '';

const isReferenceTo = (reference: Reference | undefined, wanted: string): boolean =>
  reference?.reference === wanted;

/** A canonical matches with its version, or without one when the search names none. */
const isCanonical = (held: string | undefined, wanted: string): boolean =>
  held === wanted || (!wanted.includes('|') && held?.split('|')[0] === wanted);

const comparisons: Readonly<Record<string, (held: string, wanted: string) => boolean>> = {
  eq: (held, wanted) => held.startsWith(wanted),
  ge: (held, wanted) => held >= wanted || held.startsWith(wanted),
  gt: (held, wanted) => held > wanted && !held.startsWith(wanted),
  le: (held, wanted) => held <= wanted || held.startsWith(wanted),
  lt: (held, wanted) => held < wanted && !held.startsWith(wanted),
};

function isInTime(held: string, wanted: string): boolean {
  const prefix = wanted.slice(0, 2);
  const compare = comparisons[prefix];
  return compare ? compare(held, wanted.slice(2)) : held.startsWith(wanted);
}

const matchers: Readonly<Record<string, (resource: Resource & Searchable, wanted: string) => boolean>> = {
  _id: (resource, wanted) => resource.id === wanted,
  subject: (resource, wanted) => subjectOf(resource) === wanted,
  patient: (resource, wanted) =>
    subjectOf(resource) === (wanted.includes('/') ? wanted : `Patient/${wanted}`),
  author: (resource, wanted) => isReferenceTo(resource.author, wanted),
  encounter: (resource, wanted) => isReferenceTo(resource.encounter, wanted),
  focus: (resource, wanted) => [resource.focus].flat().some((reference) => isReferenceTo(reference, wanted)),
  questionnaire: (resource, wanted) => isCanonical(resource.questionnaire, wanted),
  status: (resource, wanted) => wanted.split(',').includes(resource.status ?? ''),
  identifier: (resource, wanted) =>
    `${resource.identifier?.system ?? ''}|${resource.identifier?.value ?? ''}` === wanted ||
    resource.identifier?.value === wanted,
  authored: (resource, wanted) => isInTime(instantOf(resource), wanted),
  date: (resource, wanted) => isInTime(instantOf(resource), wanted),
};

const sortKeys: Readonly<Record<string, (resource: Resource & Searchable) => string>> = {
  authored: instantOf,
  date: instantOf,
  _lastUpdated: (resource) => resource.meta?.lastUpdated ?? '',
  _id: (resource) => resource.id ?? '',
};

function lookUp<Entry>(table: Readonly<Record<string, Entry>>, name: string, kind: string): Entry {
  const entry = Object.hasOwn(table, name) ? table[name] : undefined;
  if (entry !== undefined) return entry;
  throw new StoreError(
    'invalid',
    `search: "${name}" is no ${kind} here. Use one of: ${Object.keys(table).join(', ')}.`,
  );
}

/** Whether one resource fits all parameters; those that steer the result (`_sort`, `_count`) fit everything. */
export function matches(resource: Resource, params: SearchParams): boolean {
  return Object.entries(params).every(
    ([name, wanted]) =>
      name === '_sort' ||
      name === '_count' ||
      lookUp(matchers, name, 'search parameter')(resource, String(wanted)),
  );
}

/**
 * Filters, sorts and cuts as a FHIR server would.
 * @throws StoreError `invalid` for a parameter that an embedded store does not know
 */
export function searchIn<Held extends Resource>(resources: readonly Held[], params: SearchParams): Held[] {
  const found = resources.filter((resource) => matches(resource, params));
  const sort = params['_sort'] === undefined ? undefined : String(params['_sort']);
  if (sort !== undefined) {
    const key = lookUp(sortKeys, sort.replace(/^-/, ''), 'sort key');
    const sign = sort.startsWith('-') ? -1 : 1;
    found.sort((one, other) => (key(one) < key(other) ? -sign : key(one) > key(other) ? sign : 0));
  }
  return params['_count'] === undefined ? found : found.slice(0, Number(params['_count']));
}
