import type { SearchParams } from '../context/store.js';
import type { Resource } from '../fhir/resource.js';
import { StoreError } from './store-error.js';
import { subjectOf } from './subject.js';

interface Reference {
  readonly reference?: string | undefined;
}

interface Identifier {
  readonly system?: string;
  readonly value?: string;
}

/** The elements of the resources we store that a search can look at. */
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
  readonly identifier?: Identifier | Identifier[] | undefined;
}

type Held = Resource & Searchable;

const dateOf = ({ authored, effectiveDateTime, startDate }: Searchable): string =>
  authored ?? effectiveDateTime ?? startDate ?? '';

/** `2026-11` covers all of November; `ge` and `le` include it, `gt` and `lt` do not. */
function isInTime(held: string, wanted: string): boolean {
  const [, prefix = 'eq', date = ''] = /^(eq|ge|le|gt|lt)?(.*)$/.exec(wanted) ?? [];
  if (held.startsWith(date)) return prefix.endsWith('e') || prefix === 'eq';
  return prefix.startsWith('g') ? held > date : prefix.startsWith('l') && held < date;
}

const refersTo =
  (element: 'encounter' | 'author' | 'focus') =>
  (resource: Held, wanted: string): boolean =>
    [resource[element]].flat().some((reference) => reference?.reference === wanted);

const matchers: Readonly<Record<string, (resource: Held, wanted: string) => boolean>> = {
  _id: (resource, wanted) => resource.id === wanted,
  subject: (resource, wanted) => subjectOf(resource) === wanted,
  author: refersTo('author'),
  encounter: refersTo('encounter'),
  focus: refersTo('focus'),
  /** With its version, or without one when the search names none. */
  questionnaire: ({ questionnaire = '' }, wanted) =>
    questionnaire === wanted || questionnaire.split('|')[0] === wanted,
  status: ({ status = '' }, wanted) => wanted.split(',').includes(status),
  identifier: ({ identifier }, wanted) =>
    [identifier ?? []]
      .flat()
      .some(({ system = '', value = '' }) => value === wanted || `${system}|${value}` === wanted),
  date: (resource, wanted) => isInTime(dateOf(resource), wanted),
};
const aliases: Readonly<Record<string, string>> = { authored: 'date', patient: 'subject' };

const sortKeys: Readonly<Record<string, (resource: Held) => string>> = {
  date: dateOf,
  _lastUpdated: (resource) => resource.meta?.lastUpdated ?? '',
  _id: ({ id = '' }) => id,
};

function lookUp<Entry>(table: Readonly<Record<string, Entry>>, name: string, kind: string): Entry {
  const known = aliases[name] ?? name;
  const entry = Object.hasOwn(table, known) ? table[known] : undefined;
  if (entry !== undefined) return entry;
  throw new StoreError(
    'invalid',
    `search: "${name}" is no ${kind} here. Use one of: ${Object.keys(table).join(', ')}.`,
  );
}

/** A test for all parameters at once; those that steer the result (`_sort`, `_count`) fit everything. */
function matcherOf(params: SearchParams): (resource: Resource) => boolean {
  const tests = Object.entries(params)
    .filter(([name]) => name !== '_sort' && name !== '_count')
    .map(([name, wanted]) => ({ fits: lookUp(matchers, name, 'search parameter'), wanted: String(wanted) }));
  return (resource) => tests.every(({ fits, wanted }) => fits(resource, wanted));
}

export const matches = (resource: Resource, params: SearchParams): boolean => matcherOf(params)(resource);

/**
 * Filters, sorts and cuts as a FHIR server would.
 * @throws StoreError `invalid` for a parameter that an embedded store does not know
 */
export function searchIn<Kept extends Resource>(resources: readonly Kept[], params: SearchParams): Kept[] {
  const found = resources.filter(matcherOf(params));
  const sort = params['_sort'] === undefined ? undefined : String(params['_sort']);
  if (sort !== undefined) {
    const key = lookUp(sortKeys, sort.replace(/^-/, ''), 'sort key');
    const sign = sort.startsWith('-') ? -1 : 1;
    found.sort((one, other) => (key(one) < key(other) ? -sign : key(one) > key(other) ? sign : 0));
  }
  return params['_count'] === undefined ? found : found.slice(0, Number(params['_count']));
}
