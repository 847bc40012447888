import type { SearchParams } from '../context/store.js';
import type { Resource } from '../fhir/resource.js';
import { dateTest, spanOf } from './dates.js';
import { elementsIn } from './meta.js';
import { isObject, valuesAt } from './loose.js';
import { parameterOf, parametersOf, type Parameter, type ParameterKind } from './parameters.js';
import { personOf } from './persons.js';
import { withoutVersion, type Plain } from './references.js';
import { StoreError } from './store-error.js';

type Test = (held: unknown) => boolean;

/** The values of a parameter in a resource. */
export const valuesOf = (resource: Resource, { paths }: Parameter): readonly unknown[] =>
  paths.flatMap((path) => valuesAt(resource, path));

/** The parts of a search value: `,` means or, and `\,` a comma. */
export const alternativesIn = (wanted: string): readonly string[] =>
  (wanted.match(/(?:\\.|[^,\\])+/gs) ?? []).map((part) => part.replace(/\\(.)/gs, '$1'));

/** The reference of a Reference, without its version. */
function referenceIn(held: unknown): string | undefined {
  const reference = isObject(held) ? held['reference'] : undefined;
  return typeof reference === 'string' ? withoutVersion(reference) : undefined;
}

/** `Goal/1`, with or without a version, its whole address, or only its id. */
function referenceTest(wanted: string, plain: Plain): Test {
  const sought = plain(wanted);
  return (held) => {
    const given = isObject(held) ? held['reference'] : undefined;
    if (typeof given !== 'string') return false;
    const reference = plain(given);
    return reference === sought || (!sought.includes('/') && reference.endsWith(`/${sought}`));
  };
}

/** As a reference; where both name a version, only that one. */
function versionTest(wanted: string, plain: Plain): Test {
  const isOfResource = referenceTest(wanted, plain);
  return (held) => {
    if (!isOfResource(held)) return false;
    const [mine, theirs] = [wanted, (held as { reference: string }).reference].map(
      (reference) => reference.split('/_history/')[1],
    );
    return mine === undefined || theirs === undefined || mine === theirs;
  };
}

interface Token {
  readonly system?: unknown;
  readonly code: unknown;
}

/** The codes in a CodeableConcept, Coding or Identifier. */
export function tokensIn(held: unknown): readonly Token[] {
  if (!isObject(held)) return [];
  if (Array.isArray(held['coding'])) return held['coding'].flatMap(tokensIn);
  return [{ system: held['system'], code: held['code'] ?? held['value'] }];
}

/** `code`, `system|code`, `|code` (without a system) or `system|` (any code). */
function tokenTest(wanted: string): Test {
  const bar = wanted.indexOf('|');
  const [system, code] = bar < 0 ? [undefined, wanted] : [wanted.slice(0, bar), wanted.slice(bar + 1)];
  return (held) => {
    // The system of an element that is only a code follows from the element
    if (typeof held === 'string') return held === code;
    return tokensIn(held).some(
      (token) =>
        (system === undefined || (token.system ?? '') === system) &&
        (code === '' ? system !== '' && token.system !== undefined : token.code === code),
    );
  };
}

/** An address with its version, or any version where the search names none. */
const canonicalTest =
  (wanted: string): Test =>
  (held) =>
    typeof held === 'string' && (held === wanted || held.split('|')[0] === wanted);

const tests: Readonly<Record<ParameterKind, (wanted: string, plain: Plain) => Test>> = {
  reference: referenceTest,
  token: tokenTest,
  canonical: canonicalTest,
  date: dateTest,
};

const isSteering = (name: string): boolean => ['_sort', '_count', '_elements'].includes(name);

/** A test for one parameter; what it is in a resource may be one of several values. */
export function testOf(parameter: Parameter, wanted: string | number, plain: Plain = withoutVersion) {
  const testFor = parameter.isOfOneVersion ? versionTest : tests[parameter.kind];
  const any = alternativesIn(String(wanted)).map((one) => testFor(one, plain));
  return (resource: Resource): boolean => {
    const values = valuesOf(resource, parameter);
    return any.some((test) => values.some(test));
  };
}

/**
 * A test for all parameters at once.
 * @throws StoreError `invalid` for a parameter that R4 does not have
 */
export function matcherOf(type: string, params: SearchParams): (resource: Resource) => boolean {
  parametersOf(type);
  sortersOf(type, params);
  countOf(params);
  const all = Object.entries(params)
    .filter(([name]) => !isSteering(name))
    .map(([name, wanted]) => testOf(parameterOf(type, name), wanted));
  return (resource) => resource.resourceType === type && all.every((test) => test(resource));
}

export const matches = (resource: Resource, params: SearchParams): boolean =>
  matcherOf(resource.resourceType, params)(resource);

/** What a value is sorted by. */
function sortKeyOf(value: unknown, kind: ParameterKind): string | number | undefined {
  if (kind === 'date') return spanOf(value)?.from;
  if (kind === 'reference') return referenceIn(value);
  if (typeof value === 'string') return value;
  const code = tokensIn(value)[0]?.code;
  return typeof code === 'string' ? code : undefined;
}

type Sorter = (one: Resource, other: Resource) => number;

/** What has no value comes last, whichever way. */
function sorterOf(parameter: Parameter, isDescending: boolean): Sorter {
  const sign = isDescending ? -1 : 1;
  const keyOf = (resource: Resource): string | number | undefined =>
    valuesOf(resource, parameter)
      .flatMap((value) => sortKeyOf(value, parameter.kind) ?? [])
      .sort((one, other) => (one < other ? -sign : sign))[0];
  return (one, other) => {
    const [first, second] = [keyOf(one), keyOf(other)];
    if (first === undefined || second === undefined)
      return Number(first === undefined) - Number(second === undefined);
    return first < second ? -sign : first > second ? sign : 0;
  };
}

function sortersOf(type: string, { _sort: sort }: SearchParams): readonly Sorter[] {
  if (sort === undefined) return [];
  return String(sort)
    .split(',')
    .map((key) => sorterOf(parameterOf(type, key.replace(/^-/, '')), key.startsWith('-')));
}

/** How many are asked for at most. */
export function countOf({ _count: count }: SearchParams): number {
  if (count === undefined) return Infinity;
  const number = String(count).trim() === '' ? NaN : Number(count);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new StoreError('invalid', `search: _count "${String(count)}" is no whole number. Use 1 or more.`);
}

/**
 * Filters, sorts and cuts as a FHIR server would.
 * @throws StoreError `invalid` for a parameter that R4 does not have
 */
export function searchIn<Kept extends Resource>(
  type: string,
  resources: readonly Kept[],
  params: SearchParams,
): Kept[] {
  const found = resources.filter(matcherOf(type, params));
  const sorters = sortersOf(type, params);
  found.sort((one, other) => sorters.reduce((order, sorter) => order || sorter(one, other), 0));
  return elementsIn(found.slice(0, countOf(params)), params);
}

/** For a store that knows more parameters than R4 has: where one is not known here, the person decides. */
export function lenientMatcherOf(type: string, params: SearchParams): (resource: Resource) => boolean {
  try {
    return matcherOf(type, params);
  } catch {
    return (resource) => personOf(resource) === params['subject'];
  }
}
