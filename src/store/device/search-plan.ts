import type { SearchParams } from '../../context/store.js';
import { endOf } from '../dates.js';
import { elementsIn } from '../meta.js';
import { mainDateOf, parametersOf, type ParameterKind } from '../parameters.js';
import { withoutVersion } from '../references.js';
import { alternativesIn, countOf, matcherOf, searchIn } from '../search.js';
import type { StoredResource } from '../versions.js';
import type { AllianceDatabase } from './database.js';
import { kinds, ofKind, type ResourceRow } from './schema.js';

/*
 * Which rows a search reads: those of its most telling parameter, so that what else is held costs nothing.
 */

/** Parameters by how few resources have the same value; all others come after these. */
const telling = [
  ...['identifier', 'target', 'focus', 'derived-from', 'has-member', 'part-of', 'based-on', 'encounter'],
  ...kinds.map(ofKind),
  ...['subject', 'author', 'source', 'sender', 'recipient', 'owner', 'requester', 'performer', 'agent'],
];

/** What the index has of the values of a parameter of this kind; undefined where it may lack one. */
const indexed: Readonly<Partial<Record<ParameterKind, (value: string) => string | undefined>>> = {
  reference: (value) => (value.includes('/') ? withoutVersion(value) : undefined),
  canonical: (value) => value.split('|')[0],
  token: (value) => (/.\|./.test(value) ? value : undefined),
};

/** The values of a parameter that the index has; undefined where it has not all of them. */
function indexedValues(type: string, name: string, params: SearchParams): readonly string[] | undefined {
  const kind = kinds.find((one) => ofKind(one) === name);
  if (kind !== undefined) {
    const persons = indexedValues(type, 'subject', params);
    const all = indexedValues(type, kind, params);
    return persons && all?.flatMap((one) => persons.map((person) => `${person} ${one}`));
  }
  const wanted = params[name];
  const parameter = parametersOf(type)[name];
  if (wanted === undefined || !parameter) return undefined;
  const values = alternativesIn(String(wanted)).map((value) => indexed[parameter.kind]?.(value));
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** All index entries with exactly this value of a parameter. */
export function rangeOf(
  ...entry: [partition: string, type: string, name: string, value: string]
): IDBKeyRange {
  return IDBKeyRange.bound(entry, [...entry, Infinity]);
}

/** Of these entries only those of what has begun before a search for a date ends. */
function before(range: IDBKeyRange, date: string | number | undefined): IDBKeyRange {
  if (date === undefined) return range;
  const end = Math.max(...alternativesIn(String(date)).map(endOf));
  return IDBKeyRange.bound(range.lower, [...(range.lower as unknown[]), end], false, true);
}

/**
 * Finds what a search asks for.
 * @throws StoreError `invalid` for a parameter that R4 does not have
 */
export async function searchOnDevice(
  open: AllianceDatabase,
  partition: string,
  type: string,
  params: SearchParams,
): Promise<StoredResource[]> {
  if (params['_id'] !== undefined) {
    const ids = alternativesIn(String(params['_id']));
    const rows = await Promise.all(ids.map((id) => open.get('resources', [partition, type, id])));
    return found(rows, type, params);
  }
  const name = telling.find((one) => indexedValues(type, one, params) !== undefined);
  if (name === undefined)
    return found(await open.getAllFromIndex('resources', 'type', [partition, type]), type, params);
  const ranges = (indexedValues(type, name, params) ?? []).map((value) =>
    rangeOf(partition, type, name, value),
  );
  const [only] = ranges;
  const isCut = Number.isFinite(countOf(params));
  const date = mainDateOf(type) ?? '';
  if (only && ranges.length === 1 && isCut && params['_sort'] === `-${date}`)
    return newest(open, before(only, params[date]), type, params);
  const rows = await Promise.all(ranges.map((range) => open.getAllFromIndex('resources', 'found', range)));
  return found(rows.flat(), type, params);
}

/** What fits among rows, some of which may have been read twice. */
function found(
  rows: readonly (ResourceRow | undefined)[],
  type: string,
  params: SearchParams,
): StoredResource[] {
  const byId = new Map(rows.flatMap((row) => (row ? [[row.id, row.resource] as const] : [])));
  return searchIn(type, [...byId.values()], params);
}

/** Goes back in time until there are enough. */
async function newest(
  open: AllianceDatabase,
  range: IDBKeyRange,
  type: string,
  params: SearchParams,
): Promise<StoredResource[]> {
  const fits = matcherOf(type, params);
  const most = countOf(params);
  const fitting: StoredResource[] = [];
  let cursor = await open.transaction('resources').store.index('found').openCursor(range, 'prev');
  while (cursor && fitting.length < most) {
    if (fits(cursor.value.resource)) fitting.push(cursor.value.resource);
    cursor = fitting.length < most ? await cursor.continue() : null;
  }
  return elementsIn(fitting, params);
}
